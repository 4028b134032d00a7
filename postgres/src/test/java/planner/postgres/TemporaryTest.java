package planner.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TemporaryTest {
    @Test
    void twoAreStrangersAndLeaveNothingBehind() throws SQLException {
        Path left;
        try (var one = EmbeddedPostgres.startTemporary();
                var other = EmbeddedPostgres.startTemporary()) {
            Database.of(one).run("CREATE TABLE here (id int)", "CREATE DATABASE room");
            assertThat(Database.of(other).ask("SELECT to_regclass('here')")).containsOnlyNulls();
            assertThat(one.jdbcUrl("room")).endsWith("/room").isNotEqualTo(other.jdbcUrl("room"));
            left = Path.of(Database.of(one).ask("SHOW data_directory").getFirst());
            assertThat(left).isDirectory();
        }
        assertThat(left.resolve("../..").normalize()).doesNotExist();
    }
}
