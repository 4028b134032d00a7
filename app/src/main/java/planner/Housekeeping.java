package planner;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import planner.jobs.JobHandler;
import planner.jobs.JobKind;
import planner.jobs.Jobs;
import planner.jobs.Next;
import planner.media.Assets;
import planner.media.Renditions;
import planner.media.Replacements;
import planner.post.Posts;
import planner.publish.Budgets;
import planner.publish.Unfinished;
import planner.webhook.Webhooks;
import planner.workspace.People;

/**
 * Once an hour each room throws away what nobody can use any more. Here, at the front door, because not every room may
 * know jobs; room channel has an upkeep of its own.
 */
@Component
class Housekeeping implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final JobKind KIND = new JobKind("housekeeping", 1);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Map<String, Runnable> rooms;
    private final Jobs jobs;
    private final Clock clock;

    Housekeeping(
            People people,
            Assets assets,
            Renditions renditions,
            Replacements replacements,
            Unfinished unfinished,
            Posts posts,
            Budgets budgets,
            Webhooks webhooks,
            Jobs jobs,
            Clock clock) {
        this.rooms = Map.of(
                "workspace", people::tidy,
                "media", assets::tidy,
                "renditions", renditions::tidy,
                "replaced", () -> replacements.tidy(unfinished::over),
                "post", posts::tidy,
                "publish", budgets::tidy,
                "webhook", webhooks::tidy);
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        jobs.enqueue(KIND, "all", clock.instant().plus(SOON), Jobs.NORMAL);
    }

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public Next run(String id) {
        rooms.forEach(Housekeeping::tidy);
        return new Next.Again(clock.instant().plus(PAUSE));
    }

    /** One room's trouble is not the others'. */
    private static void tidy(String room, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("Housekeeping of {} failed", room, e);
        }
    }
}
