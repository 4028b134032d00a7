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
        return shared("specs/" + network);
    }

    /** What lies in the shared folder beside the repository; the test is skipped where it does not. */
    static Path shared(String path) {
        var found = find(Path.of("").toAbsolutePath(), path);
        assumeThat(found)
                .as("SKIPPED: no ../shared/%s beside the repository, nothing was checked against it", path)
                .isNotNull();
        return found == null ? Path.of("") : found;
    }

    private static @Nullable Path find(Path from, String path) {
        for (Path at = from; at != null; at = at.getParent()) {
            var found = at.resolve("shared").resolve(path);
            if (Files.exists(found)) {
                return found;
            }
        }
        return null;
    }
}
