package planner.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/** A process of its own that starts a server and commits rows until it is killed; it notes each row that is committed. */
final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        var notes = Path.of(arguments[2]);
        var postgres = EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]));
        var database = Database.of(postgres);
        database.run("CREATE TABLE IF NOT EXISTS written (id int PRIMARY KEY)");
        Files.writeString(notes, postgres.pid() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        try (var connection = database.connect();
                var insert = connection.prepareStatement("INSERT INTO written VALUES (?)");
                var out = Files.newOutputStream(notes, StandardOpenOption.APPEND)) {
            for (int id = 1; ; id++) {
                insert.setInt(1, id);
                insert.execute();
                out.write((id + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
