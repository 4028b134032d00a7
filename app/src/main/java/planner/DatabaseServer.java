package planner;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import planner.postgres.EmbeddedPostgres;

/** The database behind the house: the embedded one, which starts while Spring does, or one that others run. */
final class DatabaseServer implements AutoCloseable {
    private final FutureTask<DatabaseAddress> address;

    @Nullable
    private volatile EmbeddedPostgres embedded;

    private DatabaseServer(Path data, @Nullable DatabaseAddress external) {
        address = new FutureTask<>(() -> external == null ? startIn(data) : external);
    }

    static DatabaseServer starting(Settings settings) {
        var server = new DatabaseServer(settings.data(), settings.database());
        Thread.ofPlatform().daemon().name("database-start").start(server.address);
        return server;
    }

    static Path folder(Path data) {
        return data.resolve("pg18");
    }

    /** Waits until the server answers. */
    DatabaseAddress address() {
        try {
            return address.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database was starting", e);
        }
    }

    private DatabaseAddress startIn(Path data) {
        var server = EmbeddedPostgres.start(folder(data));
        embedded = server;
        return new DatabaseAddress(server.jdbcUrl(), server.user(), server.password());
    }

    @Override
    public void close() {
        address.cancel(false);
        var server = embedded;
        if (server != null) {
            server.close();
        }
    }
}
