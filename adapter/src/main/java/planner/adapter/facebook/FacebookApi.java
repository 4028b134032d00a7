package planner.adapter.facebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Chunks;
import planner.adapter.kit.Json;
import planner.adapter.kit.Multipart;
import planner.adapter.kit.Reply;
import planner.adapter.meta.Graph;
import planner.network.Fault;
import planner.network.Media;
import planner.network.NetworkException;
import planner.network.Session;
import tools.jackson.databind.JsonNode;

/** The endpoints of photos, posts, stories and comments, one method each; videos have {@link FacebookVideos}. */
final class FacebookApi {
    private static final String FIELDS = "fields";

    private final FacebookCalls calls;

    FacebookApi(FacebookCalls calls) {
        this.calls = calls;
    }

    private record Id(String id) {}

    /**
     * Uploads a photo that nobody sees yet.
     *
     * @param temporary kept beyond a day, for a post that appears later
     * @param seed of the body's boundary
     */
    String photo(Media media, boolean temporary, String seed, Session session) {
        var body = new Multipart(seed).field("published", "false");
        if (temporary) {
            body.field("temporary", "true");
        }
        if (!media.alt().isBlank()) {
            body.field("alt_text_custom", media.alt());
        }
        body.file("source", media.name(), media.type(), media.bytes(), Chunks.whole(session.files(), media));
        var reply = calls.send(Call.post(calls.page(session, "/photos")).body(body.body()), session);
        return Json.read(reply, Id.class).id();
    }

    /** What a call that the public sees said. */
    sealed interface Answer {
        record Out(String id) implements Answer {}

        /** Said to be there already. */
        record Doubled(String words) implements Answer {}
    }

    Answer feed(Map<String, String> fields, Session session) {
        return answer(Call.post(calls.page(session, "/feed")).form(fields), "id", session);
    }

    Answer photoStory(String photo, Session session) {
        return answer(
                Call.post(calls.page(session, "/photo_stories")).form(Map.of("photo_id", photo)), "post_id", session);
    }

    private Answer answer(Call call, String id, Session session) {
        var reply = calls.raw(call, session);
        if (FacebookFaults.doubled(reply)) {
            return FacebookFaults.GRAPH.of(reply) instanceof Fault.Unavailable(var maybe, var words)
                    ? new Answer.Doubled(words)
                    : new Answer.Doubled("");
        }
        return new Answer.Out(text(Graph.checked(reply, FacebookFaults.GRAPH::of), id));
    }

    /** Ids may be numbers beyond 2^53. */
    static String text(Reply reply, String field) {
        var node = Json.tree(reply).path(field);
        if (!node.isString() && !node.isIntegralNumber()) {
            throw new NetworkException(new Fault.Unavailable(true, "the answer lacks: " + field));
        }
        return node.asString();
    }

    /**
     * A post of the Page.
     *
     * @param photos ids of the photos that it shows
     * @param due second at which it appears; {@code null} when it is out
     */
    record Seen(
            String id,
            String message,
            Set<String> photos,
            @Nullable Long due) {}

    /** What the Page has published since; reels are not among it. */
    List<Seen> published(Instant since, Session session) {
        return seen("/published_posts", "id,message,created_time,permalink_url", since, session);
    }

    /** What Facebook will publish later. */
    List<Seen> scheduled(Session session) {
        return seen("/scheduled_posts", "id,message,scheduled_publish_time", null, session);
    }

    private List<Seen> seen(String edge, String fields, @Nullable Instant since, Session session) {
        var query = new LinkedHashMap<String, String>();
        query.put(FIELDS, fields + ",attachments{media_type,target{id},subattachments{target{id}}}");
        if (since != null) {
            query.put("since", "" + since.getEpochSecond());
        }
        query.put("limit", "100");
        var reply = calls.send(Call.get(calls.page(session, edge)).query(query), session);
        return Json.tree(reply)
                .path("data")
                .valueStream()
                .map(FacebookApi::seen)
                .toList();
    }

    private static Seen seen(JsonNode row) {
        var photos = new LinkedHashSet<String>();
        row.path("attachments").path("data").valueStream().forEach(one -> {
            photos.add(one.path("target").path("id").asString(""));
            one.path("subattachments")
                    .path("data")
                    .valueStream()
                    .forEach(each -> photos.add(each.path("target").path("id").asString("")));
        });
        var due = row.path("scheduled_publish_time");
        return new Seen(
                row.path("id").asString(""),
                row.path("message").asString(""),
                photos,
                due.isNumber() ? due.asLong() : null);
    }

    record Story(
            @JsonProperty("post_id") @Nullable String postId,
            @JsonProperty("media_id") @Nullable String mediaId,
            @Nullable String url) {}

    private record Stories(@Nullable List<Story> data) {}

    List<Story> stories(Instant since, Session session) {
        var query = new LinkedHashMap<String, String>();
        query.put("status", "PUBLISHED,ARCHIVED");
        query.put("since", "" + since.getEpochSecond());
        var data = Json.read(
                        calls.send(Call.get(calls.page(session, "/stories")).query(query), session), Stories.class)
                .data();
        return data == null ? List.of() : data;
    }

    /** Empty where Facebook does not tell. @param field as a post or a video calls it */
    Optional<Boolean> shown(String id, String field, Session session) {
        var reply = calls.ofPost(Call.get(calls.node(id)).query(FIELDS, field), session);
        return Json.tree(reply).path(field).asBooleanOpt();
    }

    Optional<URI> permalink(String post, Session session) {
        var reply = calls.ofPost(Call.get(calls.node(post)).query(FIELDS, "permalink_url"), session);
        var link = Json.tree(reply).path("permalink_url").asString("");
        return link.isEmpty() ? Optional.empty() : Optional.of(calls.web(link));
    }

    /** Where a post is found when Facebook did not say it. */
    URI fallback(String id) {
        return calls.web("/" + id);
    }

    void comment(String target, String text, Session session) {
        calls.ofPost(Call.post(calls.node(target + "/comments")).form(Map.of("message", text)), session);
    }

    /** Whether the Page itself said this below its own post. */
    boolean commented(String target, String text, Session session) {
        var query = new LinkedHashMap<String, String>();
        query.put("filter", "stream");
        query.put("order", "reverse_chronological");
        query.put(FIELDS, "id,message,from,created_time");
        var reply = calls.ofPost(Call.get(calls.node(target + "/comments")).query(query), session);
        return Json.tree(reply)
                .path("data")
                .valueStream()
                .anyMatch(row -> row.path("message").asString("").strip().equals(text)
                        && row.path("from")
                                .path("id")
                                .asString("")
                                .equals(session.account().id()));
    }

    /** One value by metric name; what Facebook does not send is absent. */
    Map<String, Long> insights(String id, String metrics, Session session) {
        return Graph.metrics(calls.ofPost(Call.get(calls.node(id + "/insights")).query("metric", metrics), session));
    }

    /** Fields of a node, for counters that stand in them. */
    JsonNode counters(String id, String fields, Session session) {
        return Json.tree(calls.ofPost(Call.get(calls.node(id)).query(FIELDS, fields), session));
    }
}
