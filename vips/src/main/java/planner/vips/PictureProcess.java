package planner.vips;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A {@link Worker} and the way to it. Not safe for more than one thread at a time. */
public final class PictureProcess implements AutoCloseable {
    private static final Duration TO_START = Duration.ofSeconds(60);

    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private final ScheduledExecutorService deadlines;

    private PictureProcess(Process process, ScheduledExecutorService deadlines) {
        this.process = process;
        this.deadlines = deadlines;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /** Begins processes. @see ProcessBuilder#start() */
    public interface Starter {
        Process start(ProcessBuilder builder) throws IOException;
    }

    /** It was not done in time. */
    public static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1L;

        TooSlow(Duration within, IOException cause) {
            super("not done within " + within, cause);
        }
    }

    /**
     * @param limits a program with its arguments that runs what stands behind it, with limits; may be empty
     * @param deadlines ends a worker that takes too long
     * @throws IOException when it cannot be started
     */
    public static PictureProcess start(
            Unpacked unpacked, List<String> limits, Starter starter, ScheduledExecutorService deadlines)
            throws IOException {
        var command = new ArrayList<>(limits);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx64m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=16m",
                "-XX:CompressedClassSpaceSize=16m",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                unpacked.classes().toString(),
                Worker.class.getName(),
                unpacked.library().toString()));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        var started = new PictureProcess(starter.start(builder), deadlines);
        started.within(TO_START, () -> {
            Wire.readReady(started.in);
            return started;
        });
        return started;
    }

    /**
     * @param within then it is ended
     * @throws TooSlow when it took longer
     * @throws IOException when the worker broke down; in both cases it is of no more use, and nothing is left of what it made
     */
    public Answer ask(Request request, Duration within) throws IOException {
        try {
            return within(within, () -> {
                Wire.write(out, request);
                return Wire.readAnswer(in);
            });
        } catch (IOException e) {
            ends(TO_START);
            for (var format : Request.Format.values()) {
                Files.deleteIfExists(format.part(request.to()));
            }
            throw e;
        }
    }

    private interface Talk<T> {
        T talk() throws IOException;
    }

    private <T> T within(Duration time, Talk<T> talk) throws IOException {
        var deadline = deadlines.schedule(process::destroyForcibly, time.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return talk.talk();
        } catch (IOException e) {
            boolean late = !deadline.cancel(false);
            close();
            throw late ? new TooSlow(time, e) : e;
        } finally {
            deadline.cancel(false);
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Waits until the worker is gone. @return false when it is not in time */
    boolean ends(Duration within) {
        try {
            return process.waitFor(within);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Of the operating system. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
