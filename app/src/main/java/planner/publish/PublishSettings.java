package planner.publish;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.core.env.Environment;

/**
 * @param retryFirst pause after the first failed try; doubles with each further one
 * @param retryMost longest pause
 */
record PublishSettings(Duration retryFirst, Duration retryMost) {
    private static final int MOST_DOUBLINGS = 20;
    private static final double JITTER = 0.2;

    PublishSettings {
        if (retryFirst.isNegative() || retryFirst.isZero() || retryMost.compareTo(retryFirst) < 0) {
            throw new IllegalArgumentException("PLANNER_RETRY_FIRST is positive and at most PLANNER_RETRY_MOST");
        }
    }

    static PublishSettings of(Environment settings) {
        return new PublishSettings(
                settings.getProperty("PLANNER_RETRY_FIRST", Duration.class, Duration.ofMinutes(1)),
                settings.getProperty("PLANNER_RETRY_MOST", Duration.class, Duration.ofHours(1)));
    }

    /** Exponential with jitter, so that those who failed together do not come back together. @param failures 1 or more */
    Duration pause(int failures) {
        double doublings = 1L << Math.min(failures - 1, MOST_DOUBLINGS);
        double millis = Math.min(retryFirst.toMillis() * doublings, retryMost.toMillis());
        double jitter = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
        return Duration.ofMillis(Math.round(millis * jitter));
    }
}
