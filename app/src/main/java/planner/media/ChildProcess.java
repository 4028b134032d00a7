package planner.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a foreign program on a file from a stranger: little time, little memory, no input, its words into a file, so that
 * it can neither hang nor fill us.
 */
final class ChildProcess {
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final int MOST_WORDS = 1024 * 1024;
    private static final Path LIMITER = Path.of("/usr/bin/prlimit");

    private ChildProcess() {}

    /** @param output what it said, at most a megabyte */
    record Ended(int status, String output) {
        boolean well() {
            return status == 0;
        }
    }

    static Ended run(List<String> command, Map<String, String> environment) throws IOException {
        var words = Files.createTempFile("planner-said", ".txt");
        try {
            var builder = new ProcessBuilder(limited(command))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(words.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().keySet().removeIf(name -> name.startsWith("PLANNER_"));
            builder.environment().putAll(environment);
            return ended(builder.start(), words);
        } finally {
            Files.deleteIfExists(words);
        }
    }

    private static Ended ended(Process process, Path words) throws IOException {
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                return new Ended(-1, "took too long");
            }
            try (var in = Files.newInputStream(words)) {
                return new Ended(process.exitValue(), new String(in.readNBytes(MOST_WORDS), StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading a file", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> limited(List<String> command) {
        if (!Files.isExecutable(LIMITER)) {
            return command;
        }
        var all = new ArrayList<>(List.of(
                LIMITER.toString(),
                "--as=4294967296",
                "--cpu=40",
                "--fsize=67108864",
                "--nofile=64",
                "--core=0",
                "--"));
        all.addAll(command);
        return all;
    }
}
