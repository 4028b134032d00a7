package planner.simulator.threads;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import planner.simulator.meta.Fields;
import planner.simulator.meta.GraphCall;
import planner.simulator.threads.Draft.Kind;

/** How profiles, containers and posts look when they are read. */
final class Nodes {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx");

    private final Clock clock;
    private final People people;
    private final Hosts hosts;

    Nodes(Clock clock, People people, Hosts hosts) {
        this.clock = clock;
        this.people = people;
        this.hosts = hosts;
    }

    static String time(Instant at) {
        return TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    static Fields fields(GraphCall call) {
        return Fields.of(call.text("fields").orElse("id"));
    }

    Map<String, Object> profile(Fields fields, Profile profile) {
        Map<String, Supplier<?>> known = new LinkedHashMap<>();
        known.put("id", () -> profile.id);
        known.put("username", () -> profile.username);
        known.put("name", () -> profile.name);
        known.put("threads_profile_picture_url", () -> hosts.avatar(profile.username));
        known.put("threads_biography", () -> "In the sandbox");
        known.put("is_verified", () -> false);
        return fields.of("ThreadsUser", known);
    }

    Map<String, Object> container(Fields fields, Container container) {
        Instant now = clock.instant();
        Map<String, Supplier<?>> known = new LinkedHashMap<>();
        known.put("id", () -> container.id);
        known.put("status", () -> container.status(now).name());
        known.put("error_message", () -> container.error(now));
        return fields.of("ThreadsContainer", known);
    }

    Map<String, Object> post(Fields fields, Post post) {
        Draft draft = post.draft;
        Map<String, Supplier<?>> known = new LinkedHashMap<>();
        known.put("id", () -> post.id);
        known.put("permalink", () -> hosts.web() + post.path());
        known.put("shortcode", post::shortcode);
        known.put("timestamp", () -> time(post.at));
        known.put("username", () -> post.profile.username);
        known.put("owner", () -> Map.of("id", post.profile.id));
        known.put("text", () -> orNull(draft.text()));
        known.put("alt_text", () -> orNull(draft.altText()));
        known.put("media_type", () -> draft.kind().shown);
        known.put("media_product_type", () -> "THREADS");
        known.put("media_url", () -> draft.media() == null ? null : hosts.file(post.id, 0));
        known.put("thumbnail_url", () -> draft.kind() == Kind.VIDEO ? hosts.file(post.id, 0) : null);
        known.put("topic_tag", () -> orNull(draft.attachments().topic()));
        known.put("link_attachment_url", () -> orNull(draft.attachments().link()));
        known.put("location_id", () -> orNull(draft.links().location()));
        known.put("poll_attachment", () -> poll(post));
        known.put("children", () -> draft.children().isEmpty() ? null : Map.of("data", children(post)));
        hanging(known, post);
        return fields.of("ThreadsMedia", known);
    }

    private void hanging(Map<String, Supplier<?>> known, Post post) {
        known.put("is_quote_post", () -> post.draft.links().quoted() != null);
        known.put("quoted_post", () -> id(post.draft.links().quoted()));
        known.put("has_replies", () -> !people.repliesTo(post).isEmpty());
        known.put("is_reply", post::reply);
        known.put("is_reply_owned_by_me", post::reply);
        known.put("replied_to", () -> id(post.parent()));
        known.put("root_post", () -> post.reply() ? id(post.root()) : null);
        known.put("reply_audience", () -> post.draft.links().control().toUpperCase(java.util.Locale.ROOT));
        known.put("hide_status", () -> "NOT_HUSHED");
    }

    private static @Nullable Map<String, Object> id(@Nullable Post post) {
        return post == null ? null : Map.of("id", post.id);
    }

    private static @Nullable Map<String, Object> poll(Post post) {
        List<String> options = post.draft.attachments().poll();
        if (options.isEmpty()) {
            return null;
        }
        Map<String, Object> poll = new LinkedHashMap<>();
        IntStream.range(0, options.size()).forEach(i -> poll.put("option_" + (char) ('a' + i), options.get(i)));
        poll.put("expiration_timestamp", time(post.at.plus(Duration.ofDays(1))));
        return poll;
    }

    private static List<Map<String, Object>> children(Post post) {
        return IntStream.range(0, post.draft.children().size())
                .<Map<String, Object>>mapToObj(
                        i -> Map.of("id", Long.toString(Long.parseLong(post.id) + 1_000_000_000L * (i + 1))))
                .toList();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
