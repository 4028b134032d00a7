package planner.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the alarms. A run is known by kind, id and the version with which it was picked. */
final class JobStore {
    private final JdbcClient sql;

    JobStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Rings at the earlier of the two times; a job in the act keeps the ring until it ends. */
    void enqueue(String kind, String id, Instant due, int priority) {
        sql.sql("""
                insert into scheduled_tasks as task (task_name, task_instance, execution_time, picked, version, priority)
                values (:kind, :id, :due, false, 1, :priority)
                on conflict (task_name, task_instance) do update set
                    execution_time = case when task.picked then task.execution_time
                                          else least(task.execution_time, excluded.execution_time) end,
                    wanted_at      = case when task.picked then least(task.wanted_at, excluded.execution_time) end,
                    priority       = greatest(task.priority, excluded.priority)
                """)
                .param("kind", kind)
                .param("id", id)
                .param("due", at(due))
                .param("priority", priority)
                .update();
    }

    /** @return false when the job was rung in the meantime or is no longer this run's */
    boolean remove(Run run) {
        return sql.sql("""
                        delete from scheduled_tasks
                        where task_name = :kind and task_instance = :id and version = :version and wanted_at is null
                        """)
                        .param("kind", run.kind())
                        .param("id", run.id())
                        .param("version", run.version())
                        .update()
                == 1;
    }

    /** Puts the alarm back, at the earlier of the given time and a ring that came meanwhile. @return when, if it was ours */
    @Nullable
    Instant release(Run run, @Nullable Instant again, Instant now) {
        return sql.sql("""
                        update scheduled_tasks set
                            picked = false, picked_by = null, last_heartbeat = null, consecutive_failures = 0,
                            last_success = :now, version = version + 1,
                            execution_time = least(:again::timestamptz, wanted_at),
                            priority = case when wanted_at is null then 0 else priority end,
                            wanted_at = null
                        where task_name = :kind and task_instance = :id and version = :version
                          and coalesce(:again::timestamptz, wanted_at) is not null
                        returning execution_time
                        """)
                .param("kind", run.kind())
                .param("id", run.id())
                .param("version", run.version())
                .param("again", again == null ? null : at(again))
                .param("now", at(now))
                .query(JobStore::time)
                .optional()
                .orElse(null);
    }

    /** Puts the alarm back like {@link #release}: who rang meanwhile does not wait for the pause of the one that failed. */
    @Nullable
    Instant failed(Run run, Instant again, Instant now) {
        return sql.sql("""
                        update scheduled_tasks set
                            picked = false, picked_by = null, last_heartbeat = null, last_failure = :now,
                            consecutive_failures = coalesce(consecutive_failures, 0) + 1, version = version + 1,
                            execution_time = least(:again::timestamptz, wanted_at), wanted_at = null
                        where task_name = :kind and task_instance = :id and version = :version
                        returning execution_time
                        """)
                .param("kind", run.kind())
                .param("id", run.id())
                .param("version", run.version())
                .param("again", at(again))
                .param("now", at(now))
                .query(JobStore::time)
                .optional()
                .orElse(null);
    }

    /** The run's process died: due at its original time, so that it does not queue behind what came later. */
    void revive(Run run) {
        sql.sql("""
                update scheduled_tasks set
                    picked = false, picked_by = null, last_heartbeat = null, version = version + 1,
                    execution_time = least(execution_time, wanted_at) - interval '1 second', wanted_at = null
                where task_name = :kind and task_instance = :id and version = :version
                """)
                .param("kind", run.kind())
                .param("id", run.id())
                .param("version", run.version())
                .update();
    }

    /** Gives back what a closing process still holds, so that nobody waits until it is found dead. */
    int handBack(String worker) {
        return sql.sql("""
                        update scheduled_tasks set
                            picked = false, picked_by = null, last_heartbeat = null, version = version + 1,
                            execution_time = least(execution_time, wanted_at), wanted_at = null
                        where picked and picked_by = :worker
                        """).param("worker", worker).update();
    }

    void pause(String kind, Instant until) {
        sql.sql("""
                insert into job_pause as pause (kind, until) values (:kind, :until)
                on conflict (kind) do update set until = greatest(pause.until, excluded.until)
                """).param("kind", kind).param("until", at(until)).update();
    }

    Optional<Instant> pausedUntil(String kind) {
        return sql.sql("select until from job_pause where kind = :kind")
                .param("kind", kind)
                .query(JobStore::time)
                .optional();
    }

    void seen(String worker, Instant now) {
        sql.sql("""
                insert into job_worker (name, seen_at) values (:worker, :now)
                on conflict (name) do update set seen_at = excluded.seen_at
                """).param("worker", worker).param("now", at(now)).update();
        sql.sql("delete from job_worker where seen_at < :old")
                .param("old", at(now.minus(Duration.ofHours(1))))
                .update();
    }

    void gone(String worker) {
        sql.sql("delete from job_worker where name = :worker")
                .param("worker", worker)
                .update();
    }

    Pulse pulse(Instant now, Duration alive) {
        return sql.sql("""
                        select min(execution_time) filter (where not picked) as first,
                               count(*) filter (where not picked) as overdue,
                               count(*) filter (where picked) as running,
                               (select count(*) from job_worker where seen_at > :alive) as workers,
                               (select count(*) from scheduled_tasks where consecutive_failures > 3) as failing
                        from scheduled_tasks task
                        where (picked or execution_time <= :now)
                          and not exists (select from job_pause where kind = task.task_name and until > :now)
                        """)
                .param("now", at(now))
                .param("alive", at(now.minus(alive)))
                .query((row, number) -> {
                    var first = row.getObject("first", OffsetDateTime.class);
                    var lag = first == null ? Duration.ZERO : Duration.between(first.toInstant(), now);
                    return new Pulse(
                            lag,
                            row.getInt("overdue"),
                            row.getInt("running"),
                            row.getInt("workers"),
                            row.getInt("failing"));
                })
                .single();
    }

    private static Instant time(ResultSet row, int number) throws SQLException {
        return row.getObject(1, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** One picking of a job. */
    record Run(String kind, String id, long version) {}
}
