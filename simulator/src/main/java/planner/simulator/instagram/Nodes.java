package planner.simulator.instagram;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import planner.simulator.instagram.Draft.Kind;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.meta.Fields;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.Host;

/** The things of the graph and the fields that each of them has. */
final class Nodes {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx");

    private final Clock clock;
    private final Hosts hosts;

    Nodes(Clock clock, Hosts hosts) {
        this.clock = clock;
        this.hosts = hosts;
    }

    static String time(Instant at) {
        return TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    Map<String, Object> account(GraphCall call, Access access, Account account) {
        boolean instagram = call.host() == Host.INSTAGRAM;
        Map<String, Supplier<?>> known = account(account);
        known.put("follows_count", () -> 211);
        known.put("biography", () -> "In the sandbox");
        known.put("website", () -> null);
        if (instagram) {
            known.put("id", () -> account.scopedId);
            known.put("user_id", () -> Long.parseLong(account.id));
            known.put("account_type", () -> account.type);
        }
        return Fields.of(call.text("fields").orElse("id")).of(instagram ? "User" : "IGUser", known);
    }

    /** What both hosts tell of an account. */
    Map<String, Supplier<?>> account(Account account) {
        Map<String, Supplier<?>> known = new LinkedHashMap<>();
        known.put("id", () -> account.id);
        known.put("username", () -> account.username);
        known.put("name", () -> account.name);
        known.put("profile_picture_url", () -> hosts.avatar(account.username));
        known.put("followers_count", () -> account.followers);
        known.put("media_count", () -> account.media().size());
        return known;
    }

    Map<String, Object> container(Fields fields, Container container) {
        Map<String, Supplier<?>> known = new LinkedHashMap<>();
        Instant now = clock.instant();
        known.put("id", () -> container.id);
        known.put("status_code", () -> container.status(now).name());
        known.put("status", () -> container.text(now));
        known.put(
                "copyright_check_status",
                () -> container.draft().kind().video() ? Map.of("status", "completed", "matches_found", false) : null);
        known.put("video_status", () -> container.resumable ? videoStatus(container, now) : null);
        return fields.of("ShadowIGMediaBuilder", known);
    }

    private static Object videoStatus(Container container, Instant now) {
        long received = container.upload().map(Kept::size).orElse(0L);
        boolean complete = !container.awaitsBytes();
        String processing = switch (container.status(now)) {
            case FINISHED, PUBLISHED -> "complete";
            case ERROR, EXPIRED -> "error";
            case IN_PROGRESS -> complete ? "in_progress" : "not_started";
        };
        return Map.of(
                "uploading_phase",
                Map.of("status", complete ? "complete" : "in_progress", "bytes_transferred", received),
                "processing_phase",
                Map.of("status", processing));
    }

    Map<String, Object> post(Fields fields, Post post) {
        Draft draft = post.draft;
        Map<String, Supplier<?>> known = new LinkedHashMap<>();
        known.put("id", () -> post.id);
        known.put("permalink", () -> hosts.web() + post.path());
        known.put("shortcode", post::shortcode);
        known.put("media_type", () -> draft.kind().mediaType());
        known.put("media_product_type", () -> draft.kind().productType());
        known.put("timestamp", () -> time(post.at));
        known.put("username", () -> post.account.username);
        known.put("caption", () -> textOrNull(draft.caption()));
        known.put("alt_text", () -> textOrNull(draft.altText()));
        known.put("comments_count", () -> post.comments().size());
        known.put("like_count", () -> Numbers.likes(post, clock.instant()));
        known.put("is_comment_enabled", post::commentsOpen);
        known.put("is_shared_to_feed", () -> draft.kind() == Kind.REEL ? draft.shareToFeed() : null);
        known.put("media_url", () -> draft.media() == null ? null : hosts.file(post.id, 0));
        known.put("thumbnail_url", () -> draft.kind().video() ? hosts.file(post.id, 0) : null);
        known.put("owner", () -> Map.of("id", post.account.id));
        known.put("children", () -> draft.children().isEmpty() ? null : Map.of("data", children(post)));
        return fields.of("Media", known);
    }

    List<Map<String, Object>> children(Post post) {
        return java.util.stream.IntStream.range(0, post.draft.children().size())
                .<Map<String, Object>>mapToObj(i -> Map.of(
                        "id", Long.toString(Long.parseLong(post.id) + 1_000_000_000L * (i + 1)),
                        "media_type", post.draft.children().get(i).kind().mediaType(),
                        "media_url", hosts.file(post.id, i)))
                .toList();
    }

    Map<String, Object> comment(Fields fields, Post post, Post.Comment comment) {
        Map<String, Supplier<?>> known = Map.of(
                "id", comment::id,
                "text", comment::text,
                "username", comment::username,
                "timestamp", () -> time(comment.at()),
                "like_count", () -> 0,
                "hidden", () -> false,
                "from", () -> Map.of("id", post.account.id, "username", comment.username()));
        return fields.of("IGComment", known);
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
