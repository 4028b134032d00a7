package planner.jobs;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.util.List;

/**
 * Picks what is due. Unlike the library's own statement the inner query runs once whatever the planner believes about
 * the table ({@code ctid = any(array(...))}), and each kind takes only as many rows as it has free places, so that a
 * hanging network cannot take the others' places. What a person waits for goes first.
 */
final class Fetch extends PostgreSqlJdbcCustomization {
    private static final String PICK = """
            update scheduled_tasks set picked = true, picked_by = ?, last_heartbeat = ?, version = version + 1
            where ctid = any(array(
                select spot from (
                    select due.spot, due.execution_time, level.priority, kind.free,
                           row_number() over (partition by kind.name
                                              order by level.priority desc, due.execution_time) as place
                    from (select known.name,
                                 known.most - (select count(*) from scheduled_tasks busy
                                               where busy.task_name = known.name and busy.picked) as free
                          from unnest(?, ?) as known (name, most)
                          where not exists (select from job_pause
                                            where job_pause.kind = known.name and until > ?)) kind
                    cross join (values (1), (0)) as level (priority)
                    cross join lateral (
                        select ctid as spot, execution_time from scheduled_tasks
                        where task_name = kind.name and priority = level.priority
                          and not picked and execution_time <= ?
                        order by execution_time
                        limit least(greatest(kind.free, 0), ?)
                        for update skip locked) due) ranked
                where place <= free
                order by priority desc, execution_time
                limit ?))
            returning *
            """;

    private final List<JobKind> kinds;

    Fetch(List<JobKind> kinds) {
        super(false, false);
        this.kinds = List.copyOf(kinds);
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext context, Instant now, int limit, boolean orderByPriority) {
        var names = kinds.stream().map(JobKind::name).toArray(String[]::new);
        var most = kinds.stream().map(JobKind::concurrency).toArray(Integer[]::new);
        return context.jdbcRunner.query(
                PICK,
                statement -> {
                    var connection = statement.getConnection();
                    statement.setString(1, context.schedulerName.getName());
                    setInstant(statement, 2, now);
                    statement.setArray(3, connection.createArrayOf("text", names));
                    statement.setArray(4, connection.createArrayOf("int4", most));
                    setInstant(statement, 5, now);
                    setInstant(statement, 6, now);
                    statement.setInt(7, limit);
                    statement.setInt(8, limit);
                },
                context.resultSetMapper.get());
    }
}
