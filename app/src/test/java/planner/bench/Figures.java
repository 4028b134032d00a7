package planner.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a measurement found. */
final class Figures {
    private Figures() {}

    static void tell(String name, String text) throws IOException {
        System.out.println(text);
        var folder = Files.createDirectories(Path.of("target/figures"));
        Files.writeString(folder.resolve(name + ".txt"), text);
    }

    static long percentile(long[] values, double percent) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.max(0, Math.ceil(sorted.length * percent / 100) - 1)];
    }
}
