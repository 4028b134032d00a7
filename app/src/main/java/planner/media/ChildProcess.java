package planner.media;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Runs a foreign program on a file from a stranger: little time, little memory, no input, its words into a file, so that
 * it can neither hang nor fill us, and so that it does not outlive us.
 */
final class ChildProcess {
    private static final int MOST_WORDS = 1024 * 1024;
    private static final long LOOKS_EVERY_MILLIS = 250;
    private static final Path LIMITER = Path.of("/usr/bin/prlimit");
    private static final Path TIE = Path.of("/usr/bin/setpriv");
    private static final Path NICE = Path.of("/usr/bin/nice");
    /** A child dies with the thread that began it: this one never ends. */
    private static final ExecutorService BEGINS = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("child-processes").factory());

    private ChildProcess() {}

    /** @param output what it said, at most a megabyte, the end of it */
    record Ended(int status, String output) {
        boolean well() {
            return status == 0;
        }
    }

    /**
     * What it may use up.
     *
     * @param memory bytes of address space
     * @param file bytes of the largest file that it writes
     * @param politely whether it gives way to everything else
     */
    record Limits(Duration time, long memory, long file, boolean politely) {
        private static final long GIGA = 1L << 30;
        /** For a look at a file. */
        static final Limits LOOK = new Limits(Duration.ofSeconds(40), 4 * GIGA, 64L << 20, false);

        /** For a large picture without loss. */
        static Limits picture() {
            return new Limits(Duration.ofMinutes(2), 6 * GIGA, GIGA, false);
        }

        static Limits work(Duration time, long file) {
            return new Limits(time, 12 * GIGA, file, true);
        }
    }

    /** Looks after it while it runs. */
    interface Watch {
        /** @param words what it has said up to now; @throws IOException and it is ended */
        void look(Path words) throws IOException;
    }

    static Ended run(List<String> command, Map<String, String> environment) throws IOException {
        return run(command, environment, Limits.LOOK, words -> {});
    }

    static Ended run(List<String> command, Map<String, String> environment, Limits limits, Watch watch)
            throws IOException {
        var words = Files.createTempFile("planner-said", ".txt");
        try {
            var builder = new ProcessBuilder(limited(command, limits))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(words.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().keySet().removeIf(name -> name.startsWith("PLANNER_"));
            builder.environment().putAll(environment);
            return ended(begun(builder), words, limits, watch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a program worked on a file", e);
        } finally {
            Files.deleteIfExists(words);
        }
    }

    static Process begun(ProcessBuilder builder) throws IOException {
        try {
            return BEGINS.submit(builder::start).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a program was started", e);
        } catch (ExecutionException e) {
            throw new IOException("it could not be started", e.getCause());
        }
    }

    private static Ended ended(Process process, Path words, Limits limits, Watch watch)
            throws IOException, InterruptedException {
        try {
            long until = System.nanoTime() + limits.time().toNanos();
            while (!process.waitFor(LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() > until) {
                    return new Ended(-1, "took too long");
                }
                watch.look(words);
            }
            return new Ended(process.exitValue(), end(words));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** What it said last. */
    static String end(Path words) throws IOException {
        try (var in = Files.newByteChannel(words)) {
            in.position(Math.max(0, in.size() - MOST_WORDS));
            var bytes = Channels.newInputStream(in).readNBytes(MOST_WORDS);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static List<String> limited(List<String> command, Limits limits) {
        var all = limits(limits);
        all.addAll(command);
        return all;
    }

    /** What stands before a command so that it is limited. */
    static List<String> limits(Limits limits) {
        var all = new ArrayList<String>();
        if (Files.isExecutable(LIMITER)) {
            all.addAll(List.of(
                    LIMITER.toString(),
                    "--as=" + limits.memory(),
                    "--cpu=" + limits.time().toSeconds() * Runtime.getRuntime().availableProcessors(),
                    "--fsize=" + limits.file(),
                    "--nofile=64",
                    "--core=0",
                    "--"));
        }
        if (Files.isExecutable(TIE)) {
            all.addAll(List.of(TIE.toString(), "--pdeathsig", "KILL", "--"));
        }
        if (limits.politely() && Files.isExecutable(NICE)) {
            all.addAll(List.of(NICE.toString(), "-n", "10"));
        }
        return all;
    }
}
