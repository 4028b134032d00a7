package planner.adapter.x;

import java.util.EnumMap;
import java.util.Map;
import planner.network.InsightReader;
import planner.network.Session;

/** The public counts; what X does not send stays absent. */
final class XInsights implements InsightReader {
    private static final Map<String, Metric> OF_POST = Map.of(
            "like_count", Metric.LIKES,
            "reply_count", Metric.COMMENTS,
            "bookmark_count", Metric.SAVES,
            "impression_count", Metric.IMPRESSIONS);
    private static final Map<String, Metric> OF_ACCOUNT = Map.of(
            "followers_count", Metric.FOLLOWERS,
            "following_count", Metric.FOLLOWING,
            "tweet_count", Metric.POSTS,
            "post_count", Metric.POSTS);

    private final XApi api;

    XInsights(XApi api) {
        this.api = api;
    }

    @Override
    public Map<Metric, Long> ofPost(String remotePostId, Session session) {
        var counts = api.metrics(remotePostId, session.credential());
        var metrics = named(counts, OF_POST);
        for (var name : new String[] {"retweet_count", "repost_count", "quote_count"}) {
            if (counts.containsKey(name)) {
                metrics.merge(Metric.SHARES, counts.get(name), Long::sum);
            }
        }
        return metrics;
    }

    @Override
    public Map<Metric, Long> ofAccount(Session session) {
        return named(api.accountMetrics(session.credential()), OF_ACCOUNT);
    }

    private static Map<Metric, Long> named(Map<String, Long> counts, Map<String, Metric> names) {
        var metrics = new EnumMap<Metric, Long>(Metric.class);
        counts.forEach((name, count) -> {
            if (names.containsKey(name)) {
                metrics.put(names.get(name), count);
            }
        });
        return metrics;
    }
}
