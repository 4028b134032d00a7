package planner.adapter.kit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One request in the making. Immutable: each method gives a new one. */
public record Call(
        String method,
        URI uri,
        Map<String, String> headers,
        Body body,
        List<String> secrets,
        Duration deadline,
        boolean guarded) {

    private static final Duration DEADLINE = Duration.ofSeconds(45);

    /** What is sent. */
    public sealed interface Body {
        record None() implements Body {}

        /** @param summary what the story of a post shows instead of the bytes; empty = the text itself */
        record Bytes(String type, byte[] bytes, String summary) implements Body {}

        /** @param length exact number of bytes that {@code source} yields */
        record Stream(String type, long length, Source source) implements Body {}
    }

    /** Opens the bytes anew at each call. */
    public interface Source {
        InputStream open() throws IOException;
    }

    public static Call of(String method, URI uri) {
        return new Call(method, uri, Map.of(), new Body.None(), List.of(), DEADLINE, false);
    }

    public static Call get(URI uri) {
        return of("GET", uri);
    }

    public static Call post(URI uri) {
        return of("POST", uri);
    }

    public Call header(String name, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Call(method, uri, all, body, secrets, deadline, guarded);
    }

    public Call bearer(String token) {
        return header("Authorization", "Bearer " + token).secret(token);
    }

    public Call basic(String user, String password) {
        var pair =
                java.util.Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return header("Authorization", "Basic " + pair).secret(pair).secret(password);
    }

    /** A value that must stand in no log, story or exception. */
    public Call secret(String value) {
        if (value.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(secrets);
        all.add(value);
        return new Call(method, uri, headers, body, List.copyOf(all), deadline, guarded);
    }

    /** Adds query parameters in the order of the map. */
    public Call query(Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return this;
        }
        var before = uri.getRawQuery();
        var text = uri.toString() + (before == null ? "?" : "&") + encode(parameters);
        return new Call(method, URI.create(text), headers, body, secrets, deadline, guarded);
    }

    public Call query(String name, String value) {
        return query(Map.of(name, value));
    }

    public Call form(Map<String, String> fields) {
        return body(new Body.Bytes(
                "application/x-www-form-urlencoded", encode(fields).getBytes(StandardCharsets.UTF_8), ""));
    }

    public Call json(Object value) {
        return body(new Body.Bytes("application/json", Json.bytes(value), ""));
    }

    public Call bytes(String type, byte[] bytes) {
        return body(new Body.Bytes(type, bytes, bytes.length + " bytes " + type));
    }

    public Call stream(String type, long length, Source source) {
        return body(new Body.Stream(type, length, source));
    }

    public Call body(Body next) {
        return new Call(method, uri, headers, next, secrets, deadline, guarded);
    }

    /** The whole exchange ends by then, whatever the other side does. */
    public Call within(Duration next) {
        return new Call(method, uri, headers, body, secrets, next, guarded);
    }

    /** The host was named by a user: only public addresses are reached (see {@link ApacheTransport}). */
    public Call guard() {
        return new Call(method, uri, headers, body, secrets, deadline, true);
    }

    public static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> percent(entry.getKey()) + "=" + percent(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** RFC 3986 percent-encoding: a space is %20. */
    public static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    @Override
    public String toString() {
        return "Call[" + method + " " + uri.getHost() + "]";
    }
}
