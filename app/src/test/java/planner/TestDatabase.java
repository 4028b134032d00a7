package planner;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import planner.postgres.EmbeddedPostgres;

/** A database of one's own with all tables: a copy of a migrated template on the server that all tests of this JVM share. */
public record TestDatabase(String url) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    public static TestDatabase fresh() {
        var name = "t" + COUNT.incrementAndGet();
        execute("create database " + name + " template " + Template.NAME);
        return new TestDatabase(url(name));
    }

    /** The caller closes it. */
    public HikariDataSource open() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        return pool;
    }

    private static String url(String database) {
        var server = Server.RUNNING;
        return server.jdbcUrl(database) + "?user=" + server.user() + "&password=" + server.password();
    }

    private static void execute(String statement) {
        try (var connection = DriverManager.getConnection(url("postgres"));
                var command = connection.createStatement()) {
            command.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** One per JVM, gone with it. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = EmbeddedPostgres.startTemporary();
    }

    /** Migrated once per JVM. */
    private static final class Template {
        static final String NAME = migrated();

        private static String migrated() {
            execute("create database house");
            Flyway.configure()
                    .dataSource(url("house"), null, null)
                    .outOfOrder(true)
                    .load()
                    .migrate();
            return "house";
        }
    }
}
