package planner.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client with nothing of the adapters in it, and a server that offers files and hears webhooks. */
public final class Web implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private volatile String reply = "";

    public Web() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/files/", exchange -> {
            byte[] file = files.get(exchange.getRequestURI().getPath());
            if (file != null) {
                exchange.getResponseHeaders()
                        .set(
                                "Content-Type",
                                types.getOrDefault(exchange.getRequestURI().getPath(), ""));
            }
            exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
            if (file != null) {
                exchange.getResponseBody().write(file);
            }
            exchange.close();
        });
        server.createContext("/hook", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            heard.add(
                    new Heard(String.valueOf(exchange.getRequestURI().getQuery()), exchange.getRequestHeaders(), body));
            byte[] answer = reply(exchange.getRequestURI().getQuery()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    public record Heard(String query, Map<String, List<String>> headers, byte[] body) {
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public record Got(int status, String text, Map<String, List<String>> headers) {
        public JsonNode json() {
            return JSON.readTree(text);
        }

        public String at(String pointer) {
            return json().at(pointer).asString("");
        }

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    private String reply(String query) {
        return query != null && query.contains("hub.challenge=")
                ? query.replaceAll(".*hub\\.challenge=(\\d+).*", "$1")
                : reply;
    }

    public String offer(String name, String type, byte[] content) {
        files.put("/files/" + name, content);
        types.put("/files/" + name, type);
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/files/" + name;
    }

    public URI hook() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    public BlockingQueue<Heard> heard() {
        return heard;
    }

    public Got get(String address, String... headers) {
        return send(request(address, headers).GET());
    }

    public Got delete(String address, String... headers) {
        return send(request(address, headers).DELETE());
    }

    public Got form(String address, Map<String, String> form, String... headers) {
        return send(request(address, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    public Got json(String address, Object body, String... headers) {
        return send(request(address, headers)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    public Got send(String method, String address, byte[] body, String... headers) {
        BodyPublisher publisher = BodyPublishers.ofByteArray(body);
        return send(request(address, headers).method(method, publisher));
    }

    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(it -> URLEncoder.encode(it.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static HttpRequest.Builder request(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Got send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Got(
                    response.statusCode(), response.body(), response.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
