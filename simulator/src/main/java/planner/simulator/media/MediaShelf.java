package planner.simulator.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a simulated network keeps what it was sent or has fetched; gone when it is closed. */
public final class MediaShelf implements AutoCloseable {
    private static final int INSCRIPTION = 64;

    private final Path folder;
    private final HttpClient client;
    private final String agent;

    /** @param agent how the network's fetcher calls itself */
    public MediaShelf(String agent, Redirect redirect) {
        this.agent = agent;
        try {
            folder = Files.createTempDirectory("simulator-media");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(redirect)
                .build();
    }

    /** @param type as the sender or the web server called it, lower case and without parameters */
    public record Kept(Path file, String type) {
        public long size() {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public Optional<MediaHeader> header() {
            return MediaHeader.read(Bytes.of(file));
        }

        /** The readable text that the file ends with: stands for what is written on a picture; mostly empty. */
        public String inscription() {
            var bytes = Bytes.of(file);
            var end = new String(bytes.slice(Math.max(0, bytes.size() - INSCRIPTION), INSCRIPTION), ISO_8859_1);
            return end.replaceFirst("(?s)^.*[^ -~]", "");
        }
    }

    /** A public address that gave no file. */
    public static final class NotFetched extends Exception {
        public NotFetched(String message) {
            super(message, null, false, false);
        }
    }

    /** @param most after so many bytes (and one) the rest is not read; the size then tells that it is too much */
    public Kept fetch(String address, long most) throws NotFetched {
        URI uri = address(address);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(60))
                .header("User-Agent", agent)
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new NotFetched("the address answered " + response.statusCode());
                }
                String type = response.headers().firstValue("Content-Type").orElse("");
                return keep(body, type, most);
            }
        } catch (ConnectException e) {
            throw new NotFetched("nobody listens at the address");
        } catch (IOException e) {
            throw new NotFetched("the download broke off");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotFetched("the download was stopped");
        }
    }

    public Kept keep(InputStream body, String type, long most) throws IOException {
        Path file = Files.createTempFile(folder, "kept", "");
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] some = new byte[1 << 16];
            long total = 0;
            for (int read = body.read(some); read >= 0 && total <= most; read = body.read(some)) {
                out.write(some, 0, read);
                total += read;
            }
        }
        return new Kept(file, plain(type));
    }

    /** An empty file that grows by {@link #append}. */
    public Kept begin(String type) {
        try {
            return new Kept(Files.createTempFile(folder, "kept", ""), plain(type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void append(Kept kept, byte[] content) {
        try {
            Files.write(kept.file(), content, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI address(String address) throws NotFetched {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new NotFetched("not an address");
        }
        throw new NotFetched("not a web address");
    }

    private static String plain(String type) {
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(java.util.Locale.ROOT);
    }
}
