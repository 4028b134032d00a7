package planner.adapter.facebook;

import java.util.EnumMap;
import java.util.Map;
import planner.network.Fault;
import planner.network.InsightReader;
import planner.network.NetworkException;
import planner.network.Session;
import tools.jackson.databind.JsonNode;

/** Counts of posts, videos, stories and the Page; what Facebook does not send stays absent. */
final class FacebookInsights implements InsightReader {
    private static final String COUNTED = "reactions.summary(true).limit(0),comments.summary(true).limit(0)";
    private static final String OF_VIDEO = "views,likes.summary(true).limit(0),comments.summary(true).limit(0)";
    private static final String OF_STORY = "STORY_MEDIA_VIEW,STORY_TOTAL_MEDIA_VIEW_UNIQUE";
    private static final Map<String, Metric> NAMES = Map.of(
            "post_media_view", Metric.VIEWS,
            "post_total_media_view_unique", Metric.REACH,
            "post_clicks", Metric.CLICKS,
            "STORY_MEDIA_VIEW", Metric.VIEWS,
            "STORY_TOTAL_MEDIA_VIEW_UNIQUE", Metric.REACH);

    private final FacebookApi api;

    FacebookInsights(FacebookApi api) {
        this.api = api;
    }

    @Override
    public Map<Metric, Long> ofPost(String remotePostId, Session session) {
        // the id of a post begins with that of its Page; videos and stories have plain ones
        return remotePostId.contains("_") ? post(remotePostId, session) : videoOrStory(remotePostId, session);
    }

    private Map<Metric, Long> post(String id, Session session) {
        var counts = counters(api.counters(id, "shares," + COUNTED, session), "reactions");
        try {
            named(api.insights(id, "post_media_view,post_total_media_view_unique,post_clicks", session), counts);
        } catch (NetworkException e) {
            if (refused(e)) {
                // without the permission for insights there is still what everybody sees
                return counts;
            }
            throw e;
        }
        return counts;
    }

    private Map<Metric, Long> videoOrStory(String id, Session session) {
        try {
            return counters(api.counters(id, OF_VIDEO, session), "likes");
        } catch (NetworkException e) {
            if (!refused(e)) {
                throw e;
            }
            var counts = new EnumMap<Metric, Long>(Metric.class);
            named(api.insights(id, OF_STORY, session), counts);
            return counts;
        }
    }

    private static boolean refused(NetworkException e) {
        return e.fault() instanceof Fault.Rejected || e.fault() instanceof Fault.Revoked revoked && !dead(revoked);
    }

    /** A dead token is no missing permission. */
    private static boolean dead(Fault.Revoked revoked) {
        return revoked.detail().contains("access token");
    }

    private static Map<Metric, Long> counters(JsonNode node, String likes) {
        var counts = new EnumMap<Metric, Long>(Metric.class);
        put(counts, Metric.LIKES, node.path(likes).path("summary").path("total_count"));
        put(counts, Metric.COMMENTS, node.path("comments").path("summary").path("total_count"));
        put(counts, Metric.SHARES, node.path("shares").path("count"));
        put(counts, Metric.VIEWS, node.path("views"));
        return counts;
    }

    @Override
    public Map<Metric, Long> ofAccount(Session session) {
        var counts = new EnumMap<Metric, Long>(Metric.class);
        var page = api.counters(session.account().id(), "followers_count", session);
        put(counts, Metric.FOLLOWERS, page.path("followers_count"));
        return counts;
    }

    private static void named(Map<String, Long> values, Map<Metric, Long> counts) {
        values.forEach((name, value) -> {
            if (NAMES.containsKey(name)) {
                counts.put(NAMES.get(name), value);
            }
        });
    }

    private static void put(Map<Metric, Long> counts, Metric metric, JsonNode value) {
        if (value.isNumber()) {
            counts.put(metric, value.asLong());
        }
    }
}
