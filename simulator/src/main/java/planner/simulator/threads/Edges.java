package planner.simulator.threads;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import planner.simulator.meta.Fields;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.GraphError;
import planner.simulator.threads.Access.Scope;
import planner.simulator.threads.Profile.Quota;

/** Everything under the id of a profile, a container or a post. */
final class Edges {
    private final Clock clock;
    private final Studio studio;
    private final People people;
    private final Nodes nodes;
    private final Insights insights;
    private final Bells bells;
    private final AtomicLong ids;

    Edges(Clock clock, Studio studio, People people, Nodes nodes, Insights insights, Bells bells) {
        this.clock = clock;
        this.studio = studio;
        this.people = people;
        this.nodes = nodes;
        this.insights = insights;
        this.bells = bells;
        // Ids of yesterday do not come again after a restart.
        ids = new AtomicLong(18_090_000_000_000_000L + clock.millis());
    }

    Object ofProfile(GraphCall call, Access access, Profile profile) {
        return switch (call.method() + " " + edge(call)) {
            case "GET " -> nodes.profile(Nodes.fields(call.knows("fields")), profile);
            case "POST threads" -> Map.of("id", studio.create(access.may(Scope.PUBLISH), call).id);
            case "POST threads_publish" -> publish(call.knows("creation_id"), access.may(Scope.PUBLISH), profile);
            case "GET threads" -> list(call, profile, it -> !it.reply());
            case "GET replies" -> {
                access.may(Scope.REPLIES);
                yield list(call, profile, Post::reply);
            }
            case "GET threads_publishing_limit" -> limit(call.knows("fields"), access.may(Scope.PUBLISH), profile);
            case "GET threads_insights" -> {
                access.may(Scope.INSIGHT);
                yield insights.ofProfile(call.knows("metric", "since", "until", "breakdown"), profile);
            }
            default -> throw GraphError.unknownPath(edge(call));
        };
    }

    private static String edge(GraphCall call) {
        return String.join("/", call.path().subList(1, call.path().size()));
    }

    private Object publish(GraphCall call, Access access, Profile profile) {
        String id = call.needs("creation_id");
        Container container = studio.find(id).orElseThrow(() -> Container.notFound(id));
        if (access.container(container).draft.child()) {
            throw Container.notFound(id);
        }
        Post post = profile.publish(container, Long.toString(ids.addAndGet(13)), clock.instant());
        bells.published(post);
        return Map.of("id", post.id);
    }

    private Object list(GraphCall call, Profile profile, Predicate<Post> wanted) {
        call.knows("fields", "since", "until", "limit", "before", "after");
        Instant since = call.number("since").map(Instant::ofEpochSecond).orElse(Instant.MIN);
        Instant until = call.number("until").map(Instant::ofEpochSecond).orElse(Instant.MAX);
        long limit = call.number("limit").orElse(25L);
        if (limit < 1 || limit > 100) {
            throw GraphError.wrong("Param limit must be between 1 and 100");
        }
        Fields fields = Nodes.fields(call);
        List<Object> data = new ArrayList<>();
        profile.posts().stream()
                .filter(wanted)
                .filter(it -> !it.at.isBefore(since) && !it.at.isAfter(until))
                .limit(limit)
                .forEach(it -> data.add(nodes.post(fields, it)));
        return Map.of("data", data);
    }

    private Object limit(GraphCall call, Access access, Profile profile) {
        Instant now = clock.instant();
        Map<String, Supplier<?>> known = new LinkedHashMap<>();
        for (Quota quota : Quota.values()) {
            known.put(quota.usage, () -> access.profile(profile.id).used(quota, now));
            known.put(quota.config, () -> Map.of("quota_total", quota.total, "quota_duration", 86_400));
        }
        Map<String, Object> row =
                Fields.of(call.text("fields").orElse("quota_usage")).of("ThreadsUser", known);
        return Map.of("data", List.of(row));
    }

    Object places(GraphCall call, Access access) {
        call.knows("q", "fields", "latitude", "longitude");
        access.may(Scope.PLACE).me().searched(clock.instant());
        Fields fields = Fields.of(call.text("fields").orElse("id,name"));
        return Map.of(
                "data",
                Places.search(call.needs("q")).stream()
                        .map(it -> it.shown(fields))
                        .toList());
    }

    Object ofNode(GraphCall call, Access access) {
        String id = call.path().getFirst();
        var container = studio.find(id);
        if (container.isPresent()) {
            if (!call.method().equals("GET") || call.path().size() != 1) {
                throw GraphError.unknownPath(edge(call));
            }
            return nodes.container(Nodes.fields(call.knows("fields")), access.container(container.get()));
        }
        return ofPost(call, access, access.post(id));
    }

    private Object ofPost(GraphCall call, Access access, Post post) {
        return switch (call.method() + " " + edge(call)) {
            case "GET " -> nodes.post(Nodes.fields(call.knows("fields")), post);
            case "GET replies" -> {
                access.may(Scope.REPLIES);
                Fields fields = Nodes.fields(call.knows("fields", "reverse", "limit"));
                yield Map.of(
                        "data",
                        people.repliesTo(post).stream()
                                .map(it -> nodes.post(fields, it))
                                .toList());
            }
            case "GET insights" -> {
                access.may(Scope.INSIGHT);
                yield insights.ofPost(call.knows("metric"), post);
            }
            case "DELETE " -> {
                access.may(Scope.DELETE);
                call.knows();
                post.profile.delete(post, clock.instant());
                yield Map.of("success", true, "deleted_id", post.id);
            }
            default -> throw GraphError.unknownPath(edge(call));
        };
    }
}
