package planner.adapter.contract;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Holds a request against the network's machine-readable description; throws an {@link AssertionError} that says what is wrong. */
public interface SpecCheck {
    void check(Wire.Sent sent);

    /** The folder of a network's descriptions, beside the repository; the test is skipped where there is none. */
    static Path folder(String network) {
        var found = find(Path.of("").toAbsolutePath(), network);
        assumeThat(found)
                .as("SKIPPED: no ../shared/specs/%s beside the repository, nothing was checked against it", network)
                .isNotNull();
        return found == null ? Path.of("") : found;
    }

    private static @Nullable Path find(Path from, String network) {
        for (Path at = from; at != null; at = at.getParent()) {
            var folder = at.resolve("shared/specs").resolve(network);
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return null;
    }
}
