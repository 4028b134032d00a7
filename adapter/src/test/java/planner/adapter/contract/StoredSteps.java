package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import planner.network.Step;

/**
 * One stored form of every kind of step, a line each, in {@code steps.txt} beside the transcripts. Run the tests with
 * {@code -Dapprove=true} to add kinds that are new; a line that stands there stays as it is, for it may lie in a database.
 */
final class StoredSteps {
    private StoredSteps() {}

    static <S extends Step> void approve(String network, Map<String, String> reached, Class<S> type) {
        var file = Path.of("src/test/resources", network, "steps.txt");
        try {
            var stored = read(file);
            if (Boolean.getBoolean("approve")) {
                reached.forEach(stored::putIfAbsent);
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.write(file, new ArrayList<>(stored.values()));
            }
            assertThat(stored.keySet())
                    .as("kinds of steps in %s; run with -Dapprove=true to add new ones", file)
                    .containsAll(reached.keySet());
            var json = new StepJson<>(type);
            stored.values()
                    .forEach(line -> assertThat(json.read(line).out()).as(line).doesNotContainNull());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        var lines = new TreeMap<String, String>();
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(line -> lines.put(line.substring(0, line.indexOf(' ')), line));
        }
        return lines;
    }
}
