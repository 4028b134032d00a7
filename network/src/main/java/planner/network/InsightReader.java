package planner.network;

import java.util.Map;

/** Reads what people did with a post. A metric the network does not give is absent, never 0. */
public interface InsightReader {
    Map<Metric, Long> ofPost(String remotePostId, Session session);

    Map<Metric, Long> ofAccount(Session session);

    /** What can be counted; cumulative counts. */
    enum Metric {
        LIKES,
        COMMENTS,
        SHARES,
        SAVES,
        CLICKS,
        VIEWS,
        IMPRESSIONS,
        REACH,
        FOLLOWERS,
        FOLLOWING,
        POSTS
    }
}
