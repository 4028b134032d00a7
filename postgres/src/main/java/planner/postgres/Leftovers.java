package planner.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Processes and files that an earlier server left in the cluster, because it or its owner was killed. */
final class Leftovers {
    private static final System.Logger LOG = System.getLogger(Leftovers.class.getName());
    private static final Duration LAST_WORDS = Duration.ofSeconds(20);
    private static final Duration AFTER_FORCE = Duration.ofSeconds(10);

    private final Path cluster;

    Leftovers(Path cluster) {
        this.cluster = cluster;
    }

    /** After this no process works in the cluster, and no file claims that one does. */
    void clear() {
        var running = processes();
        if (!running.isEmpty()) {
            LOG.log(Level.INFO, "Waiting for the previous PostgreSQL server of {0} to end", cluster);
            stop(running);
        }
        dropForeignPid();
    }

    private void stop(List<Long> running) {
        var claimed = claimedPid();
        running.stream().filter(pid -> pid == claimed).forEach(pid -> Commands.signal("INT", pid));
        if (Waiting.until(LAST_WORDS, () -> processes().isEmpty())) {
            return;
        }
        processes().forEach(pid -> Commands.signal("QUIT", pid));
        if (!Waiting.until(AFTER_FORCE, () -> processes().isEmpty())) {
            throw new PostgresFailure("An earlier PostgreSQL server still works in %s and does not stop (processes %s)"
                    .formatted(cluster, processes()));
        }
    }

    /** PostgreSQL itself handles a pid that is dead; one that was given to a stranger it would believe. */
    private void dropForeignPid() {
        long claimed = claimedPid();
        if (claimed > 0 && ProcessHandle.of(claimed).isPresent() && processes().isEmpty()) {
            try {
                Files.deleteIfExists(pidFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** All processes of a server, the postmaster and its children, work in the folder of the cluster. */
    private List<Long> processes() {
        var found = new ArrayList<Long>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : all) {
                if (worksHere(process)) {
                    found.add(Long.parseLong(process.getFileName().toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private boolean worksHere(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(cluster)
                    && Files.readString(process.resolve("comm")).startsWith("postgres");
        } catch (IOException gone) {
            return false;
        }
    }

    private long claimedPid() {
        try {
            return Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
        } catch (IOException | RuntimeException absent) {
            return 0;
        }
    }

    private Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }
}
