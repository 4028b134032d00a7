package planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import planner.Description.Operation;
import planner.workspace.Scope;
import planner.workspace.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every call of the OpenAPI document, with everything that can be wrong about it. */
class FuzzTest extends RoomTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** It answers as long as one listens. */
    private static final String STREAM = "/api/events";

    private static final Pattern INSIDE = Pattern.compile(
            "Exception|\\bat [a-z]+\\.|planner\\.[a-z]+\\.|org\\.[a-z]+\\.|java\\.[a-z]+|/tmp/|/home/|SQL|relation \"");

    private static final List<String> BROKEN_BODIES = List.of(
            "",
            "{",
            "}",
            "[]",
            "null",
            "\"text\"",
            "12",
            "true",
            "{\"\":{}}",
            "{'text':1}",
            "{\"text\":\"\\ud800\"}",
            "{\"text\":\"a\\u0000b\"}",
            "{\"text\":NaN}",
            "{\"text\":\"" + "x".repeat(2_000_000) + "\"}",
            "{\"text\":1,\"text\":2}",
            "[".repeat(20_000),
            "{\"a\":".repeat(20_000),
            "\uFEFF{}",
            "<a/>");

    private static final List<String> ODD_VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e999",
            "99999999999999999999999999",
            "1.5",
            "\"\"",
            "\" \"",
            "\"\\u202e\\u200d\\ud83d\\udc69\\u200d\\ud83d\\udc69\"",
            "\"\\ufffe\\uffff\\u0001\\u007f\"",
            "\"'; drop table post; --\"",
            "\"../../etc/passwd\"",
            "\"%s%n${x}#{y}\"",
            "\"" + "ż".repeat(100_000) + "\"",
            "\"2026-02-30T25:61:00Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"PT99999999999999H\"",
            "\"Mars/Olympus\"",
            "\"http://127.0.0.1:1/\"",
            "\"file:///etc/passwd\"",
            "\"http://[::1\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "[]",
            "[null]",
            "[[]]",
            "{}",
            "{\"a\":{\"b\":[1,{}]}}",
            "[" + "1,".repeat(20_000) + "1]");

    /** Percent-encoded, as they stand in an address. */
    private static final List<String> ODD_PARTS = List.of(
            "x",
            "-1",
            "null",
            "%20",
            "%00",
            "%0a",
            "%ff%fe",
            "%f0%9f%a5%90",
            "%27%22%3b",
            "..%2f..",
            "%5c",
            "%25",
            "%3cscript%3e",
            "1e999",
            "99999999999999999999",
            "2026-02-30T00:00:00Z",
            "%2b999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "a".repeat(4_000),
            "00000000-0000-0000-0000-000000000000");

    private static final Map<String, List<String>> ODD_HEADERS = Map.of(
            "If-Match", List.of("x", "\"x\"", "W/\"1\"", "*", "\"99999999999999999999\"", "-1"),
            "Idempotency-Key", List.of("", " ", "x".repeat(5_000), "\u00e9"),
            "Accept-Language", List.of("xx-YY;q=9", "*", ",,;", "pl;q=abc", "x".repeat(3_000)),
            "Accept", List.of("image/png", "x", "application/xml;q=0.1", "*/*;q=2"),
            "Content-Type", List.of("text/plain", "x", "application/json; charset=klingon", "multipart/form-data"),
            "Range", List.of("bytes=9-1", "bytes=-", "bytes=0-0,1-1,2-2", "lines=1", "bytes=99999999999999999999-"),
            "Authorization", List.of("Bearer", "Bearer x", "Basic eDp5", "Bearer \u00e9"),
            "Cookie", List.of("PLANNER_SESSION=x", "PLANNER_SESSION=" + "é", "=;=;"));

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> sent = new TreeMap<>();
    private Description description;
    private String mine;
    private List<String> theirs;

    @BeforeEach
    void furnish() {
        description = new Description(exchange(get("/api/openapi.json")).body());
        mine = post(token);
        var other = newOwner();
        var stranger =
                bean(Tokens.class).create(other.workspace(), other.person(), "theirs", Set.of(Scope.READ, Scope.WRITE));
        theirs = List.of(
                post(stranger.secret()),
                upload(stranger.secret()),
                stranger.token().id().toString());
    }

    @Test
    void noBadInputIsAnsweredWithAFault() {
        for (var operation : description.operations()) {
            if (operation.path().equals(STREAM)) {
                continue;
            }
            addresses(operation);
            headers(operation);
            bodies(operation);
        }
        int all = sent.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("fuzz: %d requests to %d operations, %d faults%n", all, sent.size(), faults.size());

        assertThat(faults.stream().limit(12)).isEmpty();
        assertThat(sent.keySet()).hasSize(description.operations().size() - 1);
    }

    @Test
    void whatBelongsToOthersIsNotThere() {
        var about = description.operations().stream()
                .filter(operation -> operation.path().contains("/{id}"))
                .toList();
        assertThat(about).hasSizeGreaterThan(15);
        for (var operation : about) {
            for (var id : theirs) {
                var request = request(address(operation, Map.of("id", id)));
                var body = body(operation);
                var answer = exchange(
                        body == null
                                ? request.method(operation.method(), BodyPublishers.noBody())
                                : request.method(operation.method(), BodyPublishers.ofString(body.toString())));
                assertThat(answer.statusCode())
                        .as("%s of another workspace: %s", operation, answer.body())
                        // a right that the token lacks, or a broken body, may be named before anybody looks for the id
                        .isIn(404, 403, 400);
            }
        }
    }

    private void addresses(Operation operation) {
        for (var part : operation.parameters("path")) {
            var name = part.path("name").asString();
            Stream.concat(ODD_PARTS.stream(), theirs.stream())
                    .forEach(odd -> play(operation, address(operation, Map.of(name, odd)), Map.of(), body(operation)));
        }
        for (var part : operation.parameters("query")) {
            var name = part.path("name").asString();
            ODD_PARTS.forEach(odd ->
                    play(operation, address(operation, Map.of()) + "?" + name + "=" + odd, Map.of(), body(operation)));
        }
    }

    private void headers(Operation operation) {
        ODD_HEADERS.forEach((name, values) -> values.forEach(
                value -> play(operation, address(operation, Map.of()), Map.of(name, value), body(operation))));
    }

    private void bodies(Operation operation) {
        var address = address(operation, Map.of());
        BROKEN_BODIES.forEach(body -> play(operation, address, Map.of(), body));
        var sample = body(operation);
        if (sample == null) {
            return;
        }
        play(operation, address, Map.of(), sample.toString());
        for (var pointer : pointers(sample)) {
            for (var odd : ODD_VALUES) {
                play(operation, address, Map.of(), with(sample, pointer, odd));
            }
        }
    }

    private void play(Operation operation, String address, Map<String, String> headers, @Nullable JsonNode body) {
        play(operation, address, headers, body == null ? "" : body.toString());
    }

    private void play(Operation operation, String address, Map<String, String> headers, String body) {
        var request = request(address);
        headers.forEach(request::setHeader);
        var answer = exchange(request.method(operation.method(), BodyPublishers.ofString(body)));
        sent.merge(operation.toString(), 1, Integer::sum);
        var what = operation + " " + Description.cut(address) + " " + headers + " " + Description.cut(body);
        int status = answer.statusCode();
        if (status >= 500 && !operation.answersWith(status)) {
            faults.add(status + " for " + what + ": " + Description.cut(answer.body()));
        } else if (status >= 400 && status != 502) {
            refused(what, operation, answer);
        }
    }

    private void refused(String what, Operation operation, HttpResponse<String> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (!operation.method().equals("HEAD") && !type.startsWith("application/problem+json")) {
            faults.add(answer.statusCode() + " without a problem (" + type + ") for " + what + ": "
                    + Description.cut(answer.body()));
        } else if (INSIDE.matcher(answer.body()).find()) {
            faults.add("the inside shows: " + what + ": " + Description.cut(answer.body()));
        }
    }

    /** Its own path with ids that exist, where there are any. */
    private String address(Operation operation, Map<String, String> parts) {
        var address = operation.path();
        for (var part : operation.parameters("path")) {
            var name = part.path("name").asString();
            var usual = name.equals("network") ? "bluesky" : mine;
            address = address.replace("{" + name + "}", parts.getOrDefault(name, usual));
        }
        return address;
    }

    private @Nullable JsonNode body(Operation operation) {
        var schema = operation.body();
        return schema.isMissingNode()
                ? null
                : description.sample(schema, UUID.randomUUID().toString());
    }

    /** Every place of a JSON value, down to the fifth level. */
    private static List<String> pointers(JsonNode value) {
        var all = new ArrayList<String>();
        collect("", value, all);
        return all;
    }

    private static void collect(String at, JsonNode value, List<String> all) {
        if (!at.isEmpty()) {
            all.add(at);
        }
        if (at.chars().filter(letter -> letter == '/').count() >= 5) {
            return;
        }
        if (value instanceof ObjectNode object) {
            object.forEachEntry(
                    (name, part) -> collect(at + "/" + name.replace("~", "~0").replace("/", "~1"), part, all));
        } else if (value instanceof ArrayNode array && !array.isEmpty()) {
            collect(at + "/0", array.get(0), all);
        }
    }

    /** The value with raw JSON at a place; raw, because some of it is more than a number can hold. */
    private static String with(JsonNode sample, String pointer, String raw) {
        var copy = sample.deepCopy();
        int last = pointer.lastIndexOf('/');
        var parent = copy.at(pointer.substring(0, last));
        var name = pointer.substring(last + 1).replace("~1", "/").replace("~0", "~");
        var mark = "@@odd@@";
        if (parent instanceof ObjectNode object) {
            object.put(name, mark);
        } else if (parent instanceof ArrayNode array) {
            array.set(0, JSON.valueToTree(mark));
        }
        return copy.toString().replace("\"" + mark + "\"", raw);
    }

    private String post(String bearer) {
        var answer = exchange(HttpRequest.newBuilder(URI.create(base() + "/api/posts"))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\":\"a draft\",\"channels\":[]}")));
        assertThat(answer.statusCode()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("id").asString();
    }

    private String upload(String bearer) {
        var answer = exchange(HttpRequest.newBuilder(URI.create(base() + "/api/media"))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArrays(List.of(
                        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                                .getBytes(StandardCharsets.UTF_8),
                        picture(),
                        "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8)))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("id").asString();
    }

    private static byte[] picture() {
        try (var file = FuzzTest.class.getResourceAsStream("/demo/photo-1.jpg")) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(base() + path));
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(base() + address))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request.build().uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
