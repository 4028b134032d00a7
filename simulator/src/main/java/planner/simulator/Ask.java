package planner.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request to a simulated network, with the part of the path that is the network's own. */
public final class Ask {
    private final String method;
    private final String path;
    private final @Nullable String rawQuery;
    private final Map<String, String> headers;
    private final InputStream stream;
    private byte @Nullable [] body;

    /**
     * @param path decoded, begins with a slash, without the network's name
     * @param headers lower-case names
     */
    public Ask(String method, String path, @Nullable String rawQuery, Map<String, String> headers, InputStream stream) {
        this.method = method;
        this.path = path;
        this.rawQuery = rawQuery;
        this.headers = Map.copyOf(headers);
        this.stream = stream;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    /** The path cut at its slashes, without empty parts. */
    public List<String> segments() {
        return List.of(path.split("/")).stream().filter(it -> !it.isEmpty()).toList();
    }

    public String rawQuery() {
        return rawQuery == null ? "" : rawQuery;
    }

    public Map<String, String> query() {
        return pairs(rawQuery());
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The media type of the body, lower case, without parameters. */
    public String type() {
        String type = header("content-type").orElse("");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    public Optional<String> bearer() {
        return header("authorization").filter(it -> it.startsWith("Bearer ")).map(it -> it.substring(7));
    }

    /** The whole body; may be asked for again. */
    public synchronized byte[] body() {
        if (body == null) {
            try {
                body = stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return body.clone();
    }

    public String text() {
        return new String(body(), StandardCharsets.UTF_8);
    }

    public Map<String, String> form() {
        return pairs(text());
    }

    /** Pairs of a query or a form, in their order; the last of one name counts. */
    static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                pairs.put(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
