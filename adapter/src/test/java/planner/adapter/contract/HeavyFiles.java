package planner.adapter.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import planner.network.Media;
import planner.network.MediaFiles;
import planner.network.MediaKind;
import planner.simulator.media.SampleMedia;

/** Files of any size and facts without the memory for them: a true beginning, then nothing but zeros. */
public final class HeavyFiles implements MediaFiles, AutoCloseable {
    /** The last box of a sample video: its length, its name, sixteen bytes. */
    private static final int LAST_BOX = 24;

    private record Heavy(byte[] beginning, Media media) {}

    private final Map<UUID, Heavy> files = new ConcurrentHashMap<>();
    private final HttpServer server;

    public HeavyFiles() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    private void serve(HttpExchange exchange) throws IOException {
        var id = UUID.fromString(exchange.getRequestURI().getPath().substring(1));
        var item = Objects.requireNonNull(files.get(id)).media();
        exchange.getResponseHeaders().set("Content-Type", item.type());
        exchange.sendResponseHeaders(200, item.bytes());
        try (exchange;
                var in = open(item, 0)) {
            in.transferTo(exchange.getResponseBody());
        } catch (IOException e) {
            // who reads no further than a limit breaks off here
            exchange.close();
        }
    }

    public Media jpeg(int width, int height, long bytes) {
        return image("image/jpeg", SampleMedia.jpeg(width, height), width, height, bytes);
    }

    public Media png(int width, int height) {
        return image("image/png", SampleMedia.png(width, height), width, height, 0);
    }

    private Media image(String type, byte[] beginning, int width, int height, long bytes) {
        long size = Math.max(bytes, beginning.length);
        return keep(
                beginning,
                new Media(UUID.randomUUID(), MediaKind.IMAGE, type, size, width, height, 0, 0, 0, null, "image", ""));
    }

    public Media video(int width, int height, Duration length) {
        return video(width, height, length, 30, "avc1", 0);
    }

    public Media video(int width, int height, Duration length, int fps, String sample, long bytes) {
        var beginning = SampleMedia.mp4(width, height, length, fps, sample, 0);
        long size = Math.max(bytes, beginning.length);
        int box = beginning.length - LAST_BOX;
        ByteBuffer.wrap(beginning).putInt(box, (int) (size - box));
        var codec = Map.of("avc1", "h264", "hvc1", "hevc").getOrDefault(sample, sample);
        return keep(
                beginning,
                new Media(
                        UUID.randomUUID(),
                        MediaKind.VIDEO,
                        "video/mp4",
                        size,
                        width,
                        height,
                        length.toMillis() / 1000.0,
                        fps,
                        0,
                        codec,
                        "video",
                        ""));
    }

    /** @param bytes the size of the whole file, if larger than its frames */
    public Media gif(int width, int height, int frames, long bytes) {
        var beginning = SampleMedia.gif(width, height, frames);
        long size = Math.max(bytes, beginning.length);
        return keep(
                beginning,
                new Media(
                        UUID.randomUUID(),
                        MediaKind.ANIMATION,
                        "image/gif",
                        size,
                        width,
                        height,
                        frames / 10.0,
                        0,
                        frames,
                        null,
                        "loop.gif",
                        ""));
    }

    /** A file whose content is none of the kinds that anybody could look into. */
    public Media opaque(MediaKind kind, String type, long bytes) {
        var beginning = "neither film nor picture".getBytes(StandardCharsets.UTF_8);
        long size = Math.max(bytes, beginning.length);
        int side = kind == MediaKind.DOCUMENT ? 0 : 400;
        return keep(
                beginning,
                new Media(
                        UUID.randomUUID(),
                        kind,
                        type,
                        size,
                        side,
                        side,
                        kind == MediaKind.VIDEO ? 5 : 0,
                        0,
                        0,
                        null,
                        "file",
                        ""));
    }

    public Media text() {
        var words = "no film at all".getBytes(StandardCharsets.UTF_8);
        return keep(
                words,
                new Media(
                        UUID.randomUUID(),
                        MediaKind.VIDEO,
                        "video/mp4",
                        words.length,
                        360,
                        640,
                        5,
                        30,
                        0,
                        "h264",
                        "video",
                        ""));
    }

    private Media keep(byte[] beginning, Media item) {
        files.put(item.id(), new Heavy(beginning, item));
        return item;
    }

    @Override
    public InputStream open(Media item, long offset) {
        var beginning = Objects.requireNonNull(files.get(item.id())).beginning();
        return new SparseStream(beginning, item.bytes(), offset);
    }

    @Override
    public URI publicUrl(Media item) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + item.id());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
