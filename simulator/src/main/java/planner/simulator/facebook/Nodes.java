package planner.simulator.facebook;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import planner.simulator.facebook.Talk.Comment;
import planner.simulator.meta.Fields;

/** The things of the graph and the fields that each of them has. */
final class Nodes {
    /** Pages that have an address. */
    static final Map<String, String> PLACES =
            Map.of("106377336067638", "Kraków, Poland", "110774245616525", "Gdańsk, Poland");

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

    Map<String, Object> post(Fields fields, Post post) {
        Instant now = clock.instant();
        Map<String, Supplier<?>> known = new LinkedHashMap<>();
        known.put("id", () -> post.id);
        known.put("message", () -> textOrNull(post.message()));
        known.put("created_time", () -> time(post.at()));
        known.put("permalink_url", () -> hosts.web() + post.path());
        known.put("is_published", () -> post.published(now));
        known.put("scheduled_publish_time", () -> second(post.scheduled()));
        known.put("status_type", () -> post.photos().isEmpty() ? "mobile_status_update" : "added_photos");
        known.put("from", () -> Map.of("id", post.page.id, "name", post.page.name));
        known.put("place", () -> place(post.place));
        known.put("attachments", () -> attachments(post));
        known.put("shares", () -> Numbers.shares(post.id, post.page, post.at(), now));
        known.put("reactions", () -> summary(Numbers.likes(post.id, post.page, post.at(), now)));
        known.put("comments", () -> summary(post.talk.all().size()));
        return fields.of("Post", known);
    }

    private static @Nullable Map<String, Object> attachments(Post post) {
        if (post.card != null) {
            return Map.of("data", List.of(attachment("link", null, null)));
        }
        if (post.photos().isEmpty()) {
            return null;
        }
        List<Map<String, Object>> photos = post.photos().stream()
                .map(it -> attachment("photo", it.id, null))
                .toList();
        String number = post.id.substring(post.id.indexOf('_') + 1);
        return Map.of("data", photos.size() == 1 ? photos : List.of(attachment("album", number, photos)));
    }

    /** What it has not is there without a value: it may be asked for. */
    private static Map<String, Object> attachment(
            String type, @Nullable String target, @Nullable List<Map<String, Object>> inner) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("media_type", type);
        shown.put("target", target == null ? null : Map.of("id", target));
        shown.put("subattachments", inner == null ? null : Map.of("data", inner));
        @SuppressWarnings("unchecked")
        Map<String, Object> known = (Map<String, Object>) (Map<String, ?>) shown;
        return known;
    }

    Map<String, Object> video(Fields fields, Video video) {
        Instant now = clock.instant();
        var finish = video.finished();
        Map<String, Supplier<?>> known = new LinkedHashMap<>();
        known.put("id", () -> video.id);
        known.put("status", () -> video.status(now));
        known.put("permalink_url", video::path);
        known.put("post_id", () -> finish.isPresent() ? video.postId : null);
        known.put("published", () -> video.shown(now));
        known.put("title", () -> finish.map(it -> textOrNull(it.title())).orElse(null));
        known.put(
                "description",
                () -> finish.map(it -> textOrNull(it.description())).orElse(null));
        known.put("created_time", () -> time(video.at()));
        known.put(
                "scheduled_publish_time",
                () -> finish.map(it -> second(it.scheduled())).orElse(null));
        known.put("place", () -> finish.map(it -> place(it.place())).orElse(null));
        known.put("from", () -> Map.of("id", video.page.id, "name", video.page.name));
        known.put(
                "picture",
                () -> video.thumbnail()
                        .map(it -> hosts.file(video.id + "/cover"))
                        .orElse(null));
        known.put("views", () -> Numbers.reach(video.id, video.page, video.at(), now) * 14 / 10);
        known.put("likes", () -> summary(Numbers.likes(video.id, video.page, video.at(), now)));
        known.put("comments", () -> summary(video.talk.all().size()));
        return fields.of("Video", known);
    }

    Map<String, Object> story(Story story, Instant now) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("post_id", story.postId());
        shown.put("status", story.shown(now) ? "PUBLISHED" : "ARCHIVED");
        shown.put("creation_time", Long.toString(story.at().getEpochSecond()));
        shown.put("media_type", story.video() ? "video" : "photo");
        shown.put("media_id", story.mediaId());
        shown.put("url", hosts.web() + story.path());
        return shown;
    }

    Map<String, Object> comment(Fields fields, Comment comment) {
        Map<String, Supplier<?>> known = Map.of(
                "id", comment::id,
                "message", comment::text,
                "created_time", () -> time(comment.at()),
                "permalink_url", () -> hosts.web() + "/" + comment.id(),
                "from", () -> Map.of("id", comment.fromId(), "name", comment.from()));
        return fields.of("Comment", known);
    }

    private static @Nullable Object place(String id) {
        String name = PLACES.get(id);
        return name == null ? null : Map.of("id", id, "name", name);
    }

    private static Map<String, Object> summary(long count) {
        return Map.of("data", List.of(), "summary", Map.of("total_count", count));
    }

    private static @Nullable Long second(@Nullable Instant at) {
        return at == null ? null : at.getEpochSecond();
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
