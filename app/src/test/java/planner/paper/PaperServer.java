package planner.paper;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps posts. {@code POST /prepare} gives a container, {@code POST /posts} shows a text to the public, {@code GET /posts}
 * finds it. Written on sockets, so that a measurement measures the house and not this.
 */
public final class PaperServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Duration delay;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, String> idByText = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Seen> posts = new ConcurrentLinkedQueue<>();

    /** @param at {@link System#currentTimeMillis()} when the request had arrived */
    public record Seen(String text, long at) {}

    public PaperServer(int port, Duration delay) {
        try {
            this.socket = new ServerSocket(port, 1_000, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.delay = delay;
        Thread.ofPlatform().daemon().name("paper-server").start(this::accept);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** In the order of their appearing; a text that was posted twice stands here twice. */
    public List<Seen> posts() {
        return List.copyOf(posts);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var guest = socket.accept();
                guest.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> serve(guest));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket guest) {
        try (guest;
                var in = new BufferedInputStream(guest.getInputStream());
                var out = guest.getOutputStream()) {
            for (var line = line(in); !line.isEmpty(); line = line(in)) {
                int length = 0;
                for (var header = line(in); !header.isEmpty(); header = line(in)) {
                    if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                        length = Integer.parseInt(header.substring(15).strip());
                    }
                }
                var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
                answer(out, line.split(" ", -1), body);
            }
        } catch (IOException gone) {
            // a guest that is killed says nothing more; what it said was heard
        }
    }

    private void answer(OutputStream out, String[] request, String body) throws IOException {
        long arrived = System.currentTimeMillis();
        var target = request[1];
        var id = "";
        if (request[0].equals("POST") && target.equals("/posts")) {
            id = "p" + ids.incrementAndGet();
            idByText.put(body, id);
            posts.add(new Seen(body, arrived));
        } else if (request[0].equals("POST")) {
            id = "c" + ids.incrementAndGet();
        } else {
            var text = java.net.URLDecoder.decode(target.substring(target.indexOf('=') + 1), StandardCharsets.UTF_8);
            id = idByText.getOrDefault(text, "");
        }
        LockSupport.parkNanos(delay.toNanos());
        var json = "{\"id\":\"" + id + "\"}";
        var head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n";
        out.write((head + json).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
