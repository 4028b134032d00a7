package planner.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

/** A server that came up, and the port that it found. */
record Launch(Postmaster server, int port) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /*
     * Between choosing a port and listening on it another program may take it, and the shared memory of a server
     * that was just killed may live a moment longer than its processes. Both pass by trying again.
     */
    static Launch onFreePort(Home home, Binaries binaries, Privileges privileges) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            int port = freePort();
            var server = Postmaster.fork(home, binaries, privileges, port);
            if (server.comesUp()) {
                return new Launch(server, port);
            }
            var words = server.lastWords();
            if (!passes(words) || System.nanoTime() - end >= 0) {
                throw new PostgresFailure("PostgreSQL does not start in " + home.folder() + ":\n" + words);
            }
        }
    }

    private static boolean passes(String words) {
        return words.contains("Address already in use")
                || words.contains("is still in use")
                || words.contains("already exists");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
