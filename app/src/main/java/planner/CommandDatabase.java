package planner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import planner.postgres.EmbeddedPostgres;
import planner.postgres.FolderInUse;

/** The database for a command that runs beside the house, or instead of it while it rests. */
final class CommandDatabase {
    private CommandDatabase() {}

    /** As the house itself would read them. */
    static Settings settings() {
        var environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return Ground.sound(new Questions(environment::getProperty));
    }

    static <T> T use(Settings settings, Function<DataSource, T> work) {
        var external = settings.database();
        if (external != null) {
            return work.apply(source(external));
        }
        var folder = DatabaseServer.folder(settings.data());
        if (!Files.isDirectory(folder)) {
            throw new SettingsFault(
                    List.of("There is no data in " + settings.data() + " yet. Start the planner first."));
        }
        try (var server = EmbeddedPostgres.start(folder)) {
            return work.apply(source(new DatabaseAddress(server.jdbcUrl(), server.user(), server.password())));
        } catch (FolderInUse running) {
            return work.apply(source(running(folder)));
        }
    }

    private static DataSource source(DatabaseAddress address) {
        var source = new DriverManagerDataSource(address.jdbcUrl());
        source.setUsername(address.user());
        source.setPassword(address.password());
        return source;
    }

    private static DatabaseAddress running(Path folder) {
        try {
            var port = Files.readString(folder.resolve("port")).strip();
            var password = Files.readString(folder.resolve("password")).strip();
            return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "planner", password);
        } catch (NoSuchFileException e) {
            throw new SettingsFault(List.of("The planner is just starting. Try again in a moment."));
        } catch (IOException e) {
            throw new UncheckedIOException("The running planner's database cannot be reached", e);
        }
    }
}
