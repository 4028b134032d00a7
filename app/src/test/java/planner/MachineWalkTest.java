package planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import planner.simulator.Simulator;
import planner.workspace.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays the calls of docs/api.md as they stand there, and holds every answer against the OpenAPI document. */
class MachineWalkTest extends RoomTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MovableClock THEIR_CLOCK = new MovableClock(START);
    private static final Simulator SIMULATOR = Simulator.start(0, THEIR_CLOCK);
    private static final Pattern CALL = Pattern.compile("```sh\n(curl .*)\n```");
    /** What a program with this walk's token and things does not find. */
    private static final Map<String, Integer> NOT_THERE = Map.of(
            "/api/tokens", 403,
            "/api/channels/{id}/avatar", 404,
            "/api/channel-choices/{id}", 404,
            "/api/channels/{id}/choices/{list}", 404,
            "/api/channels/{network}/refusals/{code}", 404,
            "/api/media/renditions/{id}/content", 404,
            "/m/{token}/{name}", 404,
            "/connect/{network}/callback", 303,
            "/connect/{network}/{document}", 404,
            "/hooks/{network}", 404);

    private static final Pattern HEADER = Pattern.compile("-H \"([^:]+): ([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> names = new HashMap<>();
    private Description description;

    @DynamicPropertySource
    static void sandbox(DynamicPropertyRegistry settings) {
        SIMULATOR.settings().forEach((name, value) -> settings.add(name, () -> value));
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @BeforeEach
    void readTheDocument() {
        description = new Description(send("GET", "/api/openapi.json", Map.of(), BodyPublishers.noBody())
                .body());
    }

    @Test
    void theDocumentNamesWhatTheServerHasAndNothingElse() {
        var described = new TreeSet<String>();
        description.operations().forEach(operation -> described.add(operation.toString()));
        var served = new TreeSet<String>();
        house.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (handler.getBeanType().getPackageName().startsWith("planner")) {
                        for (var path : mapping.getPatternValues()) {
                            mapping.getMethodsCondition()
                                    .getMethods()
                                    .forEach(method -> served.add(method + " " + path));
                        }
                    }
                });
        assertThat(served).hasSizeGreaterThan(40);
        assertThat(described).isEqualTo(served);
        assertThat(description.root().path("openapi").asString()).startsWith("3.1");
    }

    @Test
    void theWalkOfThePageEndsWithAPublishedPost() throws IOException {
        var calls = CALL.matcher(Files.readString(Path.of("../docs/api.md")))
                .results()
                .map(call -> call.group(1))
                .toList();
        assertThat(calls).hasSize(9);

        assertThat(play(calls.get(0), 200).path("status").asString()).isEqualTo("UP");
        assertThat(play(calls.get(1), 200).path("items")).isNotEmpty();
        names.put("CHANNEL", play(calls.get(2), 201).path("id").asString());
        play(calls.get(2), 200);
        names.put("MEDIA", play(calls.get(3), 201).path("id").asString());
        assertThat(play(calls.get(4), 200).path("findings")).isEmpty();
        var post = play(calls.get(5), 201);
        names.put("POST", post.path("id").asString());
        assertThat(play(calls.get(5), 201).path("id")).isEqualTo(post.path("id"));
        assertThat(play(calls.get(6), 200).path("at").asString()).isEqualTo("2026-12-01T09:00:00Z");
        play(calls.get(7), 200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> play(calls.get(8), 200).path("state").asString().equals("PUBLISHED"));
        var publication = play(calls.get(8), 200).path("publications").path(0);
        assertThat(publication.path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(publication.path("permalink").asString()).startsWith("http");
        assertThat(publication.path("attempts").asInt()).isEqualTo(1);
        assertThat(publication.path("publishedAt").asString()).isEqualTo("2026-12-01T08:00:00Z");
        assertThat(page(SIMULATOR.timeline("bluesky")).body()).contains("Fresh from the oven, for Bluesky only");

        everythingThatCanBeReadIsAsDescribed(publication.path("id").asString());
    }

    /** No token may: the page says so, and gives the body that a signed-in owner sends. */
    @Test
    void theLatePolicyOfThePageIsTakenFromWhoIsSignedIn() throws IOException {
        var page = Files.readString(Path.of("../docs/api.md"));
        var body = part(page, "`PATCH /api/workspaces/ID` with `([^`]+)`")
                .findFirst()
                .orElseThrow();
        var path = "/api/workspaces/" + owner.workspace();
        var headers = Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json");
        assertThat(send("PATCH", path, headers, BodyPublishers.ofString(body)).statusCode())
                .isEqualTo(403);
        var browser = new Browser(base());
        var email = bean(People.class).find(owner.person()).orElseThrow().email();
        browser.send(
                "POST", "/api/session", "{\"email\":\"%s\",\"password\":\"correct horse battery\"}".formatted(email));
        var answer = browser.send("PATCH", path, body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(description.untold(description.operation("PATCH", "/api/workspaces/{id}"), answer))
                .isEmpty();
        assertThat(JSON.readTree(answer.body()).path("late"))
                .isEqualTo(JSON.readTree(body).path("late"));
    }

    @Test
    void theDocumentIsBrowsedWithoutAnybodyElsesServer() {
        var page = page(URI.create(base() + "/api/docs"));
        assertThat(page.statusCode()).isEqualTo(200);
        var parts = Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .toList();
        assertThat(parts).isNotEmpty();
        for (var part : parts) {
            var address = page.uri().resolve(part.group(1));
            assertThat(address.getAuthority()).isEqualTo(page.uri().getAuthority());
            assertThat(page(address).statusCode()).as(address.toString()).isEqualTo(200);
        }
    }

    private HttpResponse<String> page(URI address) {
        try (var visitor = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            return visitor.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void everythingThatCanBeReadIsAsDescribed(String publication) {
        var readable = description.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation -> !operation.path().equals("/api/events"))
                .toList();
        assertThat(readable).hasSizeGreaterThan(15);
        var answered = new TreeMap<String, Integer>();
        for (var operation : readable) {
            var path = operation.path();
            var id = path.startsWith("/api/posts")
                    ? names.get("POST")
                    : path.startsWith("/api/media")
                            ? names.get("MEDIA")
                            : path.startsWith("/api/channels") ? names.get("CHANNEL") : publication;
            var query = path.equals("/api/calendar") ? "?from=2026-12-01T00:00:00Z&to=2026-12-08T00:00:00Z" : "";
            var address = path.replace("{id}", Objects.requireNonNull(id)).replaceAll("\\{\\w+}", "x") + query;
            answered.put(path, hold(operation, address));
        }
        answered.values().removeIf(status -> status == 200);
        assertThat(answered).isEqualTo(NOT_THERE);
        // an action answers with a body of its own
        assertThat(hold(
                        description.operation("POST", "/api/posts/{id}/copies"),
                        "/api/posts/" + names.get("POST") + "/copies"))
                .isEqualTo(201);
        assertThat(hold(
                        description.operation("POST", "/api/channels/{id}/checks"),
                        "/api/channels/" + names.get("CHANNEL") + "/checks"))
                .isEqualTo(200);
    }

    /** @return the status, which the caller knows better than the document */
    private int hold(Description.Operation operation, String address) {
        var answer =
                send(operation.method(), address, Map.of("Authorization", "Bearer " + token), BodyPublishers.noBody());
        assertThat(description.untold(operation, answer))
                .as(operation.toString())
                .isEmpty();
        return answer.statusCode();
    }

    /** A line of the page with the names of this walk in it. */
    private JsonNode play(String line, int status) {
        var headers = new HashMap<String, String>();
        HEADER.matcher(line).results().forEach(header -> headers.put(header.group(1), named(header.group(2))));
        var method = part(line, "-X (\\w+)").findFirst().orElse("GET");
        var template = part(line, "\\$PLANNER(\\S+)").findFirst().orElseThrow();
        var file = part(line, "-F file=@(\\S+)").findFirst();
        var body = file.map(name -> multipart(name, headers))
                .or(() -> part(line, "-d '(.*)'").findFirst().map(json -> BodyPublishers.ofString(json(json))))
                .orElseGet(BodyPublishers::noBody);
        var answer = send(method, named(template), headers, body);
        assertThat(answer.statusCode()).as("%s: %s", line, answer.body()).isEqualTo(status);
        var described = template.replace("/POST", "/{id}").replace("/bluesky", "/{network}");
        assertThat(description.untold(description.operation(method, described), answer))
                .as(line)
                .isEmpty();
        return JSON.readTree(answer.body());
    }

    private static Stream<String> part(String line, String pattern) {
        return Pattern.compile(pattern).matcher(line).results().map(found -> found.group(1));
    }

    private String named(String text) {
        var named = text.replace("$TOKEN", token);
        for (var name : names.entrySet()) {
            named = named.replace(name.getKey(), name.getValue());
        }
        return named;
    }

    /** The page connects a real account, the walk that of the sandbox. */
    private String json(String text) {
        if (!text.contains("\"service\"")) {
            return named(text);
        }
        var bluesky = SIMULATOR.sites().stream()
                .filter(site -> site.name().equals("bluesky"))
                .findFirst()
                .orElseThrow();
        var secrets = bluesky.demoSecrets();
        assertThat(JSON.readTree(text).propertyNames()).containsExactlyInAnyOrderElementsOf(secrets.keySet());
        return JSON.writeValueAsString(secrets);
    }

    private static BodyPublisher multipart(String name, Map<String, String> headers) {
        headers.put("Content-Type", "multipart/form-data; boundary=walk");
        var head = "--walk\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n".formatted(name)
                + "Content-Type: image/jpeg\r\n\r\n";
        try (var file = Objects.requireNonNull(MachineWalkTest.class.getResourceAsStream("/demo/" + name))) {
            var parts = new ArrayList<byte[]>();
            parts.add(head.getBytes(StandardCharsets.UTF_8));
            parts.add(file.readAllBytes());
            parts.add("\r\n--walk--\r\n".getBytes(StandardCharsets.UTF_8));
            return BodyPublishers.ofByteArrays(List.copyOf(parts));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(String method, String path, Map<String, String> headers, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(base() + path)).method(method, body);
        headers.forEach(request::setHeader);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
