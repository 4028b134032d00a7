package planner.simulator.threads;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.GraphError;

/** The figures of posts and profiles; a metric that does not exist fails the whole question. */
final class Insights {
    private static final Set<String> OF_POST = Set.of("views", "likes", "replies", "reposts", "quotes", "shares");
    private static final Set<String> OF_PROFILE =
            Set.of("views", "likes", "replies", "reposts", "quotes", "clicks", "followers_count");

    private final Clock clock;
    private final People people;

    Insights(Clock clock, People people) {
        this.clock = clock;
        this.people = people;
    }

    Object ofPost(GraphCall call, Post post) {
        Instant now = clock.instant();
        List<Object> data = new ArrayList<>();
        for (String metric : metrics(call, OF_POST)) {
            long views = Numbers.views(post, now);
            long value = switch (metric) {
                case "views" -> views;
                case "likes" -> Numbers.likes(post, now);
                case "replies" -> people.repliesTo(post).size();
                default -> views / 90;
            };
            data.add(row(metric, "lifetime", post.id, Map.of("values", List.of(Map.of("value", value)))));
        }
        return Map.of("data", data);
    }

    Object ofProfile(GraphCall call, Profile profile) {
        Instant now = clock.instant();
        List<Object> data = new ArrayList<>();
        for (String metric : metrics(call, OF_PROFILE)) {
            Map<String, Object> value = switch (metric) {
                case "views" ->
                    Map.of("values", List.of(Map.of("value", profile.followers / 3, "end_time", Nodes.time(now))));
                case "clicks" ->
                    Map.of("link_total_values", List.of(Map.of("value", 12, "link_url", "https://lipa.example/")));
                case "followers_count" -> Map.of("total_value", Map.of("value", profile.followers));
                default -> Map.of("total_value", Map.of("value", profile.followers / 40));
            };
            data.add(row(metric, "day", profile.id, value));
        }
        return Map.of("data", data);
    }

    private static List<String> metrics(GraphCall call, Set<String> known) {
        call.needs("metric");
        List<String> metrics = call.list("metric");
        if (!known.containsAll(metrics)) {
            throw GraphError.of(100, 0, "(#100) metric must be one of the supported values: " + known);
        }
        return metrics;
    }

    private static Map<String, Object> row(String metric, String period, String id, Map<String, Object> value) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", metric);
        row.put("period", period);
        row.putAll(value);
        row.put("title", metric);
        row.put("description", metric);
        row.put("id", id + "/insights/" + metric + "/" + period);
        return row;
    }
}
