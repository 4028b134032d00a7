package planner.adapter.youtube;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import planner.network.Fault;
import planner.network.InsightReader;
import planner.network.NetworkException;
import planner.network.Session;

/** Counts of a video as they are now; shares only where the person allowed the reports, and some days late. */
final class YouTubeInsights implements InsightReader {
    private final YouTubeApi api;
    private final Clock clock;

    YouTubeInsights(YouTubeApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public Map<Metric, Long> ofPost(String remotePostId, Session session) {
        var metrics = new EnumMap<Metric, Long>(Metric.class);
        var token = session.credential().access();
        var found = api.videos("statistics", List.of(remotePostId), token);
        if (found.isEmpty()) {
            return metrics;
        }
        var counts = found.getFirst().statistics();
        if (counts != null) {
            put(metrics, Metric.VIEWS, counts.viewCount());
            put(metrics, Metric.LIKES, counts.likeCount());
            put(metrics, Metric.COMMENTS, counts.commentCount());
        }
        if (session.credential().scopes().contains(YouTubeConnector.ANALYTICS)) {
            shares(remotePostId, token, metrics);
        }
        return metrics;
    }

    /** The reports are a second service: where it refuses, what the first one counted still stands. */
    private void shares(String video, String token, Map<Metric, Long> metrics) {
        try {
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            api.shares(video, today, token).ifPresent(count -> metrics.put(Metric.SHARES, count));
        } catch (NetworkException e) {
            if (e.fault() instanceof Fault.Expired) {
                throw e;
            }
        }
    }

    @Override
    public Map<Metric, Long> ofAccount(Session session) {
        var metrics = new EnumMap<Metric, Long>(Metric.class);
        var counts = api.mine("statistics", session.credential().access())
                .map(YouTubeApi.Channel::statistics)
                .orElse(null);
        if (counts != null) {
            put(metrics, Metric.VIEWS, counts.viewCount());
            put(metrics, Metric.POSTS, counts.videoCount());
            if (!Boolean.TRUE.equals(counts.hiddenSubscriberCount())) {
                put(metrics, Metric.FOLLOWERS, counts.subscriberCount());
            }
        }
        return metrics;
    }

    private static void put(Map<Metric, Long> metrics, Metric metric, @Nullable String count) {
        if (count != null && count.matches("\\d{1,18}")) {
            metrics.put(metric, Long.parseLong(count));
        }
    }
}
