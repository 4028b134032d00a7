package planner.adapter.tiktok;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import planner.network.InsightReader;
import planner.network.Session;

/** Cumulative counts of public posts and of the account. */
final class TikTokInsights implements InsightReader {
    private final TikTokApi api;

    TikTokInsights(TikTokApi api) {
        this.api = api;
    }

    @Override
    public Map<Metric, Long> ofPost(String remotePostId, Session session) {
        var metrics = new EnumMap<Metric, Long>(Metric.class);
        api.video(remotePostId, session.credential().access()).ifPresent(video -> {
            put(metrics, Metric.LIKES, video.likes());
            put(metrics, Metric.COMMENTS, video.comments());
            put(metrics, Metric.SHARES, video.shares());
            put(metrics, Metric.VIEWS, video.views());
        });
        return metrics;
    }

    @Override
    public Map<Metric, Long> ofAccount(Session session) {
        var user = api.counts(session.credential().access());
        var metrics = new EnumMap<Metric, Long>(Metric.class);
        put(metrics, Metric.FOLLOWERS, user.followers());
        put(metrics, Metric.FOLLOWING, user.following());
        put(metrics, Metric.POSTS, user.videos());
        return metrics;
    }

    private static void put(Map<Metric, Long> metrics, Metric metric, @Nullable Long value) {
        if (value != null) {
            metrics.put(metric, value);
        }
    }
}
