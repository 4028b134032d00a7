package planner.simulator.instagram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import planner.simulator.instagram.Access.Scope;
import planner.simulator.meta.Fields;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.GraphError;
import planner.simulator.meta.Host;

/** Everything under the id of an Instagram account. */
final class AccountEdges {
    private final Clock clock;
    private final Studio studio;
    private final Nodes nodes;
    private final Insights insights;
    private final Hosts hosts;
    private final Map<String, List<String>> subscriptions = new LinkedHashMap<>();
    private final AtomicLong ids;

    AccountEdges(Clock clock, Studio studio, Nodes nodes, Insights insights, Hosts hosts) {
        this.clock = clock;
        this.studio = studio;
        this.nodes = nodes;
        this.insights = insights;
        this.hosts = hosts;
        // Ids of yesterday do not come again after a restart.
        ids = new AtomicLong(17_920_000_000_000_000L + clock.millis());
    }

    Object answer(GraphCall call, Access access, Account account) {
        String edge = call.path().size() == 1 ? "" : call.path().get(1);
        return switch (call.method() + " " + edge) {
            case "GET " -> nodes.account(call.knows("fields"), access.may(Scope.READ), account);
            case "POST media" -> created(call, access.may(Scope.PUBLISH), account);
            case "POST media_publish" -> publish(call.knows("creation_id"), access.may(Scope.PUBLISH), account);
            case "GET media" -> media(call.knows("fields", "limit", "since", "until", "after"), access, account);
            case "GET stories" ->
                page(call.knows("fields", "limit", "after"), access, account.stories(clock.instant()));
            case "GET content_publishing_limit" ->
                limit(call.knows("fields", "since"), access.may(Scope.PUBLISH), account);
            case "GET insights" ->
                insights.ofAccount(
                        call.knows("metric", "period", "since", "until", "metric_type", "breakdown", "timeframe"),
                        access.may(Scope.INSIGHT),
                        account);
            case "POST subscribed_apps" -> subscribe(call.knows("subscribed_fields"), access.may(Scope.READ), account);
            case "GET subscribed_apps" -> subscribed(access.may(Scope.READ), account);
            case "DELETE subscribed_apps" -> {
                access.may(Scope.READ);
                subscriptions.remove(account.id);
                yield Map.of("success", true);
            }
            default -> throw GraphError.unknownPath(edge);
        };
    }

    private Object created(GraphCall call, Access access, Account account) {
        Container container = studio.create(access.account(account.id), call);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", container.id);
        if (container.resumable) {
            answer.put("uri", hosts.upload() + "/ig-api-upload/v25.0/" + container.id);
        }
        return answer;
    }

    private Object publish(GraphCall call, Access access, Account account) {
        String id = call.needs("creation_id");
        if (!studio.has(id)) {
            throw GraphError.of(24, 2207008, "The media builder with creation id = " + id + " does not exist");
        }
        Container container = access.container(studio.find(id));
        if (container.account != account || container.draft().kind().child()) {
            throw GraphError.of(24, 2207008, "The media builder with creation id = " + id + " cannot be published");
        }
        Post post = account.publish(container, Long.toString(ids.addAndGet(13)), clock.instant());
        return Map.of("id", post.id);
    }

    private Object media(GraphCall call, Access access, Account account) {
        Instant since = call.number("since").map(Instant::ofEpochSecond).orElse(Instant.MIN);
        Instant until = call.number("until").map(Instant::ofEpochSecond).orElse(Instant.MAX);
        List<Post> posts = account.media().stream()
                .filter(it -> !it.at.isBefore(since) && !it.at.isAfter(until))
                .toList();
        return page(call, access, posts);
    }

    private Object page(GraphCall call, Access access, List<Post> posts) {
        access.may(Scope.READ);
        int limit = Math.toIntExact(call.number("limit").orElse(25L));
        if (limit < 1 || limit > 100) {
            throw GraphError.wrong("Param limit must be between 1 and 100");
        }
        int from = call.number("after").map(Math::toIntExact).orElse(0);
        int to = Math.min(posts.size(), from + limit);
        Fields fields = Fields.of(call.text("fields").orElse("id"));
        List<Object> data = new ArrayList<>();
        posts.subList(Math.min(from, to), to).forEach(it -> data.add(nodes.post(fields, it)));
        if (data.isEmpty()) {
            return Map.of("data", data);
        }
        return Map.of(
                "data",
                data,
                "paging",
                Map.of("cursors", Map.of("before", Integer.toString(from), "after", Integer.toString(to))));
    }

    private Object limit(GraphCall call, Access access, Account account) {
        Instant since = call.number("since")
                .map(Instant::ofEpochSecond)
                .orElse(clock.instant().minus(Duration.ofHours(24)));
        Map<String, Supplier<?>> known = Map.of(
                "quota_usage", () -> access.account(account.id).used(since),
                "config", () -> Map.of("quota_total", Account.QUOTA, "quota_duration", 86_400));
        return Map.of(
                "data",
                List.of(Fields.of(call.text("fields").orElse("quota_usage")).of("IGUser", known)));
    }

    private Object subscribe(GraphCall call, Access access, Account account) {
        if (call.host() == Host.FACEBOOK) {
            throw GraphError.unknownPath("subscribed_apps");
        }
        subscriptions.put(access.account(account.id).id, call.list("subscribed_fields"));
        return Map.of("success", true);
    }

    private Object subscribed(Access access, Account account) {
        List<String> fields = subscriptions.getOrDefault(access.account(account.id).id, List.of());
        return Map.of(
                "data",
                fields.isEmpty() ? List.of() : List.of(Map.of("id", hosts.appId(), "subscribed_fields", fields)));
    }
}
