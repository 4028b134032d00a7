package planner.jobs;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Starts the worker when the house stands and stops it before anything it needs is closed. */
@Component
class WorkerLife implements SmartLifecycle {
    private static final int CONNECTIONS = 16;

    /** Short, so that a stop without a database does not hang. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final JobsSettings settings;
    private final DataSource product;
    private final ObjectProvider<JobHandler> handlers;
    private final ObjectProvider<JobHandlers> families;
    private final Bell bell;
    private final Clock clock;

    @Nullable
    private HikariDataSource alarms;

    @Nullable
    private Worker worker;

    WorkerLife(
            Environment settings,
            DataSource product,
            ObjectProvider<JobHandler> handlers,
            ObjectProvider<JobHandlers> families,
            Bell bell,
            Clock clock) {
        this.settings = JobsSettings.of(settings);
        this.product = product;
        this.handlers = handlers;
        this.families = families;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (settings.workers() == 0) {
            return;
        }
        var pool = asyncPool(product);
        var work = new Worker(settings, pool, all(), bell, clock);
        work.start();
        alarms = pool;
        worker = work;
    }

    @Override
    public void stop() {
        if (worker != null) {
            worker.close();
            worker = null;
        }
        if (alarms != null) {
            alarms.close();
            alarms = null;
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private List<JobHandler> all() {
        return Stream.concat(
                        handlers.orderedStream(),
                        families.orderedStream().flatMap(family -> family.handlers().stream()))
                .toList();
    }

    /**
     * The alarms' own pool. Its commits need not wait for the disk: after a power cut an alarm may ring once more, and
     * finds the publication done; intents and results are committed by the product's pool, which waits.
     */
    static HikariDataSource asyncPool(DataSource product) {
        try {
            var model = product.unwrap(HikariDataSource.class);
            var pool = new HikariDataSource();
            pool.setJdbcUrl(model.getJdbcUrl());
            pool.setUsername(model.getUsername());
            pool.setPassword(model.getPassword());
            pool.setDataSourceProperties(model.getDataSourceProperties());
            pool.setConnectionInitSql("set synchronous_commit = off");
            pool.setMaximumPoolSize(CONNECTIONS);
            pool.setMinimumIdle(2);
            pool.setConnectionTimeout(PATIENCE.toMillis());
            pool.setPoolName("alarms");
            return pool;
        } catch (SQLException e) {
            throw new IllegalStateException("the data source is not a pool", e);
        }
    }
}
