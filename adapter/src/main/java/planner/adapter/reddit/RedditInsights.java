package planner.adapter.reddit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import planner.network.InsightReader;
import planner.network.Session;

/** Score, comments and crossposts. Views are not told to apps, and karma is no number of followers: both are absent. */
final class RedditInsights implements InsightReader {
    private final RedditApi api;

    RedditInsights(RedditApi api) {
        this.api = api;
    }

    @Override
    public Map<Metric, Long> ofPost(String remotePostId, Session session) {
        var metrics = new EnumMap<Metric, Long>(Metric.class);
        api.info(List.of(remotePostId), session.credential().access()).stream()
                .filter(seen -> remotePostId.equals(seen.name()))
                .forEach(seen -> {
                    put(metrics, Metric.LIKES, seen.score());
                    put(metrics, Metric.COMMENTS, seen.comments());
                    put(metrics, Metric.SHARES, seen.crossposts());
                });
        return metrics;
    }

    @Override
    public Map<Metric, Long> ofAccount(Session session) {
        return Map.of();
    }

    private static void put(Map<Metric, Long> metrics, Metric metric, @Nullable Long value) {
        if (value != null) {
            metrics.put(metric, value);
        }
    }
}
