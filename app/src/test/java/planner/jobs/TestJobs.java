package planner.jobs;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The front door without a worker behind it. */
public final class TestJobs {
    private TestJobs() {}

    public static Jobs on(JdbcClient sql, Clock clock) {
        return new Jobs(sql, clock, new Bell());
    }
}
