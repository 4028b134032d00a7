package planner.simulator.bluesky;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import planner.simulator.Answer;
import planner.simulator.Ask;

/** What readers see: counts, and for somebody who is signed in also what they may do (sheet, sections 1.4, 2.7 and 7). */
final class AppView {
    private static final int MOST_POSTS = 25;

    private final Repos repos;
    private final Doors doors;

    AppView(Repos repos) {
        this.repos = repos;
        this.doors = new Doors(repos);
    }

    /** @param viewer who is signed in; empty for a public read */
    Answer answer(String method, Ask ask, Optional<Account> viewer, String avatars) {
        return switch (method) {
            case "app.bsky.actor.getProfile" -> profile(Pds.account(ask.query().getOrDefault("actor", "")), avatars);
            case "app.bsky.feed.getPosts" -> posts(ask.rawQuery(), viewer);
            default -> throw new XrpcError(501, "MethodNotImplemented", "Method Not Implemented");
        };
    }

    /** Oldest first; without answers that a rule does not allow, which stay in the repository unseen. */
    List<Repos.Written> shown() {
        return repos.list(Records.POST).stream().filter(this::allowed).toList();
    }

    Doors doors() {
        return doors;
    }

    private boolean allowed(Repos.Written post) {
        String root = post.value().path("reply").path("root").path("uri").asString("");
        return root.isEmpty() || doors.mayReply(post.did(), root);
    }

    private Answer profile(Account account, String avatars) {
        long posts = repos.list(Records.POST).stream()
                .filter(it -> it.did().equals(account.did()))
                .count();
        return Answer.json(
                200,
                Map.of(
                        "did",
                        account.did(),
                        "handle",
                        account.handle(),
                        "displayName",
                        account.name(),
                        "avatar",
                        avatars + account.handle(),
                        "followersCount",
                        128,
                        "followsCount",
                        64,
                        "postsCount",
                        posts));
    }

    private Answer posts(String rawQuery, Optional<Account> viewer) {
        List<String> uris = Stream.of(rawQuery.split("&"))
                .filter(it -> it.startsWith("uris="))
                .map(it -> URLDecoder.decode(it.substring(5), StandardCharsets.UTF_8))
                .toList();
        if (uris.isEmpty() || uris.size() > MOST_POSTS) {
            throw XrpcError.invalid("uris must have 1 to " + MOST_POSTS + " items, got " + uris.size());
        }
        if (!uris.stream().allMatch(uri -> uri.matches("at://[^/]+/[a-zA-Z.-]+/[^/]+"))) {
            throw XrpcError.invalid("uris must be valid at-uris");
        }
        List<Map<String, Object>> found = uris.stream()
                .flatMap(uri -> repos.find(uri).stream())
                .filter(it -> it.collection().equals(Records.POST))
                .map(it -> view(it, viewer))
                .toList();
        return Answer.json(200, Map.of("posts", found));
    }

    private Map<String, Object> view(Repos.Written post, Optional<Account> viewer) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("uri", post.uri());
        view.put("cid", post.cid());
        view.put("author", author(Pds.account(post.did())));
        view.put("record", post.value());
        view.put("likeCount", 3);
        view.put("repostCount", 1);
        view.put("replyCount", count(post, "/reply/parent/uri"));
        view.put("quoteCount", count(post, "/embed/record/uri") + count(post, "/embed/record/record/uri"));
        view.put("indexedAt", post.at().toString());
        viewer.ifPresent(it -> view.put("viewer", viewer(it, post)));
        return view;
    }

    private static Map<String, Object> author(Account account) {
        return Map.of("did", account.did(), "handle", account.handle(), "displayName", account.name());
    }

    private long count(Repos.Written post, String pointer) {
        return shown().stream()
                .filter(it -> it.value().at(pointer).asString("").equals(post.uri()))
                .count();
    }

    private Map<String, Object> viewer(Account viewer, Repos.Written post) {
        return Map.of(
                "replyDisabled", !doors.mayReply(viewer.did(), post.uri()),
                "embeddingDisabled", !doors.mayQuote(viewer.did(), post.uri()));
    }
}
