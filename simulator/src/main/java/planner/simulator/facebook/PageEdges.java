package planner.simulator.facebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import planner.simulator.facebook.Post.State;
import planner.simulator.meta.Fields;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.GraphError;
import tools.jackson.databind.JsonNode;

/** What stands under a Page: its feed, its photos and its stories; videos have {@link VideoEdges}. */
final class PageEdges {
    static final int LONGEST = 63_206;
    private static final int MOST_PHOTOS = 10;
    /** What was posted stands in lists a little later only. */
    private static final Duration LAG = Duration.ofSeconds(10);

    private final Clock clock;
    private final People people;
    private final Nodes nodes;
    private final MediaChecks media;
    private final Links links;
    private final Bells bells;
    private final AtomicLong ids;
    private final Map<String, List<String>> subscriptions = new ConcurrentHashMap<>();

    PageEdges(Clock clock, People people, Nodes nodes, MediaChecks media, Links links, Bells bells) {
        this.clock = clock;
        this.people = people;
        this.nodes = nodes;
        this.media = media;
        this.links = links;
        this.bells = bells;
        // Ids of yesterday do not come again after a restart.
        ids = new AtomicLong(122_100_000_000_000L + clock.millis() / 1000);
    }

    String id() {
        return Long.toString(ids.addAndGet(11));
    }

    /** @param edge the path below the Page */
    Object answer(GraphCall call, Access access, Page page, String edge) {
        return call.method().equals("POST") ? written(call, access, page, edge) : read(call, access, page, edge);
    }

    private Object written(GraphCall call, Access access, Page page, String edge) {
        if (edge.equals("subscribed_apps")) {
            access.of(page, page.id).may(Access.METADATA);
            call.knows("subscribed_fields").needs("subscribed_fields");
            subscriptions.put(page.id, call.list("subscribed_fields"));
            return Map.of("success", true);
        }
        access.publishes(page);
        return switch (edge) {
            case "feed" -> feed(call, page);
            case "photos" -> photo(call, page);
            case "photo_stories" -> photoStory(call.knows("photo_id"), page);
            default -> throw GraphError.unknownPath(edge);
        };
    }

    private Object read(GraphCall call, Access access, Page page, String edge) {
        access.of(page, page.id);
        return switch (call.method() + " " + edge) {
            case "GET published_posts" -> {
                access.may(Access.READ);
                yield listed(call, page, it -> it.published(clock.instant()) && !fresh(it));
            }
            case "GET scheduled_posts" -> {
                access.may(Access.READ);
                yield listed(call, page, it -> it.waiting(clock.instant()));
            }
            case "GET stories" -> {
                access.may(Access.READ);
                yield stories(call, page);
            }
            case "GET subscribed_apps" -> {
                access.may(Access.METADATA);
                call.knows();
                var fields = subscriptions.getOrDefault(page.id, List.of());
                yield Map.of("data", fields.isEmpty() ? List.of() : List.of(Map.of("subscribed_fields", fields)));
            }
            case "DELETE subscribed_apps" -> {
                access.may(Access.METADATA);
                call.knows();
                subscriptions.remove(page.id);
                yield Map.of("success", true);
            }
            default -> throw GraphError.unknownPath(edge);
        };
    }

    private Object feed(GraphCall call, Page page) {
        call.knows(
                "message",
                "link",
                "published",
                "scheduled_publish_time",
                "unpublished_content_type",
                "attached_media",
                "targeting",
                "feed_targeting",
                "place",
                "tags",
                "backdated_time",
                "text_format_preset_id",
                "fields");
        Instant now = clock.instant();
        String message = call.text("message").orElse("");
        fits(message);
        var when = Timing.of(call, now);
        if (message.isEmpty() && !call.has("link") && !call.has("attached_media")) {
            throw GraphError.wrong("Message, link or attached_media is required");
        }
        List<Photo> photos = call.has("attached_media") ? attached(call, page) : List.of();
        if (!photos.isEmpty() && call.has("link")) {
            throw GraphError.wrong("link and attached_media cannot stand together");
        }
        Post.Card card = call.has("link") ? links.card(call.needs("link")) : null;
        List<Photo> taken = new ArrayList<>();
        try {
            for (Photo each : when.state() == State.DRAFT ? List.<Photo>of() : photos) {
                each.use(now);
                taken.add(each);
            }
            var post = new Post(page.id + "_" + id(), page, message, card, photos, place(call), now, when);
            page.add(post, now);
            bells.posted(post);
            return nodes.post(Fields.of(call.text("fields").orElse("id")), post);
        } catch (GraphError e) {
            taken.forEach(Photo::release);
            throw e;
        }
    }

    static void fits(String message) {
        if (message.codePointCount(0, message.length()) > LONGEST) {
            throw GraphError.of(100, 0, "(#100) Param message must be at most " + LONGEST + " characters long");
        }
    }

