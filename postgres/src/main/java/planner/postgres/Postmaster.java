package planner.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One running server process. */
final class Postmaster {
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(5);
    private static final Duration FAST = Duration.ofSeconds(7);
    private static final Duration IMMEDIATE = Duration.ofSeconds(2);
    private static final int STATUS_LINE = 7;

    private final Process process;
    private final Home home;
    private final long logStart;

    private Postmaster(Process process, Home home, long logStart) {
        this.process = process;
        this.home = home;
        this.logStart = logStart;
    }

    static Postmaster fork(Home home, Binaries binaries, Privileges privileges, int port) {
        var command = List.of(
                binaries.program("postgres"),
                "-D",
                home.cluster().toString(),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "port=" + port);
        long logStart = sizeOf(home.log());
        return new Postmaster(Commands.fork(privileges.server(command), home.log()), home, logStart);
    }

    long pid() {
        return process.pid();
    }

    /** Whether the server came up; false when it ended instead. */
    boolean comesUp() {
        if (!Waiting.until(LONGEST_RECOVERY, () -> ready() || !process.isAlive())) {
            stopAtOnce();
            throw new PostgresFailure("PostgreSQL did not become ready within " + LONGEST_RECOVERY.toMinutes()
                    + " minutes; see " + home.log());
        }
        return process.isAlive();
    }

    /** What the server said since it was forked. */
    String lastWords() {
        try (var file = new RandomAccessFile(home.log().toFile(), "r")) {
            file.seek(Math.max(Math.min(logStart, file.length()), file.length() - 4096));
            var words = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(words);
            return new String(words, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(" + home.log() + " cannot be read)";
        }
    }

    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Ends the sessions, rolls back what is open and writes a checkpoint; cuts that short if it takes too long. */
    void stop() {
        if (!endsAfter("INT", FAST)) {
            stopAtOnce();
        }
    }

    /** Ends without a checkpoint: the next start recovers from the journal. */
    void stopAtOnce() {
        if (!endsAfter("QUIT", IMMEDIATE)) {
            process.destroyForcibly();
        }
    }

    private boolean endsAfter(String signal, Duration limit) {
        if (!process.isAlive()) {
            return true;
        }
        Commands.signal(signal, process.pid());
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean ready() {
        try {
            var lines = Files.readAllLines(home.cluster().resolve("postmaster.pid"));
            return lines.size() > STATUS_LINE
                    && lines.getFirst().strip().equals(Long.toString(process.pid()))
                    && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
