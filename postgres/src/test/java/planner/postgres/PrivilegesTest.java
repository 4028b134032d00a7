package planner.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As root without user namespaces, as in many containers: the server runs as another user. */
class PrivilegesTest {
    private static final Privileges NOBODY = Privileges.unprivileged(65534);

    @TempDir
    private Path data;

    @BeforeEach
    void onlyRootCanBecomeSomebodyElse() throws IOException {
        assumeThat(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
                .as("needs root")
                .isEqualTo(0);
    }

    @Test
    void theServerRunsAsAnotherUserAndTheFolderMayChangeHandsLater() throws IOException, SQLException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        var folder = data.toRealPath().resolve("pg18");
        var programs = data.toRealPath().resolve("bin/postgres");
        try (var postgres = EmbeddedPostgres.start(folder, programs, Settings.LASTING, NOBODY)) {
            Database.of(postgres).run("CREATE TABLE note AS SELECT 'kept' AS text");
            assertThat(Files.getAttribute(Path.of("/proc/" + postgres.pid()), "unix:uid"))
                    .isEqualTo(65534);
        }
        try (var postgres = EmbeddedPostgres.start(folder, programs)) {
            assertThat(Database.of(postgres).ask("SELECT text FROM note")).containsExactly("kept");
        }
        try (var postgres = EmbeddedPostgres.start(folder, programs, Settings.LASTING, NOBODY)) {
            assertThat(Database.of(postgres).ask("SELECT text FROM note")).containsExactly("kept");
        }
    }

    @Test
    void aFolderThatTheOtherUserCannotEnterIsNamed() throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        assertThatExceptionOfType(PostgresFailure.class)
                .isThrownBy(() -> EmbeddedPostgres.start(
                        data.resolve("pg18"), data.resolve("bin/postgres"), Settings.LASTING, NOBODY))
                .withMessageContaining("may not enter " + data.toRealPath());
    }
}
