package planner.adapter.instagram;

import java.util.EnumMap;
import java.util.Map;
import planner.network.Fault;
import planner.network.InsightReader;
import planner.network.NetworkException;
import planner.network.Session;

/** Counts of a post and of the account; what Instagram does not send stays absent. */
final class InstagramInsights implements InsightReader {
    private static final String OF_ALL = "views,reach,shares";
    private static final Map<String, Metric> OF_POST = Map.of(
            "views", Metric.VIEWS,
            "reach", Metric.REACH,
            "shares", Metric.SHARES,
            "likes", Metric.LIKES,
            "comments", Metric.COMMENTS,
            "saved", Metric.SAVES);
    private static final Map<String, Metric> OF_ACCOUNT =
            Map.of("followers_count", Metric.FOLLOWERS, "media_count", Metric.POSTS);

    private final InstagramApi api;

    InstagramInsights(InstagramApi api) {
        this.api = api;
    }

    @Override
    public Map<Metric, Long> ofPost(String remotePostId, Session session) {
        try {
            return named(api.insights(remotePostId, OF_ALL + ",likes,comments,saved", session), OF_POST);
        } catch (NetworkException e) {
            if (e.fault() instanceof Fault.Rejected(var code, var words) && !code.equals("gone")) {
                // a story has no likes, and one metric that does not fit fails the whole question
                return named(api.insights(remotePostId, OF_ALL, session), OF_POST);
            }
            throw e;
        }
    }

    @Override
    public Map<Metric, Long> ofAccount(Session session) {
        return named(api.account(session), OF_ACCOUNT);
    }

    private static Map<Metric, Long> named(Map<String, Long> values, Map<String, Metric> names) {
        var metrics = new EnumMap<Metric, Long>(Metric.class);
        values.forEach((name, value) -> {
            if (names.containsKey(name)) {
                metrics.put(names.get(name), value);
            }
        });
        return metrics;
    }
}
