package planner.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Durable alarms. Everything here takes part in the caller's transaction: rolled back with it, visible with it. A job is
 * known by kind and id; a second enqueue of the same job only makes it ring earlier, and a ring while it runs is kept.
 */
@Service
@Transactional
public class Jobs {
    /** For what a person waits for. */
    public static final int NOW = 1;

    public static final int NORMAL = 0;

    /** A process without a sign of life for so long no longer counts. */
    static final Duration ALIVE = Duration.ofSeconds(20);

    private final JobStore store;
    private final Clock clock;
    private final Bell bell;

    Jobs(JdbcClient sql, Clock clock, Bell bell) {
        this.store = new JobStore(sql);
        this.clock = clock;
        this.bell = bell;
    }

    public void enqueue(JobKind kind, String id, Instant due, int priority) {
        store.enqueue(kind.name(), id, due, priority > NORMAL ? NOW : NORMAL);
        if (!due.isAfter(clock.instant())) {
            ringAfterCommit();
        }
    }

    /** No job of this kind begins before then, in any process. */
    public void pause(JobKind kind, Instant until) {
        store.pause(kind.name(), until);
    }

    /** Until when this kind is paused; may lie in the past. */
    @Transactional(readOnly = true)
    public Optional<Instant> pausedUntil(JobKind kind) {
        return store.pausedUntil(kind.name());
    }

    @Transactional(readOnly = true)
    public Pulse pulse() {
        return store.pulse(clock.instant(), ALIVE);
    }

    /** Whether this process is closing: a handler then ends at its next safe place. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean stopping() {
        return bell.stopping();
    }

    private void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }
}
