package planner;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One PostgreSQL server per test JVM, gone with it. */
final class TemporaryServer {
    private static final int PORT = started();

    private TemporaryServer() {}

    static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + PORT + "/" + database + "?user=planner&password=planner";
    }

    private static int started() {
        try {
            var home = Files.createTempDirectory("planner-test-pg");
            var archive = home.resolve("pg.txz");
            try (var in = TemporaryServer.class.getResourceAsStream("/postgres-linux-x86_64.txz")) {
                Files.copy(java.util.Objects.requireNonNull(in), archive);
            }
            run(List.of("tar", "-xJf", archive.toString(), "-C", home.toString()));
            var data = home.resolve("data").toString();
            var bin = home.resolve("bin");
            run(plain(bin, "initdb", "-U", "planner", "-A", "trust", "-E", "UTF8", "--locale=C", "-D", data));
            int port = freePort();
            var server = new ProcessBuilder(plain(
                            bin,
                            "postgres",
                            "-D",
                            data,
                            "-p",
                            Integer.toString(port),
                            "-c",
                            "listen_addresses=127.0.0.1",
                            "-c",
                            "unix_socket_directories=",
                            "-c",
                            "fsync=off",
                            "-c",
                            "max_connections=200"))
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, home)));
            await(port);
            return port;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop(Process server, Path home) {
        server.descendants().forEach(ProcessHandle::destroy);
        server.destroy();
        try {
            server.waitFor(5, TimeUnit.SECONDS);
            run(List.of("rm", "-rf", home.toString()));
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> plain(Path bin, String program, String... arguments) {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U", "--"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("failed: " + command);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void await(int port) {
        for (int attempt = 0; attempt < 300; attempt++) {
            try (var connection = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=planner&password=planner")) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        throw new IllegalStateException("PostgreSQL did not start");
    }
}
