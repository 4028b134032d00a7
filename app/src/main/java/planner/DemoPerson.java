package planner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import planner.workspace.DemoSignIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uses the house over HTTP as a person in a browser does: cookies, CSRF header, redirects looked at and not followed. */
final class DemoPerson implements AutoCloseable {
    private static final String BOUNDARY = "demo-boundary-7f3a";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final URI base;
    private final JsonMapper json;

    DemoPerson(URI base, JsonMapper json) {
        this.base = base;
        this.json = json;
    }

    void signIn(DemoSignIn who) {
        get("/api/setup");
        post("/api/session", Map.of("email", who.email(), "password", who.password()));
    }

    JsonNode get(String path) {
        return read(send("GET", path, "", BodyPublishers.noBody()));
    }

    JsonNode post(String path, Object body) {
        return read(sendJson("POST", path, body));
    }

    JsonNode put(String path, Object body) {
        return read(sendJson("PUT", path, body));
    }

    void delete(String path) {
        read(send("DELETE", path, "", BodyPublishers.noBody()));
    }

    JsonNode upload(String name, String type, byte[] bytes) {
        var head = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(BOUNDARY, name, type);
        var body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofByteArray(bytes),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        return read(send("POST", "/api/media", "multipart/form-data; boundary=" + BOUNDARY, body));
    }

    /** Comes back from a consent page; where the house sends the browser then. */
    URI comeBack(URI callback) {
        var answer = send("GET", callback.getRawPath() + "?" + callback.getRawQuery(), "", BodyPublishers.noBody());
        return answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow(() -> new Refused(answer.statusCode(), "the callback did not lead back"));
    }

    @Override
    public void close() {
        client.close();
    }

    /** The house said no. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(int status, String what) {
            super(status + " " + what);
        }
    }

    private HttpResponse<String> sendJson(String method, String path, Object body) {
        return send(method, path, "application/json", BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    private HttpResponse<String> send(String method, String path, String type, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        request.header(
                "Cookie",
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
        request.header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""));
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            for (var header : answer.headers().allValues("Set-Cookie")) {
                HttpCookie.parse(header).forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            throw new Refused(answer.statusCode(), answer.uri().getPath() + " " + answer.body());
        }
        return answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body());
    }
}
