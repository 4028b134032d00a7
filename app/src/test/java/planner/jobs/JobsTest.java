package planner.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import planner.TestDatabase;

class JobsTest {
    private static final JobKind KIND = new JobKind("test", 50);
    private static final JobsSettings SETTINGS = new JobsSettings(20, Duration.ofMillis(200));

    private final HikariDataSource pool = TestDatabase.fresh().open();
    private final JdbcClient sql = JdbcClient.create(pool);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    private final Clock clock = Clock.systemUTC();
    private final Bell bell = new Bell();
    private final Jobs jobs = new Jobs(sql, clock, bell);
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (var each : open) {
            each.close();
        }
        pool.close();
    }

    @Test
    void aJobIsRolledBackWithItsCause() {
        transactions.executeWithoutResult(status -> {
            jobs.enqueue(KIND, "a", clock.instant(), Jobs.NORMAL);
            status.setRollbackOnly();
        });

        assertThat(rows()).isZero();
    }

    @Test
    void aJobRunsOnceItsTimeHasCome() {
        var runs = new CopyOnWriteArrayList<Instant>();
        worker(KIND, id -> {
            runs.add(clock.instant());
            return new Next.Done();
        });
        var due = clock.instant().plusSeconds(1);

        enqueue("a", due);

        await().until(() -> runs.size() == 1);
        assertThat(runs.getFirst()).isAfterOrEqualTo(due);
        await().until(() -> rows() == 0);
    }

    @Test
    void whatIsDueNowDoesNotWaitForTheTick() {
        var ran = new CountDownLatch(1);
        worker(KIND, id -> {
            ran.countDown();
            return new Next.Done();
        });
        var before = System.nanoTime();

        enqueue("a", clock.instant());

        await().pollInterval(Duration.ofMillis(5)).until(() -> ran.getCount() == 0);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(900));
    }

    @Test
    void aRingWhileItRunsIsNotLost() {
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        var runs = new AtomicInteger();
        worker(KIND, id -> {
            if (runs.incrementAndGet() == 1) {
                entered.countDown();
                pass(leave);
            }
            return new Next.Done();
        });
        enqueue("a", clock.instant());
        pass(entered);

        enqueue("a", clock.instant());
        leave.countDown();

        await().until(() -> runs.get() == 2);
        await().until(() -> rows() == 0);
    }

    @Test
    void aRingBetweenTheLastLookAndTheEndIsNotLost() {
        // the ring is committed only after the run has decided that nothing is left to do
        var store = new JobStore(sql);
        enqueue("a", clock.instant());
        sql.sql("update scheduled_tasks set picked = true, picked_by = 'me', version = 7")
                .update();
        var run = new JobStore.Run("test", "a", 7);
        var rung = new CountDownLatch(1);
        var ended = new AtomicInteger(-1);
        var ender = Thread.ofVirtual().unstarted(() -> ended.set(store.remove(run) ? 1 : 0));
        transactions.executeWithoutResult(status -> {
            jobs.enqueue(KIND, "a", clock.instant(), Jobs.NORMAL);
            rung.countDown();
            ender.start();
        });

        await().until(() -> ended.get() >= 0);
        assertThat(ended).hasValue(0);
        assertThat(store.release(run, null, clock.instant())).isNotNull();
    }

    @Test
    void theEarlierOfTwoTimesCounts() {
        var soon = clock.instant().plusSeconds(100);

        enqueue("a", soon.plusSeconds(100));
        enqueue("a", soon);
        enqueue("a", soon.plusSeconds(50));

        assertThat(sql.sql("select execution_time from scheduled_tasks")
                        .query((row, number) -> row.getTimestamp(1).toInstant().getEpochSecond())
                        .single())
                .isEqualTo(soon.getEpochSecond());
    }

    @Test
    void twoProcessesShareTheWorkAndNothingRunsTwice() {
        Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
        var byFirst = new AtomicInteger();
        var bySecond = new AtomicInteger();
        worker(KIND, id -> count(runs, id, byFirst));
        worker(KIND, id -> count(runs, id, bySecond));
        var due = clock.instant().plusSeconds(1);

        transactions.executeWithoutResult(status -> {
            for (int i = 0; i < 400; i++) {
                jobs.enqueue(KIND, "job-" + i, due, Jobs.NORMAL);
            }
        });

        await().until(() -> rows() == 0);
        assertThat(runs).hasSize(400);
        assertThat(runs.values()).allMatch(count -> count.get() == 1);
        assertThat(byFirst.get()).isPositive();
        assertThat(bySecond.get()).isPositive();
    }

    @Test
    void aKindTakesOnlyItsPlacesAndAnotherKindGoesOn() {
        var hanging = new JobKind("hanging", 3);
        var inTheAct = new AtomicInteger();
        var leave = new CountDownLatch(1);
        var others = new AtomicInteger();
        worker(
                handler(hanging, id -> {
                    inTheAct.incrementAndGet();
                    pass(leave);
                    return new Next.Done();
                }),
                handler(KIND, id -> {
                    others.incrementAndGet();
                    return new Next.Done();
                }));

        transactions.executeWithoutResult(status -> {
            for (int i = 0; i < 40; i++) {
                jobs.enqueue(hanging, "h" + i, clock.instant(), Jobs.NORMAL);
            }
        });
        await().until(() -> inTheAct.get() == 3);
        transactions.executeWithoutResult(status -> {
            for (int i = 0; i < 30; i++) {
                jobs.enqueue(KIND, "k" + i, clock.instant(), Jobs.NORMAL);
            }
        });

        await().until(() -> others.get() == 30);
        assertThat(inTheAct).hasValue(3);
        leave.countDown();
        await().until(() -> rows() == 0);
    }

    @Test
    void whatAPersonWaitsForGoesFirst() {
        var one = new JobKind("one", 1);
        var order = new CopyOnWriteArrayList<String>();
        var due = clock.instant().minusSeconds(60);
        transactions.executeWithoutResult(status -> {
            for (int i = 0; i < 5; i++) {
                jobs.enqueue(one, "normal" + i, due, Jobs.NORMAL);
            }
            jobs.enqueue(one, "now", clock.instant(), Jobs.NOW);
        });

        worker(one, id -> {
            order.add(id);
            return new Next.Done();
        });

        await().until(() -> order.size() == 6);
        assertThat(order.getFirst()).isEqualTo("now");
    }

    @Test
    void aPausedKindRests() {
        var runs = new CopyOnWriteArrayList<Instant>();
        var until = clock.instant().plusSeconds(2);
        transactions.executeWithoutResult(status -> {
            jobs.pause(KIND, until);
            jobs.enqueue(KIND, "a", clock.instant(), Jobs.NORMAL);
        });

        worker(KIND, id -> {
            runs.add(clock.instant());
            return new Next.Done();
        });

        await().until(() -> runs.size() == 1);
        assertThat(runs.getFirst()).isAfterOrEqualTo(until.minusMillis(5));
    }

    @Test
    void theWorkOfADeadProcessIsFoundAndTakenUp() {
        enqueue("a", clock.instant());
        sql.sql("""
                update scheduled_tasks set picked = true, picked_by = 'dead', version = 2,
                    last_heartbeat = now() - interval '1 second'
                """).update();
        var runs = new AtomicInteger();

        worker(KIND, id -> {
            runs.incrementAndGet();
            return new Next.Done();
        });

        await().until(() -> runs.get() == 1);
        await().until(() -> rows() == 0);
    }

    @Test
    void aHandlerThatThrowsIsTriedAgainLater() {
        worker(KIND, id -> {
            throw new IllegalStateException("broken");
        });

        enqueue("a", clock.instant());

        await().until(() -> sql.sql("""
                                select count(*) from scheduled_tasks
                                where not picked and consecutive_failures = 1 and execution_time > now() + interval '3 seconds'
                                """).query(Integer.class).single() == 1);
    }

    @Test
    void aRingDuringAFailingRunDoesNotWaitForItsPause() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);

        assertThat(failedWith(now, now.plusSeconds(3_600))).isEqualTo(now);
        assertThat(failedWith(now.plusSeconds(7_200), now.plusSeconds(3_600))).isEqualTo(now.plusSeconds(3_600));
    }

    /** When a run that somebody rang meanwhile is tried again after it failed. */
    private @Nullable Instant failedWith(Instant ring, Instant pause) {
        sql.sql("delete from scheduled_tasks").update();
        enqueue("a", clock.instant());
        sql.sql("update scheduled_tasks set picked = true, picked_by = 'me', version = 7")
                .update();
        enqueue("a", ring);
        return new JobStore(sql).failed(new JobStore.Run("test", "a", 7), pause, clock.instant());
    }

    @Test
    void closingHandsBackWhatIsStillInTheAct() throws Exception {
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        var worker = worker(KIND, id -> {
            entered.countDown();
            boolean interrupted = false;
            while (leave.getCount() > 0) {
                try {
                    interrupted |= !leave.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            throw new IllegalStateException("stopped " + interrupted);
        });
        enqueue("a", clock.instant());
        pass(entered);
        long start = System.nanoTime();

        worker.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(sql.sql("select picked from scheduled_tasks")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        leave.countDown();
    }

    @Test
    void thePulseTellsHowFarBehindTheWorkIs() {
        enqueue("a", clock.instant().minusSeconds(90));

        var idle = jobs.pulse();
        assertThat(idle.overdue()).isEqualTo(1);
        assertThat(idle.lag()).isGreaterThan(Duration.ofSeconds(85));
        assertThat(idle.state()).isEqualTo(Pulse.State.RED);
        assertThat(idle.reason()).isEqualTo("no-worker");

        worker(KIND, id -> new Next.Done());
        await().until(() -> jobs.pulse().state() == Pulse.State.GREEN);
        assertThat(jobs.pulse().workers()).isEqualTo(1);
    }

    private static Next count(Map<String, AtomicInteger> runs, String id, AtomicInteger mine) {
        runs.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
        mine.incrementAndGet();
        return new Next.Done();
    }

    private void enqueue(String id, Instant due) {
        transactions.executeWithoutResult(status -> jobs.enqueue(KIND, id, due, Jobs.NORMAL));
    }

    private Worker worker(JobKind kind, Function<String, Next> work) {
        return worker(handler(kind, work));
    }

    private Worker worker(JobHandler... handlers) {
        var alarms = WorkerLife.asyncPool(pool);
        var worker = new Worker(SETTINGS, alarms, List.of(handlers), bell, clock);
        open.add(() -> {
            worker.close();
            alarms.close();
        });
        worker.start();
        return worker;
    }

    private static JobHandler handler(JobKind kind, Function<String, Next> work) {
        return new JobHandler() {
            @Override
            public JobKind kind() {
                return kind;
            }

            @Override
            public Next run(String id) {
                return work.apply(id);
            }
        };
    }

    private int rows() {
        return sql.sql("select count(*) from scheduled_tasks")
                .query(Integer.class)
                .single();
    }

    private static void pass(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
