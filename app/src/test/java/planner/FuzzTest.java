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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import planner.Description.Operation;
import planner.channel.Channels;
import planner.channel.NetworkDirectory;
import planner.simulator.Simulator;
import planner.workspace.Caller;
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

    /** The networks of the channels: what goes out stays in this process. */
    private static final Simulator SIMULATOR = Simulator.start(0, new MovableClock(START));

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> sent = new TreeMap<>();
    private Description description;
    /** Things of this workspace, by the beginning of the address that they are found at. */
    private final Map<String, String> mine = new TreeMap<>();

    private List<String> channels;
    private List<String> theirs;
    private String stranger;

    @DynamicPropertySource
    static void sandbox(DynamicPropertyRegistry settings) {
        SIMULATOR.settings().forEach((name, value) -> settings.add(name, () -> value));
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @BeforeEach
    void furnish() {
        description = new Description(exchange(get("/api/openapi.json")).body());
        refurnish();
        var other = newOwner();
        var made =
                bean(Tokens.class).create(other.workspace(), other.person(), "theirs", Set.of(Scope.READ, Scope.WRITE));
        stranger = made.secret();
        var channel = connect(other).getFirst();
        var post = post(stranger, List.of(channel));
        theirs = List.of(
                post,
                upload(stranger, "p.jpg".getBytes(StandardCharsets.UTF_8)).id(),
                made.token().id().toString(),
                channel,
                publication(stranger, post));
    }

    /** Anew for each operation, for the one before may have thrown it all away. */
    private void refurnish() {
        channels = connect(owner);
        var text = channels.getFirst();
        var post = post(token, List.of(text));
        mine.put("/api/posts", post);
        mine.put("/api/publications", publication(token, post));
        mine.put("/api/channels", text);
        mine.put(
                "/api/media",
                upload(token, "p.jpg".getBytes(StandardCharsets.UTF_8)).id());
    }

    /** An account on every network; the first takes a text alone. */
    private List<String> connect(Caller caller) {
        return bean(NetworkDirectory.class).all().stream()
                .sorted(Comparator.comparing(
                        network -> !network.capabilities().formats().getFirst().textAlone()))
                .map(network -> connected(caller, network, caller.workspace() + "-1", "Ada")
                        .toString())
                .toList();
    }

    @Test
    void noBadInputIsAnsweredWithAFault() {
        for (var operation : description.operations()) {
            if (operation.path().equals(STREAM)) {
                continue;
            }
            refurnish();
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
    void noOptionAndNoTextIsAnsweredWithAFault() {
        var check = description.operation("POST", "/api/preflight");
        var networks = JSON.readTree(exchange(request("/api/networks")).body()).path("items");
        assertThat(networks).hasSize(channels.size());
        int options = 0;
        for (var channel : bean(Channels.class).all(owner.workspace())) {
            var network = networks.valueStream()
                    .filter(one ->
                            one.path("id").asString("").equals(channel.network().value()))
                    .findFirst()
                    .orElseThrow();
            var properties = network.path("options").path("properties");
            for (var name : properties.propertyNames()) {
                options++;
                OddInput.VALUES.forEach(odd -> preflight(check, channel.id().value(), "\"Hello\"", name, odd));
                preflight(check, channel.id().value(), "\"Hello\"", name, "[\"en" + "-abcde".repeat(5_000) + "\"]");
            }
            for (var markup : OddInput.MARKUP) {
                var text = JSON.writeValueAsString(markup);
                preflight(check, channel.id().value(), text, "textFormat", "\"HTML\"");
                preflight(check, channel.id().value(), text, "textFormat", "\"MARKDOWN_V2\"");
                preflight(check, channel.id().value(), text, "textFormat", "\"PLAIN\"");
            }
        }
        assertThat(options).isGreaterThan(20);
        assertThat(faults.stream().limit(12)).isEmpty();
    }

    @Test
    void noPartOfAVariantIsAnsweredWithAFault() {
        var channel = channels.getFirst();
        var whole = List.of(
                "{\"media\":%s}",
                "{\"media\":[%s]}",
                "{\"media\":[{\"id\":%s}]}",
                "{\"media\":[{\"alt\":%s}]}",
                "{\"thread\":%s}",
                "{\"thread\":[%s]}",
                "{\"thread\":[{\"text\":%s}]}",
                "{\"thread\":[{\"text\":\"a\",\"media\":[%s]}]}",
                "{\"text\":%s}",
                "{\"title\":%s}",
                "{\"format\":%s}",
                "{\"options\":%s}",
                "%s");
        for (var operation :
                List.of(description.operation("POST", "/api/preflight"), description.operation("POST", "/api/posts"))) {
            for (var variant : whole) {
                for (var odd : OddInput.VALUES) {
                    play(
                            operation,
                            operation.path(),
                            Map.of(),
                            "{\"text\":\"Hello\",\"channels\":[\"%s\"],\"variants\":{\"%s\":%s}}"
                                    .formatted(channel, channel, variant.formatted(odd)));
                }
            }
        }
        assertThat(faults.stream().limit(12)).isEmpty();
    }

    private void preflight(Operation check, UUID channel, String text, String option, String value) {
        var body = "{\"text\":%s,\"channels\":[\"%s\"],\"variants\":{\"%s\":{\"options\":{\"%s\":%s}}}}"
                .formatted(text, channel, channel, option, value);
        play(check, "/api/preflight", Map.of(), body);
    }

    @Test
    void aPostOfAnyShapeIsScheduledOrRefused() {
        var schedule = description.operation("PUT", "/api/posts/{id}/schedule");
        for (var markup : OddInput.MARKUP) {
            var post = JSON.writeValueAsString(Map.of("text", markup, "channels", channels));
            var made = exchange(request("/api/posts").POST(BodyPublishers.ofString(post)));
            assertThat(made.statusCode()).isEqualTo(201);
            var address = "/api/posts/" + JSON.readTree(made.body()).path("id").asString() + "/schedule";
            play(schedule, address, Map.of(), "{\"at\":\"2026-12-24T10:00:00Z\"}");
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void noNameOfAFileIsAnsweredWithAFault() {
        for (var name : OddInput.NAMES) {
            assertThat(upload(token, name).status())
                    .as(new String(name, StandardCharsets.ISO_8859_1))
                    .isIn(201, 400);
        }
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
        var publication = JSON.readTree(
                exchange(HttpRequest.newBuilder(URI.create(base() + "/api/publications/" + theirs.getLast()))
                                .header("Authorization", "Bearer " + stranger))
                        .body());
        assertThat(publication.path("state").asString("")).isEqualTo("SCHEDULED");
    }

    private void addresses(Operation operation) {
        for (var part : operation.parameters("path")) {
            var name = part.path("name").asString();
            Stream.concat(OddInput.PARTS.stream(), theirs.stream())
                    .forEach(odd -> play(operation, address(operation, Map.of(name, odd)), Map.of(), body(operation)));
        }
        for (var part : operation.parameters("query")) {
            var name = part.path("name").asString();
            OddInput.PARTS.forEach(odd ->
                    play(operation, address(operation, Map.of()) + "?" + name + "=" + odd, Map.of(), body(operation)));
        }
    }

    private void headers(Operation operation) {
        OddInput.HEADERS.forEach((name, values) -> values.forEach(
                value -> play(operation, address(operation, Map.of()), Map.of(name, value), body(operation))));
    }

    private void bodies(Operation operation) {
        var address = address(operation, Map.of());
        OddInput.BODIES.forEach(body -> play(operation, address, Map.of(), body));
        for (var sample : samples(operation)) {
            play(operation, address, Map.of(), sample.toString());
            for (var pointer : pointers(sample)) {
                for (var odd : OddInput.VALUES) {
                    play(operation, address, Map.of(), with(sample, pointer, odd));
                }
            }
        }
    }

    /** A time or now: with both at once nothing but the refusal of both would be tried. */
    private List<JsonNode> samples(Operation operation) {
        if (body(operation) instanceof ObjectNode whole) {
            return whole.has("at") && whole.has("now")
                    ? List.of(whole.deepCopy().without("now"), whole.deepCopy().without("at"))
                    : List.of(whole);
        }
        return List.of();
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
        } else if (status == 416) {
            // said to whoever downloads, as its headers say the rest
            assertThat(answer.headers().firstValue("Content-Range")).as(what).isPresent();
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
            var usual = name.equals("network")
                    ? "bluesky"
                    : mine.entrySet().stream()
                            .filter(thing -> operation.path().startsWith(thing.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(UUID.randomUUID().toString());
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

    private String post(String bearer, List<String> to) {
        var answer = exchange(as(bearer, "/api/posts")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("text", "a draft", "channels", to)))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("id").asString();
    }

    /** What became of the post when it was scheduled. */
    private String publication(String bearer, String post) {
        var answer = exchange(as(bearer, "/api/posts/" + post + "/schedule")
                .PUT(BodyPublishers.ofString("{\"at\":\"2026-12-24T10:00:00Z\"}")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body())
                .path("publications")
                .path(0)
                .path("id")
                .asString();
    }

    private HttpRequest.Builder as(String bearer, String path) {
        return HttpRequest.newBuilder(URI.create(base() + path))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json");
    }

    /** @param id empty when it was refused */
    private record Uploaded(int status, String id) {}

    private Uploaded upload(String bearer, byte[] name) {
        var answer = exchange(as(bearer, "/api/media")
                .setHeader("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArrays(List.of(
                        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                                .getBytes(StandardCharsets.UTF_8),
                        name,
                        "\"\r\nContent-Type: image/jpeg\r\n\r\n".getBytes(StandardCharsets.UTF_8),
                        picture(),
                        "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8)))));
        return new Uploaded(
                answer.statusCode(), JSON.readTree(answer.body()).path("id").asString(""));
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
