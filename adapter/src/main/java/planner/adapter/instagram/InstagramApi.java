package planner.adapter.instagram;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.adapter.meta.ContainerStatus;
import planner.adapter.meta.Graph;
import planner.network.Fault;
import planner.network.Media;
import planner.network.NetworkException;
import planner.network.Session;

/** The Graph endpoints we use, one method each, on the host that fits the account's login. */
final class InstagramApi {
    /** So many of a post's newest comments are looked through. */
    private static final int COMMENTS = 25;

    private final InstagramApp app;
    private final Http http;
    private final Graph graph;

    InstagramApi(InstagramApp app, Http http) {
        this.app = app;
        this.http = http;
        this.graph = new Graph(http);
    }

    private record Id(String id) {}

    /** Makes a container. @return its id */
    String container(Map<String, String> fields, Session session) {
        var reply = send(Call.post(account(session, "/media")).form(fields), session);
        return Json.read(reply, Id.class).id();
    }

    /** Makes the container over finished items. @return its id; empty when an item is no longer known */
    Optional<String> carousel(Map<String, String> fields, Session session) {
        var reply = http.send(Call.post(account(session, "/media"))
                .form(fields)
                .bearer(session.credential().access()));
        return InstagramFaults.expired(reply)
                ? Optional.empty()
                : Optional.of(Json.read(Graph.checked(reply, InstagramFaults::of), Id.class)
                        .id());
    }

    /** @param status text with a subcode when it failed */
    record State(
            @JsonProperty("status_code") ContainerStatus code,
            @Nullable String status) {
        String words() {
            return status == null ? "" : status;
        }
    }

    State state(String container, Session session) {
        var reply = http.send(Call.get(node(session, container))
                .query("fields", "status_code,status,id")
                .bearer(session.credential().access()));
        if (InstagramFaults.missing(reply)) {
            return new State(ContainerStatus.GONE, null);
        }
        return Json.read(Graph.checked(reply, InstagramFaults::of), State.class);
    }

    /** @param bytes of a resumable upload that have arrived */
    record Arrived(ContainerStatus code, long bytes) {}

    Arrived arrived(String container, Session session) {
        var reply = http.send(Call.get(node(session, container))
                .query("fields", "status_code,video_status")
                .bearer(session.credential().access()));
        if (InstagramFaults.missing(reply)) {
            return new Arrived(ContainerStatus.GONE, 0);
        }
        var state = Json.read(Graph.checked(reply, InstagramFaults::of), State.class);
        var uploading = Json.tree(reply).path("video_status").path("uploading_phase");
        return new Arrived(state.code(), uploading.path("bytes_transferred").asLong(0));
    }

    /** Sends a video to its container from an offset on; Facebook Login only. */
    void upload(String container, Media media, long offset, Session session) {
        var to = URI.create(
                app.upload() + "/ig-api-upload/" + app.facebookGraph().version() + "/" + container);
        graph.upload(to, media, offset, session, InstagramFaults::of);
    }

    /** What the publish call said. */
    sealed interface Answer {
        record Out(String media) implements Answer {}

        /** Called spam-like, which is said of posts that are out, too. */
        record Blocked(Fault fault) implements Answer {}
    }

    /** Makes the container visible. */
    Answer publish(String container, Session session) {
        var reply = http.send(Call.post(account(session, "/media_publish"))
                .form(Map.of("creation_id", container))
                .bearer(session.credential().access()));
        if (reply.ok()) {
            return new Answer.Out(Json.read(reply, Id.class).id());
        }
        var fault = InstagramFaults.of(reply);
        if (InstagramFaults.spamLike(reply)) {
            return new Answer.Blocked(fault);
        }
        throw new NetworkException(fault);
    }

    /** @param used of {@code total} posts in the rolling day */
    record Quota(int used, int total) {}

