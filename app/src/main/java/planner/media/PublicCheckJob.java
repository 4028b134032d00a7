package planner.media;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import planner.jobs.JobHandler;
import planner.jobs.JobKind;
import planner.jobs.Jobs;
import planner.jobs.Next;

/** Looks at the public address now and then: certificates end, and proxies are set anew. */
@Component
class PublicCheckJob implements JobHandler {
    private static final JobKind KIND = new JobKind("public-check", 1);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofHours(6);
    /** While something is wrong somebody may be mending it. */
    private static final Duration SHORT_PAUSE = Duration.ofMinutes(15);

    private final PublicChecks checks;
    private final Jobs jobs;
    private final Clock clock;

    PublicCheckJob(PublicChecks checks, Jobs jobs, Clock clock) {
        this.checks = checks;
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
        var pause = checks.needed() && checks.run().failed() ? SHORT_PAUSE : PAUSE;
        return new Next.Again(clock.instant().plus(pause));
    }
}
