package planner.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {
    @TempDir
    private Path data;

    @Test
    void manyUnpackAtOnceAndADamagedCopyIsReplaced() throws Exception {
        var folder = data.resolve("bin/postgres");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(IntStream.range(0, 4)
                    .mapToObj(n -> (Callable<Binaries>) () -> Binaries.in(folder))
                    .toList());
            for (var one : all) {
                assertThat(version(one.get())).isEqualTo("postgres (PostgreSQL) 18.6");
            }
        }
        truncate(folder.resolve("bin/postgres"));
        assertThat(version(Binaries.in(folder))).isEqualTo("postgres (PostgreSQL) 18.6");
    }

    private static void truncate(Path file) throws IOException {
        Files.write(file, new byte[0]);
    }

    private static String version(Binaries binaries) {
        return Commands.run(java.util.List.of(binaries.program("postgres"), "--version"))
                .output()
                .strip();
    }
}
