package planner.simulator.threads;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.media.MediaShelf.NotFetched;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.GraphError;
import planner.simulator.threads.Access.Scope;
import planner.simulator.threads.Draft.Attachments;
import planner.simulator.threads.Draft.Kind;
import planner.simulator.threads.Draft.Links;
import planner.simulator.threads.Draft.Spoiler;
import tools.jackson.databind.JsonNode;

/** Makes containers out of parameters and watches over what may stand together. */
final class Studio {
    private static final String[] KNOWN = {
        "media_type",
        "text",
        "image_url",
        "video_url",
        "is_carousel_item",
        "children",
        "reply_to_id",
        "reply_control",
        "quote_post_id",
        "link_attachment",
        "topic_tag",
        "alt_text",
        "poll_attachment",
        "gif_attachment",
        "text_entities",
        "is_spoiler_media",
        "location_id"
    };
    /** What exists, but not for this app. */
    private static final String[] CLOSED = {
        "text_attachment", "allowlisted_country_codes", "is_ghost_post", "enable_reply_approvals", "auto_publish_text"
    };

    private static final Set<String> CONTROLS =
            Set.of("everyone", "accounts_you_follow", "mentioned_only", "parent_post_author_only", "followers_only");
    private static final int LONGEST = 500;
    private static final int MOST_LINKS = 5;

    private final Clock clock;
    private final MediaChecks media;
    private final Map<String, Container> containers = new ConcurrentHashMap<>();
    private final AtomicLong ids;

    Studio(Clock clock, MediaChecks media) {
        this.clock = clock;
        this.media = media;
        // Ids of yesterday do not come again after a restart.
        ids = new AtomicLong(17_990_000_000_000_000L + clock.millis());
    }

    Optional<Container> find(String id) {
        return Optional.ofNullable(containers.get(id));
    }

    Container create(Access access, GraphCall call) {
        call.knows(Stream.concat(Arrays.stream(KNOWN), Arrays.stream(CLOSED)).toArray(String[]::new));
        for (String closed : CLOSED) {
            if (call.has(closed)) {
                throw GraphError.of(100, 0, "THREADS_API__FEATURE_NOT_AVAILABLE: " + closed);
            }
        }
        Kind kind = kind(call);
        onlyWhereItBelongs(kind, call);
        String text = text(call);
        Instant now = clock.instant();
        List<Draft> children = kind == Kind.CAROUSEL ? children(access, call, now) : List.of();
        Kept file = null;
        String failure = "";
        if (kind == Kind.IMAGE) {
            file = media.image(call.needs("image_url"));
        } else if (kind == Kind.VIDEO) {
            try {
                file = media.video(call.needs("video_url"));
                failure = MediaChecks.fault(file);
            } catch (NotFetched e) {
                failure = MediaChecks.NOT_DOWNLOADED;
            }
        }
        Draft draft = draft(access, kind, text, call, children, file);
        var container =
                new Container(Long.toString(ids.addAndGet(7)), access.me(), draft, now, now.plus(pace(kind)), failure);
        containers.put(container.id, container);
        return container;
    }

    private static Duration pace(Kind kind) {
        return Duration.ofSeconds(
                switch (kind) {
                    case TEXT -> 1;
                    case IMAGE, CAROUSEL -> 2;
                    case VIDEO -> 6;
                });
    }

    private static Kind kind(GraphCall call) {
        try {
            return Kind.valueOf(call.needs("media_type"));
        } catch (IllegalArgumentException e) {
            throw GraphError.wrong("Param media_type must be one of TEXT, IMAGE, VIDEO, CAROUSEL");
        }
    }

    private static void onlyWhereItBelongs(Kind kind, GraphCall call) {
        boolean one = kind == Kind.IMAGE || kind == Kind.VIDEO;
        boolean child = call.flag("is_carousel_item");
        belongs(call, "image_url", kind == Kind.IMAGE);
        belongs(call, "video_url", kind == Kind.VIDEO);
        belongs(call, "alt_text", one);
        belongs(call, "is_carousel_item", one);
        belongs(call, "children", kind == Kind.CAROUSEL);
        belongs(call, "is_spoiler_media", kind != Kind.TEXT && !child);
        for (String attached : List.of("link_attachment", "poll_attachment", "gif_attachment")) {
            belongs(call, attached, kind == Kind.TEXT);
        }
        for (String said : List.of(
                "text", "text_entities", "reply_to_id", "reply_control", "quote_post_id", "topic_tag", "location_id")) {
            belongs(call, said, !child);
        }
    }

    private static void belongs(GraphCall call, String name, boolean there) {
        if (call.has(name) && !there) {
            throw GraphError.wrong("Param " + name + " is not allowed for this media type");
        }
    }

    private static String text(GraphCall call) {
        String text = call.text("text").orElse("");
        if (Counting.length(text) > LONGEST) {
            throw GraphError.of(100, 0, "(#100) Param text must be at most " + LONGEST + " characters long");
        }
        Set<String> links = new java.util.HashSet<>(Counting.links(text));
        call.text("link_attachment").ifPresent(links::add);
        if (links.size() > MOST_LINKS) {
            throw GraphError.of(100, 0, "THREADS_API__LINK_LIMIT_EXCEEDED");
        }
        return text;
    }

