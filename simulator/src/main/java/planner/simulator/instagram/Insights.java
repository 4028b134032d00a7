package planner.simulator.instagram;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.simulator.instagram.Draft.Kind;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.GraphError;

/** The figures of posts and accounts; a metric that does not fit fails the whole question, a retired one says nothing. */
final class Insights {
    private static final Set<String> COMMON = Set.of("views", "reach", "shares", "total_interactions", "reposts");
    private static final Set<String> FEED =
            Set.of("likes", "comments", "saved", "follows", "profile_visits", "profile_activity");
    private static final Set<String> REEL =
            Set.of("likes", "comments", "saved", "ig_reels_avg_watch_time", "ig_reels_video_view_total_time");
    private static final Set<String> STORY =
            Set.of("follows", "profile_visits", "profile_activity", "replies", "navigation", "link_clicks");
    private static final Set<String> SILENT =
            Set.of("plays", "clips_replays_count", "ig_reels_aggregated_all_plays_count");
    private static final Set<String> ACCOUNT = Set.of(
            "views",
            "reach",
            "accounts_engaged",
            "total_interactions",
            "likes",
            "comments",
            "saves",
            "shares",
            "replies",
            "reposts",
            "profile_links_taps",
            "follows_and_unfollows",
            "follower_count");
    private static final Set<String> TOTALS = Set.of(
            "accounts_engaged",
            "total_interactions",
            "likes",
            "comments",
            "saves",
            "shares",
            "replies",
            "reposts",
            "profile_links_taps",
            "follows_and_unfollows",
            "views");

    private final Clock clock;

    Insights(Clock clock) {
        this.clock = clock;
    }

    Object ofPost(GraphCall call, Access access, Post post) {
        Instant now = clock.instant();
        Kind kind = access.post(post.id).draft.kind();
        if (kind.story() && !access.post(post.id).account.stories(now).contains(post)) {
            throw GraphError.of(10, 2108006, "(#10) The story is no longer available");
        }
        Set<String> own = kind.story() ? STORY : kind == Kind.REEL ? REEL : FEED;
        List<Object> data = new ArrayList<>();
        for (String metric : metrics(call)) {
            if (SILENT.contains(metric)) {
                continue;
            }
            if (!COMMON.contains(metric) && !own.contains(metric)) {
                throw unsupported(metric);
            }
            data.add(row(metric, "lifetime", post.id, List.of(Map.of("value", value(metric, post, now))), null));
        }
        return Map.of("data", data);
    }

    Object ofAccount(GraphCall call, Access access, Account account) {
        String period = call.needs("period");
        boolean total = call.text("metric_type").filter("total_value"::equals).isPresent();
        List<Object> data = new ArrayList<>();
        for (String metric : metrics(call)) {
            if (!ACCOUNT.contains(metric) || TOTALS.contains(metric) && !total) {
                throw unsupported(metric);
            }
            long value = ofAccount(metric, access.account(account.id));
            data.add(
                    total
                            ? row(metric, period, account.id, null, Map.of("value", value))
                            : row(
                                    metric,
                                    period,
                                    account.id,
                                    List.of(Map.of("value", value, "end_time", Nodes.time(clock.instant()))),
                                    null));
        }
        return Map.of("data", data);
    }

    private static List<String> metrics(GraphCall call) {
        call.needs("metric");
        return call.list("metric");
    }

    private static GraphError unsupported(String metric) {
        return GraphError.of(100, 0, "(#100) metric[0] must be one of the supported values: " + metric + " is not");
    }

    private static Map<String, Object> row(
            String metric,
            String period,
            String id,
            @org.jspecify.annotations.Nullable Object values,
            @org.jspecify.annotations.Nullable Object total) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", metric);
        row.put("period", period);
        if (values != null) {
            row.put("values", values);
        }
        if (total != null) {
            row.put("total_value", total);
        }
        row.put("title", metric);
        row.put("description", metric);
        row.put("id", id + "/insights/" + metric + "/" + period);
        return row;
    }

    private static long value(String metric, Post post, Instant now) {
        long reach = Numbers.reach(post, now);
        return switch (metric) {
            case "reach" -> reach;
            case "views" -> reach * 14 / 10;
            case "likes" -> Numbers.likes(post, now);
            case "comments" -> post.comments().size();
            case "saved" -> reach / 60;
            case "shares" -> reach / 90;
            case "total_interactions" ->
                Numbers.likes(post, now) + post.comments().size() + reach / 60 + reach / 90;
            case "ig_reels_avg_watch_time" -> 6400;
            case "ig_reels_video_view_total_time" -> reach * 6400;
            default -> reach / 400;
        };
    }

    private static long ofAccount(String metric, Account account) {
        return switch (metric) {
            case "follower_count", "follows_and_unfollows" -> account.followers / 900;
            case "reach" -> account.followers * 6L / 10;
            case "views" -> account.followers * 2L;
            default -> account.followers / 40;
        };
    }
}
