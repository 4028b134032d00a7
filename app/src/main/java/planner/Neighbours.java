package planner;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;
import planner.workspace.WorkspaceId;

/**
 * Passes changes on to the other processes on the same database by NOTIFY: gathered for a moment and sent apart from the
 * transactions that caused them, because a NOTIFY inside would make all their commits wait for one lock. Listens only
 * while a browser here does.
 */
@Component
class Neighbours implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);
    private static final String SELF = UUID.randomUUID().toString();
    private static final String CHANNEL = "planner_changes";
    private static final int GATHER_MILLIS = 200;
    /** Of about 90 characters each; a NOTIFY carries fewer than 8000. */
    private static final int MOST_AT_ONCE = 80;

    private static final int MOST_WAITING = 10_000;

    private final JdbcClient sql;
    private final DatabaseServer database;
    private final LinkedBlockingQueue<LiveUpdates.Change> outgoing = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicReference<@Nullable Thread> ears = new AtomicReference<>();
    private final Thread mouth;
    private volatile Consumer<LiveUpdates.Change> listener = change -> {};

    Neighbours(JdbcClient sql, DatabaseServer database) {
        this.sql = sql;
        this.database = database;
        this.mouth = Thread.ofVirtual().name("changes-out").start(this::speak);
    }

    void onChange(Consumer<LiveUpdates.Change> listener) {
        this.listener = listener;
    }

    /** A full queue drops: it is only a nudge. */
    void tell(LiveUpdates.Change change) {
        if (!outgoing.offer(change)) {
            LOG.debug("too many changes at once, neighbours hear fewer");
        }
    }

    void listen() {
        ears.updateAndGet(running -> running != null
                ? running
                : Thread.ofPlatform().daemon().name("changes-in").start(this::hear));
    }

    void rest() {
        var running = ears.getAndSet(null);
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public void destroy() {
        mouth.interrupt();
        rest();
    }

    private void speak() {
        try {
            while (true) {
                var some = new ArrayList<LiveUpdates.Change>();
                some.add(outgoing.take());
                TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
                outgoing.drainTo(some, MOST_AT_ONCE - 1);
                send(some);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(List<LiveUpdates.Change> changes) {
        var text = changes.stream()
                .distinct()
                .map(change -> change.workspace() + " " + change.kind() + " " + change.id())
                .collect(Collectors.joining("\n", SELF + "\n", ""));
        try {
            sql.sql("select pg_notify(:channel, :text)::text")
                    .param("channel", CHANNEL)
                    .param("text", text)
                    .query(String.class)
                    .optional();
        } catch (RuntimeException e) {
            LOG.debug("neighbours were not told", e);
        }
    }

    private void hear() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                hearUntilCut();
            } catch (SQLException e) {
                LOG.debug("the ear for neighbours was cut, it grows again", e);
                pause();
            }
        }
    }

    private void hearUntilCut() throws SQLException {
        var address = database.address();
        var source = new DriverManagerDataSource(address.jdbcUrl());
        source.setUsername(address.user());
        source.setPassword(address.password());
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            while (!Thread.currentThread().isInterrupted()) {
                for (var message : connection.unwrap(PGConnection.class).getNotifications(5_000)) {
                    read(message.getParameter());
                }
            }
        }
    }

    private void read(String text) {
        if (text.startsWith(SELF)) {
            return;
        }
        text.lines()
                .skip(1)
                .map(line -> line.split(" ", 3))
                .forEach(parts -> listener.accept(
                        new LiveUpdates.Change(WorkspaceId.of(parts[0]), parts[1], UUID.fromString(parts[2]))));
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