    /** A place is a Page that has an address. */
    static String place(GraphCall call) {
        String place = call.text("place").orElse("");
        if (!place.isEmpty() && !Nodes.PLACES.containsKey(place)) {
            throw GraphError.of(100, 0, "(#100) Param place must be a page ID of a place");
        }
        return place;
    }

    private List<Photo> attached(GraphCall call, Page page) {
        List<String> wanted = call.elements("attached_media", PageEdges::mediaId);
        if (wanted.size() > MOST_PHOTOS || wanted.isEmpty()) {
            throw GraphError.of(100, 0, "(#100) Param attached_media must have 1 to " + MOST_PHOTOS + " elements");
        }
        return wanted.stream().map(id -> ofPage(id, page)).toList();
    }

    private static String mediaId(JsonNode node) {
        if (!node.path("media_fbid").isString() || node.size() != 1) {
            throw GraphError.wrong("Param attached_media must have elements {\"media_fbid\": id}");
        }
        return node.path("media_fbid").asString();
    }

    private Photo ofPage(String id, Page page) {
        Photo photo = people.photos.get(id);
        if (photo == null || photo.page != page) {
            throw GraphError.of(100, 0, "(#100) Param attached_media has an invalid media_fbid: " + id);
        }
        return photo;
    }

    private Object photo(GraphCall call, Page page) {
        call.knows(
                "source",
                "url",
                "caption",
                "message",
                "alt_text_custom",
                "published",
                "temporary",
                "no_story",
                "scheduled_publish_time",
                "unpublished_content_type",
                "place",
                "targeting");
        Instant now = clock.instant();
        String caption = call.text("message").or(() -> call.text("caption")).orElse("");
        fits(caption);
        String alt = call.text("alt_text_custom").orElse("");
        if (alt.codePointCount(0, alt.length()) > 1_000) {
            throw GraphError.of(100, 0, "(#100) Param alt_text_custom must be at most 1000 characters long");
        }
        var when = Timing.of(call, now);
        if (call.flag("temporary") && when.state() == State.PUBLISHED) {
            throw GraphError.wrong("Param temporary needs published=false");
        }
        var photo = new Photo(id(), page, media.photo(call), alt, call.flag("temporary"), now);
        people.photos.put(photo.id, photo);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", photo.id);
        if (when.state() != State.DRAFT) {
            photo.use(now);
            var post = new Post(page.id + "_" + id(), page, caption, null, List.of(photo), place(call), now, when);
            page.add(post, now);
            bells.posted(post);
            answer.put("post_id", post.id);
        }
        return answer;
    }

    private Object photoStory(GraphCall call, Page page) {
        Instant now = clock.instant();
        Photo photo = ofPage(call.needs("photo_id"), page);
        photo.use(now);
        var story = new Story(id(), page, photo.id, false, photo.file, now);
        page.add(story);
        return Map.of("success", true, "post_id", story.postId());
    }

    private boolean fresh(Post post) {
        return post.at().isAfter(clock.instant().minus(LAG));
    }

    private Object listed(GraphCall call, Page page, Predicate<Post> which) {
        call.knows("fields", "limit", "since", "until", "after");
        Instant since = call.number("since").map(Instant::ofEpochSecond).orElse(Instant.MIN);
        Instant until = call.number("until").map(Instant::ofEpochSecond).orElse(Instant.MAX);
        int limit = Math.toIntExact(call.number("limit").orElse(25L));
        if (limit < 1 || limit > 100) {
            throw GraphError.wrong("Param limit must be between 1 and 100");
        }
        Fields fields = Fields.of(call.text("fields").orElse("id,message,created_time"));
        List<Object> data = new ArrayList<>();
        page.posts().stream()
                .filter(which)
                .filter(it -> !it.at().isBefore(since) && !it.at().isAfter(until))
                .limit(limit)
                .forEach(it -> data.add(nodes.post(fields, it)));
        return Map.of("data", data);
    }

    private Object stories(GraphCall call, Page page) {
        call.knows("fields", "status", "since", "until", "limit", "after");
        Instant now = clock.instant();
        List<String> states = call.list("status");
        if (!List.of("PUBLISHED", "ARCHIVED").containsAll(states)) {
            throw GraphError.wrong("Param status must be PUBLISHED or ARCHIVED");
        }
        Instant since = call.number("since").map(Instant::ofEpochSecond).orElse(Instant.MIN);
        Instant until = call.number("until").map(Instant::ofEpochSecond).orElse(Instant.MAX);
        List<Object> data = new ArrayList<>();
        page.stories().stream()
                .filter(it -> states.isEmpty() || states.contains(it.shown(now) ? "PUBLISHED" : "ARCHIVED"))
                .filter(it -> !it.at().isBefore(since) && !it.at().isAfter(until))
                .filter(it -> !it.at().isAfter(now.minus(LAG)))
                .forEach(it -> data.add(nodes.story(it, now)));
        return Map.of("data", data);
    }
}
