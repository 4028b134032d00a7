package planner.adapter.contract;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import planner.network.Media;
import planner.network.MediaFiles;
import planner.network.MediaKind;
import planner.simulator.media.SampleMedia;

/** Media made for tests, and the files behind them; served on loopback for networks that fetch. */
public final class TestFiles implements MediaFiles {
    /** One for the whole test run: the files never change. */
    public static final TestFiles FILES = new TestFiles();

    private static final String PAGE = "/page";

    private final Map<UUID, byte[]> files = new ConcurrentHashMap<>();
    private final Map<UUID, Media> media = new ConcurrentHashMap<>();
    /** Painting them is slow, and hundreds of tests ask for the same few. */
    private final Map<Shape, Media> samples = new ConcurrentHashMap<>();

    private final HttpServer server;

    private TestFiles() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(PAGE, exchange -> {
            var html = "<html><head><meta property=\"og:title\" content=\"A &amp; B\">"
                    + "<meta content='What it is about' property='og:description'/>"
                    + "<meta property=\"og:image\" content=\"" + publicUrl(png(12, 8, "")) + "\"></head></html>";
            var bytes = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var id = UUID.fromString(path.substring(1, 37));
            var item = Objects.requireNonNull(media.get(id));
            exchange.getResponseHeaders().set("Content-Type", item.type());
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head ? -1 : item.bytes());
            if (!head) {
                try (var in = open(item, 0)) {
                    in.transferTo(exchange.getResponseBody());
                }
            }
            exchange.close();
        });
        server.start();
    }

    public Media jpeg(int width, int height, String alt) {
        var shape = new Shape("image/jpeg", width, height, Duration.ZERO, 0);
        return described(
                samples.computeIfAbsent(shape, made -> image(made, "image.jpg", SampleMedia.jpeg(width, height))), alt);
    }

    public Media png(int width, int height, String alt) {
        var shape = new Shape("image/png", width, height, Duration.ZERO, 0);
        return described(
                samples.computeIfAbsent(shape, made -> image(made, "image.png", SampleMedia.png(width, height))), alt);
    }

    public Media mp4(int width, int height, Duration length, String alt) {
        return mp4(width, height, length, 0, alt);
    }

    /** @param bytes the size of the whole file, if larger than its headers */
    public Media mp4(int width, int height, Duration length, int bytes, String alt) {
        var shape = new Shape("video/mp4", width, height, length, bytes);
        return described(samples.computeIfAbsent(shape, this::film), alt);
    }

    private Media film(Shape of) {
        var content = SampleMedia.mp4(of.width(), of.height(), of.length(), 30, "avc1", of.bytes());
        return keep(
                new Media(
                        id(of.type(), content),
                        MediaKind.VIDEO,
                        of.type(),
                        content.length,
                        of.width(),
                        of.height(),
                        of.length().toMillis() / 1000.0,
                        30,
                        0,
                        "h264",
                        "video.mp4",
                        ""),
                content);
    }

    public Media file(MediaKind kind, String type, String name, byte[] content, int width, int height) {
        return keep(
                new Media(id(type, content), kind, type, content.length, width, height, 0, 0, 0, null, name, ""),
                content);
    }

    /** A file of any size without the memory for it: this beginning, then nothing but zeros. */
    Media sparse(Media beginning, long bytes) {
        var content = bytes(beginning);
        return keep(
                new Media(
                        id(beginning.type() + bytes, content),
                        beginning.kind(),
                        beginning.type(),
                        bytes,
                        beginning.width(),
                        beginning.height(),
                        beginning.seconds(),
                        beginning.fps(),
                        beginning.frames(),
                        beginning.codec(),
                        beginning.name(),
                        beginning.alt()),
                content);
    }

    /** The file behind these facts, where one can be made. */
    Media made(Media item) {
        if (MediaFacts.makeable(item)) {
            keep(item, MadeFiles.beginning(item));
        }
        return item;
    }

    /** The same file with a text in its last bytes, where neither a picture nor the film of a video is disturbed. */
    Media endingWith(String text, Media item) {
        var whole = bytes(item);
        var ending = text.getBytes(StandardCharsets.US_ASCII);
        // A video ends with a box whose length must stay true.
        int start = item.kind() == MediaKind.VIDEO ? whole.length - ending.length : whole.length;
        var content = Arrays.copyOf(whole, start + ending.length);
        System.arraycopy(ending, 0, content, start, ending.length);
        return keep(
                new Media(
                        id(item.type(), content),
                        item.kind(),
                        item.type(),
                        content.length,
                        item.width(),
                        item.height(),
                        item.seconds(),
                        item.fps(),
                        item.frames(),
                        item.codec(),
                        item.name(),
                        item.alt()),
                content);
    }

    public byte[] bytes(Media item) {
        return Objects.requireNonNull(files.get(item.id()), "not one of the test's files: " + item.name());
    }

    @Override
    public InputStream open(Media item, long offset) {
        return new SparseStream(bytes(item), item.bytes(), offset);
    }

    @Override
    public URI publicUrl(Media item) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + item.id() + "/" + item.name());
    }

    /** The address of a web page with a title, a description and a picture for previews. */
    public URI page() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PAGE);
    }

    private Media image(Shape of, String name, byte[] content) {
        return file(MediaKind.IMAGE, of.type(), name, content, of.width(), of.height());
    }

    private Media keep(Media item, byte[] content) {
        files.put(item.id(), content);
        media.put(item.id(), item);
        return item;
    }

    /** By content, so that a transcript never changes by itself. */
    private static UUID id(String type, byte[] content) {
        var name = type + " " + content.length + " " + Arrays.hashCode(content);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with a description. */
    public static Media described(Media item, String alt) {
        return new Media(
                item.id(),
                item.kind(),
                item.type(),
                item.bytes(),
                item.width(),
                item.height(),
                item.seconds(),
                item.fps(),
                item.frames(),
                item.codec(),
                item.name(),
                alt);
    }

    private record Shape(String type, int width, int height, Duration length, int bytes) {}
}