    Quota quota(Session session) {
        var reply = send(
                Call.get(account(session, "/content_publishing_limit")).query("fields", "quota_usage,config"), session);
        var row = Json.tree(reply).path("data").path(0);
        return new Quota(
                row.path("quota_usage").asInt(0),
                row.path("config").path("quota_total").asInt(50));
    }

    record Seen(
            String id,
            @Nullable String caption,
            @Nullable String timestamp,
            @JsonProperty("media_product_type") @Nullable String product,
            @Nullable String permalink) {
        Instant at() {
            return timestamp == null ? Instant.EPOCH : Graph.time(timestamp);
        }
    }

    private record SeenList(@Nullable List<Seen> data) {}

    List<Seen> newest(Session session) {
        return list(account(session, "/media"), "id,caption,timestamp,media_product_type,permalink", session);
    }

    List<Seen> stories(Session session) {
        return list(account(session, "/stories"), "id,timestamp,permalink", session);
    }

    private List<Seen> list(URI uri, String fields, Session session) {
        var query = new LinkedHashMap<String, String>();
        query.put("fields", fields);
        query.put("limit", "10");
        var data = Json.read(send(Call.get(uri).query(query), session), SeenList.class)
                .data();
        return data == null ? List.of() : data;
    }

    Optional<URI> permalink(String media, Session session) {
        var reply = send(Call.get(node(session, media)).query("fields", "id,permalink"), session);
        var link = Json.tree(reply).path("permalink").asString("");
        return link.isEmpty() ? Optional.empty() : Optional.of(URI.create(link));
    }

    void comment(String media, String text, Session session) {
        ofPost(Call.post(node(session, media + "/comments")).form(Map.of("message", text)), session);
    }

    private record Comment(@Nullable String text, @Nullable String username) {}

    private record Comments(@Nullable List<Comment> data) {}

    /** Whether a comment of ours is there; behind so many others it might hide. */
    enum Commented {
        YES,
        NO,
        TOO_MANY
    }

    /** Whether the account itself said this below its own post. */
    Commented commented(String media, String text, Session session) {
        var query = new LinkedHashMap<String, String>();
        query.put("fields", "id,text,username,timestamp");
        query.put("limit", "" + COMMENTS);
        var reply = send(Call.get(node(session, media + "/comments")).query(query), session);
        var comments =
                Optional.ofNullable(Json.read(reply, Comments.class).data()).orElse(List.of());
        boolean found = comments.stream()
                .anyMatch(comment -> text.equals(comment.text())
                        && session.account().handle().equals(comment.username()));
        if (found) {
            return Commented.YES;
        }
        return comments.size() < COMMENTS ? Commented.NO : Commented.TOO_MANY;
    }

    void commentsOff(String media, Session session) {
        ofPost(Call.post(node(session, media)).form(Map.of("comment_enabled", "false")), session);
    }

    /** One value by metric name; what Meta does not send is absent. */
    Map<String, Long> insights(String media, String metrics, Session session) {
        var reply = ofPost(Call.get(node(session, media + "/insights")).query("metric", metrics), session);
        return Graph.metrics(reply);
    }

    Map<String, Long> account(Session session) {
        var reply = send(Call.get(account(session, "")).query("fields", "followers_count,media_count"), session);
        var values = new LinkedHashMap<String, Long>();
        for (var name : List.of("followers_count", "media_count")) {
            var value = Json.tree(reply).path(name);
            if (value.isNumber()) {
                values.put(name, value.asLong());
            }
        }
        return values;
    }

    private URI account(Session session, String path) {
        return node(session, session.account().id() + path);
    }

    private URI node(Session session, String path) {
        var api = Variant.of(session.account()) == Variant.FACEBOOK ? app.facebookGraph() : app.graph();
        return api.at(path);
    }

    private Reply send(Call call, Session session) {
        return graph.send(call, session, InstagramFaults::of);
    }

    private Reply ofPost(Call call, Session session) {
        return graph.send(call, session, InstagramFaults::ofPost);
    }
}
