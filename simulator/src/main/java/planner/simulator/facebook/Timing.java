package planner.simulator.facebook;

import java.time.Duration;
import java.time.Instant;
import planner.simulator.facebook.Post.State;
import planner.simulator.facebook.Post.When;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.GraphError;

/** When a post is to be seen: at once, later, or not before somebody says so. */
final class Timing {
    private static final Duration SOONEST = Duration.ofMinutes(10);
    static final Duration LATEST = Duration.ofDays(30);
    static final Duration LATEST_REEL = Duration.ofDays(29);

    private Timing() {}

    /** Of feed, photo and video posts. */
    static When of(GraphCall call, Instant now) {
        boolean published = !call.has("published") || call.flag("published");
        String type = call.text("unpublished_content_type").orElse("");
        if (published) {
            if (call.has("scheduled_publish_time") || !type.isEmpty()) {
                throw GraphError.wrong("scheduled_publish_time and unpublished_content_type need published=false");
            }
            return new When(State.PUBLISHED, null);
        }
        if (call.has("scheduled_publish_time")) {
            if (!type.isEmpty() && !type.equals("SCHEDULED")) {
                throw GraphError.wrong("Param unpublished_content_type must be SCHEDULED");
            }
            return new When(State.SCHEDULED, time(call, now, LATEST));
        }
        if (!type.isEmpty() && !type.equals("DRAFT")) {
            throw GraphError.wrong("Param unpublished_content_type must be DRAFT or SCHEDULED");
        }
        return new When(State.DRAFT, null);
    }

    static Instant time(GraphCall call, Instant now, Duration latest) {
        call.needs("scheduled_publish_time");
        Instant time =
                Instant.ofEpochSecond(call.number("scheduled_publish_time").orElseThrow());
        if (time.isBefore(now.plus(SOONEST)) || time.isAfter(now.plus(latest))) {
            throw GraphError.of(100, 1363004, "The specified scheduled publish time is invalid");
        }
        return time;
    }
}
