package planner.adapter.bluesky;

import static planner.adapter.bluesky.BlueskyPublisher.rejected;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import planner.adapter.bluesky.At.Named;
import planner.adapter.bluesky.At.Ref;
import planner.network.Delivery;
import planner.network.Session;
import tools.jackson.databind.JsonNode;

/** Finds what a post names elsewhere, and whether this account may do with it what it wants. Reads only. */
final class Lookups {
    private final BlueskyApi api;

    Lookups(BlueskyApi api) {
        this.api = api;
    }

    /** Whether there is anything to look up. */
    static boolean wanted(Delivery delivery) {
        var options = BlueskyOptions.of(delivery);
        return !options.quote().isEmpty()
                || !options.replyTo().isEmpty()
                || !options.replyLists().isEmpty();
    }

    /**
     * Empty when the app view does not show a named post yet.
     *
     * @param last nobody can expect it to appear any more
     */
    Optional<Named> find(Delivery delivery, boolean last, Session session) {
        var options = BlueskyOptions.of(delivery);
        for (var list : options.replyLists()) {
            if (!api.exists(list, session)) {
                throw rejected("list-missing", "no list at " + list);
            }
        }
        var quote = uri(options.quote(), "quote-missing", session);
        var parent = uri(options.replyTo(), "reply-missing", session);
        var uris = Stream.of(quote, parent)
                .filter(uri -> !uri.isEmpty())
                .distinct()
                .toList();
        if (uris.isEmpty()) {
            return Optional.of(new Named(null, null, null));
        }
        var posts = api.getPosts(uris, session);
        if (posts.keySet().containsAll(uris)) {
            return Optional.of(named(posts.get(quote), posts.get(parent)));
        }
        if (last) {
            boolean quoteThere = quote.isEmpty() || posts.containsKey(quote);
            throw rejected(quoteThere ? "reply-missing" : "quote-missing", "not shown: " + uris);
        }
        return Optional.empty();
    }

    private static Named named(@Nullable JsonNode quote, @Nullable JsonNode parent) {
        if (quote != null && quote.at("/viewer/embeddingDisabled").asBoolean(false)) {
            throw rejected("quote-disabled", "its author does not let it be quoted");
        }
        if (parent != null && parent.at("/viewer/replyDisabled").asBoolean(false)) {
            throw rejected("reply-disabled", "its author does not let this account answer");
        }
        return new Named(
                quote == null ? null : ref(quote),
                parent == null ? null : root(parent),
                parent == null ? null : ref(parent));
    }

    private static Ref root(JsonNode parent) {
        var root = parent.at("/record/reply/root");
        return root.path("uri").isString() ? ref(root) : ref(parent);
    }

    private static Ref ref(JsonNode post) {
        return new Ref(post.path("uri").asString(""), post.path("cid").asString(""));
    }

    private String uri(String typed, String missing, Session session) {
        if (typed.isEmpty()) {
            return "";
        }
        var address = PostAddress.of(typed).orElseThrow(() -> rejected(missing, "no address of a post: " + typed));
        var did = Handles.isDid(address.owner())
                ? address.owner()
                : api.resolveHandle(BlueskyApi.pds(session.credential()), address.owner())
                        .orElseThrow(() -> rejected(missing, "nobody has the handle " + address.owner()));
        return PostAddress.uri(did, address.key());
    }
}
