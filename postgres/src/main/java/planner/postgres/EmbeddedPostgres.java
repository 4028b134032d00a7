package planner.postgres;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A PostgreSQL server of our own. It runs as a child of this process, keeps its data in one folder, is started again
 * when it dies, and ends with this process, however that ends.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Home home;
    private final Binaries binaries;
    private final Privileges privileges;
    private final Settings settings;
    private final FolderLock lock;
    private final ReentrantLock turn = new ReentrantLock();
    private final int port;
    private final String password;
    private Postmaster server;
    private volatile boolean closing;
    private volatile Runnable afterwards = () -> {};

    private EmbeddedPostgres(Home home, Binaries binaries, Privileges privileges, Settings settings, FolderLock lock) {
        this.home = home;
        this.binaries = binaries;
        this.privileges = privileges;
        this.settings = settings;
        this.lock = lock;
        home.prepare(binaries, privileges, settings);
        var launch = Launch.onFreePort(home, binaries, privileges);
        this.port = launch.port();
        this.server = launch.server();
        this.password = home.password();
    }

    /**
     * Starts the server of the folder, made at the first start; its programs go into the folder's neighbourhood. The
     * files {@code port} and {@code password} in the folder tell other processes of this user how to reach it.
     */
    public static EmbeddedPostgres start(Path folder) {
        return start(folder, folder.toAbsolutePath().resolveSibling("bin").resolve("postgres-" + Binaries.VERSION));
    }

    /**
     * Starts the server of the folder.
     *
     * @param programs where the unpacked programs are, or go; may be shared by several servers
     * @throws FolderInUse when another live process runs the server of this folder
     */
    public static EmbeddedPostgres start(Path folder, Path programs) {
        return start(folder, programs, Settings.LASTING, Privileges.detect());
    }

    /** Starts an empty server for a test: fast, forgetful, and gone with this process or at the end of the test. */
    public static EmbeddedPostgres startTemporary() {
        return Temporary.start();
    }

    static EmbeddedPostgres start(Path folder, Path programs, Settings settings, Privileges privileges) {
        var home = Home.in(folder.toAbsolutePath());
        var lock = FolderLock.of(home.folder());
        try {
            var binaries = Binaries.in(programs.toAbsolutePath().normalize());
            new Leftovers(home.cluster()).clear();
            var postgres = new EmbeddedPostgres(home, binaries, privileges, settings, lock);
            home.publishPort(postgres.port);
            Thread.ofPlatform().daemon().name("postgres-watch").start(postgres::watch);
            return postgres;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return Home.USER;
    }

    public String password() {
        return password;
    }

    /** The process id of the server, for those who measure. */
    public long pid() {
        return server().pid();
    }

    /** Stops the server cleanly, within ten seconds. */
    @Override
    public void close() {
        turn.lock();
        try {
            if (closing) {
                return;
            }
            closing = true;
            stop();
        } finally {
            turn.unlock();
        }
    }

    private void stop() {
        try (lock) {
            if (settings.durable()) {
                server.stop();
            } else {
                server.stopAtOnce();
            }
            afterwards.run();
        }
    }

    void onceClosed(Runnable afterwards) {
        this.afterwards = afterwards;
    }

    @Override
    public String toString() {
        return "PostgreSQL at " + jdbcUrl() + " in " + home.folder();
    }

    /** A server that somebody or something killed is started again, on the port that everybody knows. */
    private void watch() {
        try {
            var pause = SHORTEST_PAUSE;
            while (!closing) {
                server().awaitEnd();
                if (revived()) {
                    pause = SHORTEST_PAUSE;
                } else {
                    Thread.sleep(pause);
                    pause = longer(pause);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean revived() {
        try {
            if (closing) {
                return true;
            }
            LOG.log(Level.WARNING, "PostgreSQL ended unexpectedly and is started again; see {0}", home.log());
            new Leftovers(home.cluster()).clear();
            var next = next();
            boolean up = next.comesUp() || closing;
            if (!up) {
                LOG.log(Level.ERROR, "PostgreSQL does not start again: {0}", next.lastWords());
            }
            return up;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "PostgreSQL does not start again", e);
            return false;
        }
    }

    private Postmaster next() {
        turn.lock();
        try {
            if (!closing) {
                server = Postmaster.fork(home, binaries, privileges, port);
            }
            return server;
        } finally {
            turn.unlock();
        }
    }

    private Postmaster server() {
        turn.lock();
        try {
            return server;
        } finally {
            turn.unlock();
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
