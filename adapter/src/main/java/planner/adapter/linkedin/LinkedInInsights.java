package planner.adapter.linkedin;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import planner.network.InsightReader;
import planner.network.Session;

/** Counts of posts and of followers. A self-serve app is told nothing, so everything is absent there. */
final class LinkedInInsights implements InsightReader {
    private static final Map<String, Metric> OF_PAGE = Map.of(
            "impressionCount", Metric.IMPRESSIONS,
            "uniqueImpressionsCount", Metric.REACH,
            "clickCount", Metric.CLICKS,
            "likeCount", Metric.LIKES,
            "commentCount", Metric.COMMENTS,
            "shareCount", Metric.SHARES);
    private static final Map<Metric, String> OF_MEMBER = Map.of(
            Metric.IMPRESSIONS, "IMPRESSION",
            Metric.REACH, "MEMBERS_REACHED",
            Metric.LIKES, "REACTION",
            Metric.COMMENTS, "COMMENT",
            Metric.SHARES, "RESHARE");

    private final LinkedInApi api;

    LinkedInInsights(LinkedInApi api) {
        this.api = api;
    }

    @Override
    public Map<Metric, Long> ofPost(String remotePostId, Session session) {
        // counts are kept by share or video post; a post that was found by its activity has none
        boolean counted = remotePostId.startsWith(Urns.SHARE) || remotePostId.startsWith(Urns.VIDEO_POST);
        if (!counted) {
            return Map.of();
        }
        return Urns.page(session.account()) ? ofPagePost(remotePostId, session) : ofMemberPost(remotePostId, session);
    }

    private Map<Metric, Long> ofPagePost(String post, Session session) {
        var metrics = new EnumMap<Metric, Long>(Metric.class);
        if (granted("rw_organization_admin", session)) {
            // a post that nobody saw yet is left out of the answer: that means zeros
            OF_PAGE.values().forEach(metric -> metrics.put(metric, 0L));
            var page = session.account().id();
            api.statistics(page, post, session.credential().access()).forEach((name, count) -> {
                if (OF_PAGE.containsKey(name)) {
                    metrics.put(OF_PAGE.get(name), Math.max(0, count));
                }
            });
        }
        return metrics;
    }

    private Map<Metric, Long> ofMemberPost(String post, Session session) {
        var metrics = new EnumMap<Metric, Long>(Metric.class);
        if (granted("r_member_postAnalytics", session)) {
            var token = session.credential().access();
            OF_MEMBER.forEach(
                    (metric, name) -> api.analytics(post, name, token).ifPresent(count -> metrics.put(metric, count)));
        }
        return metrics;
    }

    @Override
    public Map<Metric, Long> ofAccount(Session session) {
        var metrics = new EnumMap<Metric, Long>(Metric.class);
        var account = session.account();
        var token = session.credential().access();
        if (Urns.page(account) && granted(Set.of("rw_organization_admin", "r_organization_followers"), session)) {
            api.followers(account.id(), token).ifPresent(count -> metrics.put(Metric.FOLLOWERS, count));
        }
        if (!Urns.page(account) && granted("r_member_profileAnalytics", session)) {
            api.memberFollowers(token).ifPresent(count -> metrics.put(Metric.FOLLOWERS, count));
        }
        return metrics;
    }

    private static boolean granted(String scope, Session session) {
        return session.credential().scopes().contains(scope);
    }

    private static boolean granted(Set<String> anyOf, Session session) {
        return anyOf.stream().anyMatch(session.credential().scopes()::contains);
    }
}
