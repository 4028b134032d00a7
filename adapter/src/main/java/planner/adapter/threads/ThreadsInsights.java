package planner.adapter.threads;

import java.util.EnumMap;
import java.util.Map;
import planner.network.InsightReader;
import planner.network.Session;

/** Counts of a post and of the profile; what Threads does not send stays absent. */
final class ThreadsInsights implements InsightReader {
    /** Passed on in any of three ways, they are one metric of the house. */
    private static final Map<String, Metric> OF_POST = Map.of(
            "views", Metric.VIEWS,
            "likes", Metric.LIKES,
            "replies", Metric.COMMENTS,
            "reposts", Metric.SHARES,
            "quotes", Metric.SHARES,
            "shares", Metric.SHARES);

    private static final Map<String, Metric> OF_ACCOUNT = Map.of("followers_count", Metric.FOLLOWERS);

    private final ThreadsApi api;

    ThreadsInsights(ThreadsApi api) {
        this.api = api;
    }

    @Override
    public Map<Metric, Long> ofPost(String remotePostId, Session session) {
        return permitted(session)
                ? named(api.insights(remotePostId, "views,likes,replies,reposts,quotes,shares", session), OF_POST)
                : Map.of();
    }

    @Override
    public Map<Metric, Long> ofAccount(Session session) {
        return permitted(session) ? named(api.ofAccount("followers_count", session), OF_ACCOUNT) : Map.of();
    }

    /** A permission that publishing does not need must not ask anybody to connect again. */
    private static boolean permitted(Session session) {
        return Scopes.has(Scopes.INSIGHTS, session.credential());
    }

    private static Map<Metric, Long> named(Map<String, Long> values, Map<String, Metric> names) {
        var metrics = new EnumMap<Metric, Long>(Metric.class);
        values.forEach((name, value) -> {
            var metric = names.get(name);
            if (metric != null) {
                metrics.merge(metric, value, Long::sum);
            }
        });
        return metrics;
    }
}