    private List<Draft> children(Access access, GraphCall call, Instant now) {
        List<String> named = call.list("children");
        if (named.size() < 2 || named.size() > 20) {
            throw GraphError.of(100, 0, "(#100) A carousel needs between 2 and 20 items");
        }
        return named.stream().map(id -> child(access, id, now)).toList();
    }

    private Draft child(Access access, String id, Instant now) {
        Container child = containers.get(id);
        if (child == null || !access.container(child).draft.child()) {
            throw Container.notFound(id);
        }
        child.mustBeReady(now);
        return child.draft;
    }

    private static Draft draft(
            Access access, Kind kind, String text, GraphCall call, List<Draft> children, @Nullable Kept file) {
        String alt = call.text("alt_text").orElse("");
        if (alt.codePointCount(0, alt.length()) > 1_000) {
            throw GraphError.of(100, 0, "(#100) Param alt_text must be at most 1000 characters long");
        }
        var attachments = new Attachments(topic(call), link(call), poll(call), gif(call));
        if (kind == Kind.TEXT && text.isBlank() && attachments.none()) {
            throw GraphError.of(100, 0, "(#100) Param text is required for a text post");
        }
        return new Draft(
                kind,
                call.flag("is_carousel_item"),
                text,
                alt,
                links(access, call),
                attachments,
                spoilers(text, call),
                call.flag("is_spoiler_media"),
                children,
                file);
    }

    private static Links links(Access access, GraphCall call) {
        String control = call.text("reply_control").orElse("everyone");
        if (!CONTROLS.contains(control)) {
            throw GraphError.wrong("Param reply_control must be one of " + CONTROLS);
        }
        if (call.has("reply_control") || call.has("reply_to_id")) {
            access.may(Scope.REPLY);
        }
        if (call.has("location_id")) {
            access.may(Scope.PLACE);
        }
        return new Links(
                call.text("reply_to_id").map(access::seen).orElse(null),
                call.text("quote_post_id").map(access::seen).orElse(null),
                control,
                Places.known(call.text("location_id").orElse("")));
    }

    private static String topic(GraphCall call) {
        String topic = call.text("topic_tag").orElse("");
        if (topic.codePointCount(0, topic.length()) > 50 || topic.contains(".") || topic.contains("&")) {
            throw GraphError.of(100, 0, "(#100) Param topic_tag has at most 50 characters, without . and &");
        }
        return topic;
    }

    private static String link(GraphCall call) {
        String link = call.text("link_attachment").orElse("");
        try {
            if (!link.isEmpty() && URI.create(link).getHost() == null) {
                throw new IllegalArgumentException();
            }
        } catch (IllegalArgumentException e) {
            throw GraphError.of(100, 0, "(#100) Param link_attachment must be a valid web address");
        }
        return link;
    }

    private static List<String> poll(GraphCall call) {
        if (!call.has("poll_attachment")) {
            return List.of();
        }
        JsonNode poll = call.json("poll_attachment");
        List<String> names = List.of("option_a", "option_b", "option_c", "option_d");
        List<String> options = new ArrayList<>();
        for (String name : names.subList(0, Math.min(4, poll.size()))) {
            options.add(poll.path(name).asString(""));
        }
        boolean fits = poll.size() >= 2
                && poll.size() <= 4
                && options.stream().allMatch(it -> !it.isBlank() && it.codePointCount(0, it.length()) <= 25);
        if (!fits) {
            throw GraphError.of(100, 0, "(#100) Param poll_attachment needs 2 to 4 options of at most 25 characters");
        }
        return options;
    }

    private static String gif(GraphCall call) {
        if (!call.has("gif_attachment")) {
            return "";
        }
        JsonNode gif = call.json("gif_attachment");
        String id = gif.path("gif_id").asString("");
        if (id.isEmpty()
                || gif.size() != 2
                || !gif.path("provider").asString("").equals("GIPHY")) {
            throw GraphError.of(100, 0, "(#100) Param gif_attachment needs a gif_id of the provider GIPHY");
        }
        return id;
    }

    private static List<Spoiler> spoilers(String text, GraphCall call) {
        if (!call.has("text_entities")) {
            return List.of();
        }
        int length = text.codePointCount(0, text.length());
        List<Spoiler> spoilers = call.elements(
                "text_entities",
                it -> new Spoiler(
                        it.path("offset").asInt(-1),
                        it.path("entity_type").asString("").equals("SPOILER")
                                ? it.path("length").asInt(-1)
                                : -1));
        boolean fits = spoilers.size() <= 10
                && spoilers.stream()
                        .allMatch(it -> it.offset() >= 0 && it.length() > 0 && it.offset() + it.length() <= length);
        if (!fits) {
            throw GraphError.of(100, 0, "(#100) Param text_entities takes at most 10 spoilers inside the text");
        }
        return spoilers;
    }
}
