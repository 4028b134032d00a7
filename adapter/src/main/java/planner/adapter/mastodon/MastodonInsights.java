package planner.adapter.mastodon;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import planner.network.InsightReader;
import planner.network.Session;

/** Favourites, boosts with quotes, and replies, as far as the account's own server knows. Views do not exist here. */
final class MastodonInsights implements InsightReader {
    private final MastodonApi api;

    MastodonInsights(MastodonApi api) {
        this.api = api;
    }

    @Override
    public Map<Metric, Long> ofPost(String remotePostId, Session session) {
        var counts = new EnumMap<Metric, Long>(Metric.class);
        api.status(remotePostId, session.credential()).ifPresent(status -> {
            counts.put(Metric.LIKES, status.path("favourites_count").asLong(0));
            counts.put(Metric.COMMENTS, status.path("replies_count").asLong(0));
            counts.put(
                    Metric.SHARES,
                    status.path("reblogs_count").asLong(0)
                            + status.path("quotes_count").asLong(0));
        });
        return counts;
    }

    @Override
    public Map<Metric, Long> ofAccount(Session session) {
        var me = api.me(session.credential());
        var counts = new EnumMap<Metric, Long>(Metric.class);
        put(counts, Metric.FOLLOWERS, me.followers());
        put(counts, Metric.FOLLOWING, me.following());
        put(counts, Metric.POSTS, me.statuses());
        return counts;
    }

    private static void put(Map<Metric, Long> counts, Metric metric, @Nullable Long count) {
        if (count != null) {
            counts.put(metric, count);
        }
    }
}
