package planner.simulator.facebook;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.GraphError;

/** The figures of posts, stories and Pages; one metric that is none fails the whole question. */
final class Insights {
    private static final Set<String> POST = Set.of(
            "post_media_view",
            "post_total_media_view_unique",
            "post_clicks",
            "post_clicks_by_type",
            "post_reactions_by_type_total",
            "post_activity_by_action_type");
    private static final Set<String> STORY =
            Set.of("STORY_MEDIA_VIEW", "STORY_TOTAL_MEDIA_VIEW_UNIQUE", "STORY_INTERACTION");
    private static final Set<String> PAGE = Set.of(
            "page_media_view",
            "page_total_media_view_unique",
            "page_post_engagements",
            "page_follows",
            "page_daily_follows",
            "page_daily_follows_unique",
            "page_daily_unfollows_unique",
            "page_views_total",
            "page_video_views");

    private final Clock clock;

    Insights(Clock clock) {
        this.clock = clock;
    }

    Object ofPost(GraphCall call, Post post) {
        Instant now = clock.instant();
        return answer(call, POST, "lifetime", post.id, Numbers.reach(post.id, post.page, post.at(), now));
    }

    Object ofStory(GraphCall call, Story story) {
        Instant now = clock.instant();
        return answer(
                call, STORY, "lifetime", story.postId(), Numbers.reach(story.postId(), story.page(), story.at(), now));
    }

    Object ofPage(GraphCall call, Page page) {
        call.knows("metric", "period", "since", "until");
        return answer(call, PAGE, call.text("period").orElse("day"), page.id, page.followers);
    }

    private static Object answer(GraphCall call, Set<String> known, String period, String id, long reach) {
        call.knows("metric", "period", "since", "until").needs("metric");
        List<Object> data = new ArrayList<>();
        for (String metric : call.list("metric")) {
            if (!known.contains(metric)) {
                throw GraphError.of(100, 0, "(#100) The value must be a valid insights metric");
            }
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", metric);
            row.put("period", period);
            row.put("values", List.of(Map.of("value", value(metric, reach))));
            row.put("title", metric);
            row.put("description", metric);
            row.put("id", id + "/insights/" + metric + "/" + period);
            data.add(row);
        }
        return Map.of("data", data);
    }

    private static Object value(String metric, long reach) {
        return switch (metric) {
            case "post_media_view", "page_media_view" -> Map.of("organic", reach * 14 / 10, "paid", 0);
            case "STORY_MEDIA_VIEW" -> reach * 14 / 10;
            case "post_clicks", "page_post_engagements" -> reach / 30;
            case "post_clicks_by_type" -> Map.of("link clicks", reach / 50, "other clicks", reach / 75);
            case "post_reactions_by_type_total" -> Map.of("like", reach / 20, "love", reach / 50);
            case "post_activity_by_action_type" -> Map.of("share", reach / 90);
            default -> reach;
        };
    }
}
