package planner.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    static final Path PROGRAMS =
            Path.of(System.getProperty("user.home"), ".cache", "embedded-postgres", "postgres-" + Binaries.VERSION);

    @TempDir
    private Path data;

    private Path folder;

    @BeforeEach
    void place() throws IOException {
        folder = data.toRealPath().resolve("pg18");
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() throws SQLException {
        try (var postgres = start()) {
            Database.of(postgres)
                    .run(
                            "CREATE TABLE note (id uuid DEFAULT uuidv7(), text text)",
                            "INSERT INTO note VALUES" + " (default, 'zażółć gęślą jaźń 🦉')");
        }
        try (var postgres = start()) {
            assertThat(Database.of(postgres).ask("SELECT text FROM note")).containsExactly("zażółć gęślą jaźń 🦉");
        }
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefusedAndSaysWhoHoldsIt() throws SQLException {
        try (var postgres = start()) {
            assertThatExceptionOfType(FolderInUse.class)
                    .isThrownBy(this::start)
                    .withMessageContaining(folder.toString())
                    .withMessageContaining(Long.toString(ProcessHandle.current().pid()));
            assertThat(Database.of(postgres).ask("SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void aStoppedServerLeavesTheFolderFree() {
        start().close();
        var again = start();
        again.close();
        again.close();
        assertThat(ProcessHandle.of(again.pid())).isEmpty();
    }

    @Test
    void commitsAreFlushedPagesCheckedAndPasswordsNeverSentInTheClear() throws SQLException {
        try (var postgres = start()) {
            var database = Database.of(postgres);
            assertThat(settings(database, "fsync", "full_page_writes", "synchronous_commit", "data_checksums"))
                    .containsOnly("on");
            assertThat(settings(database, "password_encryption")).containsExactly("scram-sha-256");
            assertThat(settings(database, "listen_addresses", "unix_socket_directories"))
                    .containsExactly("127.0.0.1", "");
            assertThat(database.ask("SELECT DISTINCT auth_method FROM pg_hba_file_rules"))
                    .containsExactly("scram-sha-256");
            assertThat(database.ask("SELECT datlocprovider FROM pg_database WHERE datname = current_database()"))
                    .containsExactly("b");
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        try (var postgres = start()) {
            var stranger = new Database(postgres.jdbcUrl(), postgres.user(), "guessed");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(stranger::connect)
                    .matches(refusal -> "28P01".equals(refusal.getSQLState()));
        }
    }

    @Test
    void onlyTheOwnerReadsThePasswordAndNobodyPrintsIt() throws IOException {
        try (var postgres = start()) {
            var file = folder.resolve("password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(postgres.password()).hasSizeGreaterThan(32).isEqualTo(Files.readString(file));
            assertThat(postgres.toString()).doesNotContain(postgres.password());
            assertThat(postgres.jdbcUrl()).doesNotContain(postgres.password());
            assertThat(data.resolve("postgres.log")).content().doesNotContain(postgres.password());
        }
    }

    @Test
    void aFirstStartThatWasCutShortIsBegunAnew() throws IOException, SQLException {
        Files.createDirectories(folder.resolve("unfinished-1/base"));
        Files.writeString(folder.resolve("unfinished-1/PG_VERSION"), "18");
        Files.writeString(folder.resolve("password"), "of the interrupted start");
        try (var postgres = start()) {
            assertThat(Database.of(postgres).ask("SELECT 1")).containsExactly("1");
        }
        assertThat(folder).isDirectoryNotContaining("glob:**unfinished*");
    }

    @Test
    void anotherMajorVersionIsNotTouched() throws IOException {
        Files.createDirectories(folder.resolve("cluster"));
        Files.writeString(folder.resolve("cluster/PG_VERSION"), "17\n");
        Files.writeString(folder.resolve("password"), "x");
        assertThatExceptionOfType(PostgresFailure.class)
                .isThrownBy(this::start)
                .withMessageContaining("was made by PostgreSQL 17");
        assertThat(folder.resolve("cluster")).isDirectoryNotContaining("glob:**postgresql.conf");
    }

    @Test
    void theReasonIsTold_whenTheServerDoesNotStart() throws IOException {
        start().close();
        Files.writeString(folder.resolve("cluster/postgresql.auto.conf"), "shared_buffers = 'much'\n");
        assertThatExceptionOfType(PostgresFailure.class)
                .isThrownBy(this::start)
                .withMessageContaining("shared_buffers");
        Files.writeString(folder.resolve("cluster/postgresql.auto.conf"), "");
        start().close();
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, PROGRAMS);
    }

    private static List<String> settings(Database database, String... names) throws SQLException {
        return database.ask("SELECT current_setting(name) FROM unnest(ARRAY['%s']) WITH ORDINALITY AS t(name, n)"
                .formatted(String.join("','", names)));
    }
}
