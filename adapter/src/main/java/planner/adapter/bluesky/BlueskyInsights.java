package planner.adapter.bluesky;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import planner.network.InsightReader;
import planner.network.Session;

/** Views, reach and clicks do not exist here and are absent. */
final class BlueskyInsights implements InsightReader {
    private final BlueskyApi api;

    BlueskyInsights(BlueskyApi api) {
        this.api = api;
    }

    @Override
    public Map<Metric, Long> ofPost(String remotePostId, Session session) {
        var post = api.getPost(remotePostId);
        var counts = new EnumMap<Metric, Long>(Metric.class);
        if (post.isObject()) {
            counts.put(Metric.LIKES, post.path("likeCount").asLong(0));
            counts.put(Metric.COMMENTS, post.path("replyCount").asLong(0));
            counts.put(
                    Metric.SHARES,
                    post.path("repostCount").asLong(0) + post.path("quoteCount").asLong(0));
            if (post.has("bookmarkCount")) {
                counts.put(Metric.SAVES, post.path("bookmarkCount").asLong(0));
            }
        }
        return counts;
    }

    @Override
    public Map<Metric, Long> ofAccount(Session session) {
        var profile = api.getProfile(session.account().id());
        var counts = new EnumMap<Metric, Long>(Metric.class);
        put(counts, Metric.FOLLOWERS, profile.followersCount());
        put(counts, Metric.FOLLOWING, profile.followsCount());
        put(counts, Metric.POSTS, profile.postsCount());
        return counts;
    }

    private static void put(Map<Metric, Long> counts, Metric metric, @Nullable Long count) {
        if (count != null) {
            counts.put(metric, count);
        }
    }
}
