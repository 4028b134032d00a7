package planner.adapter.threads;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.adapter.meta.ContainerStatus;
import planner.adapter.meta.Graph;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Session;
import tools.jackson.databind.JsonNode;

/** The endpoints of graph.threads.net that we use, one method each. */
final class ThreadsApi {
    private static final int MOST_SEEN = 25;

    private final ThreadsApp app;
    private final Http http;
    private final Graph graph;

    ThreadsApi(ThreadsApp app, Http http) {
        this.app = app;
        this.http = http;
        this.graph = new Graph(http);
    }

    private record Id(String id) {}

    /** Makes a container, which nobody sees. @return its id */
    String container(Map<String, String> fields, Session session) {
        // what it hangs on may have been deleted: that is no reason to connect again
        boolean hangs = fields.containsKey("reply_to_id") || fields.containsKey("quote_post_id");
        var reply = graph.send(
                Call.post(account(session, "/threads")).form(fields),
                session,
                hangs ? ThreadsFaults::ofPost : ThreadsFaults::of);
        return Json.read(reply, Id.class).id();
    }

    /** @param error a word such as {@code INVALID_DURATION} when it failed */
    record State(
            @JsonProperty("status") ContainerStatus status,
            @JsonProperty("error_message") @Nullable String error) {
        String word() {
            return error == null ? "" : error;
        }
    }

    State state(String container, Session session) {
        var reply = http.send(Call.get(node(container))
                .query("fields", "id,status,error_message")
                .bearer(session.credential().access()));
        if (ThreadsFaults.missing(reply)) {
            return new State(ContainerStatus.GONE, null);
        }
        return Json.read(Graph.checked(reply, ThreadsFaults::of), State.class);
    }

    /** What the publish call said. */
    sealed interface Answer {
        record Out(String media) implements Answer {}

        /** Not visible yet, or published already: the container knows. */
        record NotFound(String words) implements Answer {}

        /** Called spam-like, which Meta says of posts that are out, too. */
        record Blocked(Fault fault) implements Answer {}
    }

    /** Makes the container visible. */
    Answer publish(String container, Session session) {
        var reply = http.send(Call.post(account(session, "/threads_publish"))
                .form(Map.of("creation_id", container))
                .bearer(session.credential().access()));
        if (reply.ok()) {
            return new Answer.Out(Json.read(reply, Id.class).id());
        }
        var fault = ThreadsFaults.of(reply);
        if (ThreadsFaults.blocked(reply)) {
            return new Answer.Blocked(fault);
        }
        if (ThreadsFaults.unknownContainer(reply) && fault instanceof Fault.Unavailable(var maybe, var words)) {
            return new Answer.NotFound(words);
        }
        throw new NetworkException(fault);
    }

    /** @param used of {@code total} in the rolling day */
    record Quota(int used, int total) {
        int left() {
            return total - used;
        }
    }

    record Quotas(Quota posts, Quota replies) {}

    Quotas quotas(Session session) {
        var call = Call.get(account(session, "/threads_publishing_limit"))
                .query("fields", "quota_usage,config,reply_quota_usage,reply_config");
        var row = Json.tree(graph.send(call, session, ThreadsFaults::of))
                .path("data")
                .path(0);
        return new Quotas(quota(row, "", 250), quota(row, "reply_", 1_000));
    }

    private static Quota quota(JsonNode row, String of, int usual) {
        return new Quota(
                row.path(of + "quota_usage").asInt(0),
                row.path(of + "config").path("quota_total").asInt(usual));
    }

    record Parent(@Nullable String id) {}

    record Seen(
            String id,
            @Nullable String text,
            @Nullable String timestamp,
            @Nullable String permalink,
            @JsonProperty("replied_to") @Nullable Parent repliedTo) {
        Instant at() {
            return timestamp == null ? Instant.EPOCH : Graph.time(timestamp);
        }

        String textOrEmpty() {
            return text == null ? "" : text.strip();
        }
    }

    private record SeenList(@Nullable List<Seen> data) {}

    List<Seen> posts(Instant since, Session session) {
        return list("/threads", "id,text,timestamp,permalink", since, session);
    }

    List<Seen> replies(Instant since, Session session) {
        return list("/replies", "id,text,timestamp,permalink,replied_to", since, session);
    }

    private List<Seen> list(String edge, String fields, Instant since, Session session) {
        var query = new LinkedHashMap<String, String>();
        query.put("fields", fields);
        if (since.isAfter(Instant.EPOCH)) {
            query.put("since", "" + since.getEpochSecond());
        }
        query.put("limit", "" + MOST_SEEN);
        var reply = graph.send(Call.get(account(session, edge)).query(query), session, ThreadsFaults::of);
        var data = Json.read(reply, SeenList.class).data();
        return data == null ? List.of() : data;
    }

    Optional<URI> permalink(String media, Session session) {
        var reply = ofPost(Call.get(node(media)).query("fields", "id,permalink"), session);
        var link = Json.tree(reply).path("permalink").asString("");
        return link.isEmpty() ? Optional.empty() : Optional.of(URI.create(link));
    }

    /** One value by metric name; what Threads does not send is absent. */
    Map<String, Long> insights(String media, String metrics, Session session) {
        return Graph.metrics(ofPost(Call.get(node(media + "/insights")).query("metric", metrics), session));
    }

    Map<String, Long> ofAccount(String metrics, Session session) {
        var call = Call.get(account(session, "/threads_insights")).query("metric", metrics);
        return Graph.metrics(graph.send(call, session, ThreadsFaults::of));
    }

    record Location(
            String id,
            @Nullable String name,
            @Nullable String address,
            @Nullable String city,
            @Nullable String country) {}

    private record Locations(@Nullable List<Location> data) {}

    List<Location> locations(String words, Session session) {
        var query = new LinkedHashMap<String, String>();
        query.put("q", words);
        query.put("fields", "id,name,address,city,country");
        var reply = graph.send(Call.get(node("location_search")).query(query), session, ThreadsFaults::of);
        var data = Json.read(reply, Locations.class).data();
        return data == null ? List.of() : data;
    }

    JsonNode me(String token) {
        return read(Call.get(node("me")).query("fields", "id,username,name,threads_profile_picture_url"), token);
    }

    JsonNode debug(String token) {
        return read(Call.get(node("debug_token")).query("input_token", token), token)
                .path("data");
    }

    private JsonNode read(Call call, String token) {
        Function<Reply, Fault> connecting = ThreadsFaults.GRAPH::connecting;
        return Json.tree(Graph.checked(http.send(call.bearer(token)), connecting));
    }

    private Reply ofPost(Call call, Session session) {
        return graph.send(call, session, ThreadsFaults::ofPost);
    }

    private URI account(Session session, String edge) {
        return node(session.account().id() + edge);
    }

    private URI node(String path) {
        return app.api().at(path);
    }
}
