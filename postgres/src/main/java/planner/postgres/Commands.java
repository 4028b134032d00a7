package planner.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts programs of the operating system. */
final class Commands {
    /*
     * The signal that a child receives at the death of its parent is tied to the thread that forked it,
     * so everything is forked by one thread that lives as long as the process.
     */
    private static final ExecutorService PARENT = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("postgres-parent").factory());

    private Commands() {}

    record Result(int code, String output) {
        boolean succeeded() {
            return code == 0;
        }
    }

    /** Runs a short program to its end; a program that does not exist counts as a failed one. */
    static Result run(List<String> command) {
        try {
            var process = builder(command)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            return new Result(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure("Interrupted while running " + command.getFirst(), e);
        }
    }

    /** Starts a server that ends with this process; everything that it says is appended to the log file. */
    static Process fork(List<String> command, Path log) {
        try {
            return start(builder(command).redirectOutput(Redirect.appendTo(log.toFile())));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be executed", e);
        }
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
        try {
            return PARENT.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure("Interrupted while starting " + builder.command(), e);
        }
    }

    /** Sends a signal that Java itself has no word for. */
    static void signal(String name, long pid) {
        run(List.of("/bin/sh", "-c", "kill -" + name + " " + pid));
    }

    private static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }
}
