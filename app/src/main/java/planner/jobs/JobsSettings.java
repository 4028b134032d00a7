package planner.jobs;

import java.time.Duration;
import org.springframework.core.env.Environment;

/**
 * @param workers how many jobs this process does at once; 0 = it leaves the work to other processes
 * @param heartbeat how often a running job gives a sign of life; four missed ones make it dead
 */
record JobsSettings(int workers, Duration heartbeat) {
    static final int INITIAL_WORKERS = 200;
    private static final int MOST_WORKERS = 2_000;

    JobsSettings {
        if (workers < 0 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException("PLANNER_WORKERS is 0 to " + MOST_WORKERS);
        }
        if (heartbeat.isNegative() || heartbeat.isZero()) {
            throw new IllegalArgumentException("PLANNER_HEARTBEAT is positive");
        }
    }

    static JobsSettings of(Environment settings) {
        return new JobsSettings(
                settings.getProperty("PLANNER_WORKERS", Integer.class, INITIAL_WORKERS),
                settings.getProperty("PLANNER_HEARTBEAT", Duration.class, Duration.ofSeconds(5)));
    }
}
