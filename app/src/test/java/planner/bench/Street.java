package planner.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import planner.TestDatabase;
import planner.paper.PaperServer;

/** Several real processes of the house on one real database, with the paper network. */
final class Street implements AutoCloseable {
    private final TestDatabase database = TestDatabase.fresh();
    private final PaperServer paper;
    private final Path folder;
    private final Map<String, Object> more;
    private final String masterKey;

    /** @param more settings of every house */
    Street(Duration answer, Map<String, Object> more) throws IOException {
        this.paper = new PaperServer(0, answer);
        this.more = Map.copyOf(more);
        this.folder = Files.createTempDirectory(Path.of("target"), "street");
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        this.masterKey = Base64.getEncoder().encodeToString(key);
    }

    PaperServer paper() {
        return paper;
    }

    /** Where the houses' logs are. */
    Path folder() {
        return folder;
    }

    /** @param workers 0 = it leaves the work to others */
    Map<String, Object> settings(String name, int workers) throws IOException {
        var settings = new HashMap<>(more);
        settings.put("PLANNER_DATABASE_URL", database.url());
        settings.put(
                "PLANNER_DATA", Files.createDirectories(folder.resolve(name)).toString());
        settings.put("PLANNER_MASTER_KEY", masterKey);
        settings.put("PLANNER_EXAMPLES", "off");
        settings.put("PLANNER_SANDBOX", "off");
        settings.put("PLANNER_WORKERS", workers);
        settings.put("PLANNER_HEARTBEAT", "PT0.5S");
        settings.put("PLANNER_DATABASE_CONNECTIONS", 6);
        settings.put("paper.url", paper.address());
        try (var socket = new ServerSocket(0)) {
            settings.put("PLANNER_PORT", socket.getLocalPort());
        }
        return settings;
    }

    Process house(String name, int workers) throws IOException {
        var command = Java.command(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Java.CLASS_PATH,
                PaperHouse.class.getName());
        settings(name, workers).forEach((key, value) -> command.add("--" + key + "=" + value));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(name + ".log").toFile()))
                .start();
    }

    @Override
    public void close() {
        paper.close();
    }
}
