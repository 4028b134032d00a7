package planner.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One process's share of the work: db-scheduler with our own fetch, our own way to put an alarm back, and a tick. */
final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final int MOST_DOUBLINGS = 6;
    private static final int SIGN_OF_LIFE_SECONDS = 5;

    /** Half of what a stop may take: the library waits twice, before and after it interrupts. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(3);

    private final String name =
            "%s-%s".formatted(ProcessHandle.current().pid(), UUID.randomUUID().toString());
    private final JobStore store;
    private final Clock clock;
    private final Bell bell;
    private final Scheduler scheduler;
    private final Tick tick;
    private int seconds;

    /** @param alarms a pool of the worker's own, never shared with requests */
    Worker(JobsSettings settings, DataSource alarms, List<JobHandler> handlers, Bell bell, Clock clock) {
        this.store = new JobStore(JdbcClient.create(alarms));
        this.clock = clock;
        this.bell = bell;
        this.scheduler = scheduler(settings, alarms, handlers);
        this.tick = new Tick(scheduler::triggerCheckForDueExecutions, this::signOfLife);
    }

    void start() {
        store.seen(name, clock.instant());
        bell.open(tick::nudge);
        scheduler.start();
        tick.start();
    }

    /** Lets what runs come to its next safe place; what does not in time is taken up again at the next start. */
    @Override
    public void close() {
        bell.close();
        tick.stop();
        scheduler.stop();
        try {
            store.handBack(name);
            store.gone(name);
        } catch (DataAccessException e) {
            LOG.warn("What was in hand is taken up by others in half a minute: {}", e.getMessage());
        }
    }

    String name() {
        return name;
    }

    private Scheduler scheduler(JobsSettings settings, DataSource alarms, List<JobHandler> handlers) {
        var kinds = handlers.stream().map(JobHandler::kind).toList();
        var tasks = handlers.stream().<Task<?>>map(Alarm::new).toList();
        int workers = settings.workers();
        return Scheduler.create(alarms, tasks)
                .schedulerName(new SchedulerName.Fixed(name))
                .clock(clock::instant)
                .jdbcCustomization(new Fetch(kinds))
                .executorService(new ThreadPoolExecutor(
                        workers,
                        workers,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofVirtual().name("job-", 0).factory()))
                .threads(workers)
                .pollUsingLockAndFetch(0.8, 1.0)
                .pollingInterval(Duration.ofSeconds(5))
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .enablePriority()
                .shutdownMaxWait(LAST_WAIT)
                .build();
    }

    private void signOfLife() {
        if (seconds++ % SIGN_OF_LIFE_SECONDS != 0) {
            return;
        }
        try {
            store.seen(name, clock.instant());
        } catch (DataAccessException e) {
            LOG.warn("The database does not answer: {}", e.getMessage());
        }
    }

    private void completed(Execution execution, Next next) {
        var run = run(execution);
        Instant again = switch (next) {
            case Next.Done() -> store.remove(run) ? null : store.release(run, null, clock.instant());
            case Next.Again(var at) -> store.release(run, at, clock.instant());
        };
        if (again == null || !again.isAfter(clock.instant()) || next instanceof Next.Done) {
            tick.nudge();
        }
    }

    private void failed(Execution execution) {
        var pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(execution.consecutiveFailures, MOST_DOUBLINGS));
        var again = store.failed(run(execution), clock.instant().plus(pause), clock.instant());
        if (again != null && !again.isAfter(clock.instant())) {
            tick.nudge();
        }
    }

    private static JobStore.Run run(Execution execution) {
        return new JobStore.Run(
                execution.taskInstance.getTaskName(), execution.taskInstance.getId(), execution.version);
    }

    /** A kind of job as the library sees it. */
    private final class Alarm extends AbstractTask<Void> {
        private final JobHandler handler;

        Alarm(JobHandler handler) {
            super(
                    handler.kind().name(),
                    Void.class,
                    (complete, operations) -> failed(complete.getExecution()),
                    (complete, operations) -> store.revive(run(complete.getExecution())));
            this.handler = handler;
        }

        @Override
        public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
            var next = handler.run(instance.getId());
            return (complete, operations) -> completed(complete.getExecution(), next);
        }

        @Override
        public SchedulableInstance<Void> schedulableInstance(String id) {
            return SchedulableInstance.of(instance(id), clock.instant());
        }

        @Override
        public SchedulableInstance<Void> schedulableInstance(String id, Void data) {
            return schedulableInstance(id);
        }
    }
}
