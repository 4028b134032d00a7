package planner.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is killed, committed rows stay and the next start needs one try. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class KilledTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path data;

    private Path folder;
    private Path notes;

    @BeforeEach
    void place() throws IOException {
        folder = data.toRealPath().resolve("pg18");
        notes = data.resolve("notes");
    }

    @Test
    void aKilledServerComesBackOnItsOwnPortWithEveryCommittedRow() throws SQLException {
        try (var postgres = start()) {
            var database = Database.of(postgres);
            database.run("CREATE TABLE kept (id int)");
            for (int round = 1; round <= 3; round++) {
                database.run("INSERT INTO kept VALUES (" + round + ")");
                kill(postgres.pid());
                database.connectSoon().close();
                assertThat(database.ask("SELECT count(*) FROM kept")).containsExactly(Integer.toString(round));
            }
        }
    }

    @Test
    void aServerThatWasKilledTogetherWithItsOwnerIsStartedAgainWithEveryCommittedRow() throws Exception {
        var writer = writer();
        long server = serverOnceItHolds(200);
        kill(server);
        kill(writer.pid());
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertNothingIsLost();
    }

    @Test
    void aServerEndsWithItsKilledOwnerAndIsStartedAgainWithEveryCommittedRow() throws Exception {
        var writer = writer();
        long server = serverOnceItHolds(200);
        kill(writer.pid());
        awaitEnd(server);
        assertNothingIsLost();
    }

    @Test
    void aStartWhileTheServerOfAKilledOwnerStillStopsWaitsForIt() throws Exception {
        var writer = writer();
        serverOnceItHolds(200);
        kill(writer.pid());
        writer.waitFor();
        assertNothingIsLost();
    }

    @Test
    void anotherProcessIsRefusedWhileTheOwnerLives() throws Exception {
        var writer = writer();
        long server = serverOnceItHolds(1);
        try {
            assertThatExceptionOfType(FolderInUse.class)
                    .isThrownBy(this::start)
                    .withMessageContaining(folder.toString())
                    .withMessageContaining(Long.toString(writer.pid()));
        } finally {
            kill(writer.pid());
            awaitEnd(server);
        }
    }

    @Test
    void aPidFileThatNamesALivingStrangerIsNoObstacle() throws Exception {
        start().close();
        var stranger = new ProcessBuilder("sleep", "120").start();
        try {
            writePidFile(stranger.pid());
            try (var postgres = start()) {
                assertThat(Database.of(postgres).ask("SELECT 1")).containsExactly("1");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aPidFileThatNamesADeadProcessIsNoObstacle() throws Exception {
        start().close();
        var dead = new ProcessBuilder("true").start();
        dead.waitFor();
        writePidFile(dead.pid());
        try (var postgres = start()) {
            assertThat(Database.of(postgres).ask("SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void aServerThatSomebodyLeftRunningIsStoppedFirst() throws Exception {
        start().close();
        var privileges = Privileges.detect();
        var left = new ProcessBuilder(privileges.command(List.of(
                        Binaries.in(EmbeddedPostgresTest.PROGRAMS).program("postgres"),
                        "-D",
                        folder.resolve("cluster").toString(),
                        "-c",
                        "port=" + Files.readString(folder.resolve("port")))))
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("left.log").toFile())
                .start();
        assertThat(Waiting.until(SOON, () -> says("left.log", "ready to accept connections")))
                .isTrue();
        try (var postgres = start()) {
            assertThat(left.isAlive()).isFalse();
            assertThat(Database.of(postgres).ask("SELECT 1")).containsExactly("1");
        }
    }

    private void assertNothingIsLost() throws IOException, SQLException {
        try (var postgres = start()) {
            var noted = Files.readAllLines(notes);
            assertThat(noted.size()).isGreaterThan(200);
            assertThat(Database.of(postgres).ask("SELECT id FROM written")).containsAll(noted.subList(1, noted.size()));
        }
    }

    private Process writer() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.real.class.path", System.getProperty("java.class.path"))
                                .replace(';', File.pathSeparatorChar),
                        Writer.class.getName(),
                        folder.toString(),
                        EmbeddedPostgresTest.PROGRAMS.toString(),
                        notes.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("writer.log").toFile())
                .start();
    }

    /** The server's process id, as soon as the writer has committed some rows. */
    private long serverOnceItHolds(int rows) throws IOException {
        assertThat(Waiting.until(Duration.ofMinutes(1), () -> lines() > rows))
                .as("the writer writes: %s", Files.readString(data.resolve("writer.log")))
                .isTrue();
        return Long.parseLong(Files.readAllLines(notes).getFirst());
    }

    private static void awaitEnd(long server) {
        assertThat(Waiting.until(SOON, () -> ProcessHandle.of(server).isEmpty()))
                .as("the server ended with its owner")
                .isTrue();
    }

    private int lines() {
        try {
            return Files.exists(notes) ? Files.readAllLines(notes).size() : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private boolean says(String log, String words) {
        try {
            return Files.readString(data.resolve(log), StandardCharsets.UTF_8).contains(words);
        } catch (IOException e) {
            return false;
        }
    }

    private void writePidFile(long pid) throws IOException {
        var cluster = folder.resolve("cluster");
        Files.writeString(
                cluster.resolve("postmaster.pid"),
                "%d\n%s\n1795443780\n5999\n\n127.0.0.1\n  2147634         4\nready   \n".formatted(pid, cluster));
    }

    private static void kill(long pid) {
        Commands.signal("KILL", pid);
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, EmbeddedPostgresTest.PROGRAMS);
    }
}
