package planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import planner.bench.Java;
import tools.jackson.databind.json.JsonMapper;

/** The program as an operator meets it: started, refused, stopped, killed. Real processes, each in a folder of its own. */
class ProcessTest {
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);

    /** Whoever runs the tests in the background makes their children deaf to Ctrl-C; this gives them their ears back. */
    private static final List<String> HEARING = hearing("env", "--default-signal=INT");

    @TempDir
    private Path folder;

    private final List<Running> started = new ArrayList<>();

    @AfterEach
    void nobodyStays() {
        started.forEach(one -> one.process.destroy());
        for (var one : started) {
            await().atMost(STOPS_WITHIN).until(() -> !one.process.isAlive());
        }
    }

    @Test
    void productionRefusesWeakSettingsWithOneLineForEachFault() throws Exception {
        var nothing = refused(Map.of("PLANNER_MODE", "production"));
        assertThat(nothing)
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("PLANNER_MASTER_KEY").contains("openssl rand"),
                        line -> assertThat(line).contains("PLANNER_PUBLIC_URL").contains("https"));

        var weak = refused(Map.of(
                "PLANNER_MODE", "production",
                "PLANNER_MASTER_KEY", "secret",
                "PLANNER_PUBLIC_URL", "http://planner.example.org",
                "PLANNER_PORT", "eighty",
                "PLANNER_RETRY_FIRST", "soon",
                "PLANNER_DATABASE_URL", "mysql://somewhere"));
        assertThat(weak).hasSize(5);
        for (var name : List.of(
                "PLANNER_MASTER_KEY",
                "PLANNER_PUBLIC_URL",
                "PLANNER_PORT",
                "PLANNER_RETRY_FIRST",
                "PLANNER_DATABASE_URL")) {
            assertThat(weak.stream().filter(line -> line.contains(name)))
                    .as(name)
                    .hasSize(1);
        }
        assertThat(weak).noneMatch(line -> line.contains("secret") || line.contains("mysql://"));
        assertThat(folder.resolve("data")).doesNotExist();

        var apart = refused(
                Map.of("PLANNER_ADDRESS", "nonsense", "PLANNER_HEARTBEAT", "-PT5S", "PLANNER_RETRY_FIRST", "PT2H"));
        assertThat(apart)
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("PLANNER_ADDRESS "),
                        line -> assertThat(line).startsWith("PLANNER_HEARTBEAT "),
                        line -> assertThat(line).startsWith("PLANNER_RETRY_FIRST "));
        Files.createDirectory(folder.resolve("data"));
        Files.createFile(folder.resolve("data/master.key"));
        assertThat(refused(Map.of())).singleElement().asString().contains("master.key");
    }

    @Test
    void productionHasNoDemoAndNoSandboxAndListensToThisMachineOnly() throws Exception {
        var house = start(production());
        var setup = JsonMapper.shared().readTree(house.get("/api/setup"));
        assertThat(setup.path("needed").asBoolean()).isTrue();
        assertThat(setup.path("demo").isNull()).isTrue();
        assertThat(house.get("/health")).contains("\"production\"");
        assertThat(listens(InetAddress.getLoopbackAddress(), house.port)).isTrue();
        assertThat(listens(InetAddress.getLoopbackAddress(), house.port + 1)).isFalse();
        var outside = outside();
        if (outside.isPresent()) {
            assertThat(listens(outside.get(), house.port)).isFalse();
        }
        house.stops("INT");
    }

    @Test
    void anotherMasterKeyThanTheOneBeforeIsToldInOneLine() throws Exception {
        start(production()).stops("INT");

        assertThat(refused(production(), 1))
                .singleElement()
                .asString()
                .contains("PLANNER_MASTER_KEY")
                .contains("another master key");
    }

    @Test
    void theFirstOwnerIsWhoKnowsTheCodeOfTheConsole() throws Exception {
        var production = production();
        var house = start(production);
        await().until(() -> setupCode(house).isPresent());
        var code = setupCode(house).orElseThrow();

        assertThat(house.signUp("0000-0000-0000-0000")).isEqualTo(400);
        assertThat(house.signUp("")).isEqualTo(400);
        assertThat(house.signUp(code.toLowerCase(Locale.ROOT))).isEqualTo(201);
        assertThat(house.signUp(code)).isEqualTo(409);
        house.stops("INT");

        var again = start(production);
        assertThat(again.get("/api/setup")).contains("\"needed\":false");
        again.stops("INT");
        assertThat(setupCode(again)).as("it is of no use any more").isEmpty();
    }

    private static Optional<String> setupCode(Running house) throws IOException {
        return house.out().stream()
                .filter(line -> line.contains("setup code "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst();
    }

    @Test
    void theFolderBelongsToOneAndWhatWasInItSurvivesAKill() throws Exception {
        var first = start(Map.of("PLANNER_EXAMPLES", "off"));
        var second = spawn(Map.of(), List.of("start"));
        assertThat(second.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.process.exitValue()).isNotZero();
        assertThat(second.err())
                .hasSize(1)
                .first()
                .asString()
                .contains(folder.resolve("data").toString());
        assertThat(first.get("/health")).contains("UP");

        var whileItRuns = token();
        assertThat(first.status("/api/channels", whileItRuns)).isEqualTo(200);
        var postmaster = postmaster();
        first.process.destroyForcibly();
        await().until(() -> !first.process.isAlive());

        var again = start(Map.of("PLANNER_EXAMPLES", "off"));
        assertThat(postmaster()).isNotEqualTo(postmaster);
        assertThat(again.status("/api/channels", whileItRuns)).isEqualTo(200);
        var postgres = ProcessHandle.of(postmaster()).orElseThrow();
        again.stops("TERM");
        assertThat(postgres.isAlive()).isFalse();
        assertThat(folder.resolve("data/pg18/cluster/postmaster.pid")).doesNotExist();

        var whileItStands = token();
        var third = start(Map.of("PLANNER_EXAMPLES", "off"));
        assertThat(third.status("/api/channels", whileItStands)).isEqualTo(200);
        assertThat(third.status("/api/channels", "wrong")).isEqualTo(401);
        third.stops("INT");
    }

    @Test
    void aStopEndsInTimeAlsoWhenTheDatabaseStandsStill() throws Exception {
        var house = start(Map.of("PLANNER_EXAMPLES", "off"));
        var server = ProcessHandle.of(postmaster()).orElseThrow();
        var database = Stream.concat(Stream.of(server), server.descendants()).toList();
        try {
            database.forEach(one -> signal("STOP", one.pid()));
            house.stops("TERM");
        } finally {
            database.forEach(one -> signal("CONT", one.pid()));
        }
        await().until(() -> !server.isAlive());
        start(Map.of("PLANNER_EXAMPLES", "off")).stops("TERM");
    }

    @Test
    void aDemoThatIsKilledWhileItIsFilledIsFullAfterTheNextStart() throws Exception {
        var mark = folder.resolve("data/demo.filled");
        var first = start(Map.of());
        first.get("/health");
        var token = token();
        await().atMost(Duration.ofSeconds(60)).until(() -> first.texts(token).size() > 6);
        first.process.destroyForcibly();
        await().until(() -> !first.process.isAlive());
        assertThat(mark).doesNotExist();

        var second = start(Map.of());
        second.get("/health");
        await().atMost(Duration.ofMinutes(3)).until(() -> Files.exists(mark));

        assertThat(second.texts(token))
                .containsExactlyInAnyOrderElementsOf(
                        DemoPosts.ALL.stream().map(DemoPosts.Sketch::text).toList());
        assertThat(second.out()).noneMatch(line -> line.contains("The demo could not"));
        assertThat(second.err()).noneMatch(line -> line.contains("The demo could not"));
        second.stops("TERM");
    }

    @Test
    void anotherPostgresCanBeUsed() throws Exception {
        var house = start(Map.of("PLANNER_DATABASE_URL", TestDatabase.fresh().url(), "PLANNER_EXAMPLES", "off"));
        assertThat(house.get("/health")).contains("\"database\":\"UP\"");
        assertThat(folder.resolve("data/pg18")).doesNotExist();
        house.stops("TERM");
    }

    private Running start(Map<String, String> settings) throws IOException {
        var house = spawn(settings, List.of("start"));
        await().atMost(Duration.ofSeconds(90)).until(() -> {
            assertThat(house.process.isAlive()).as("%s", house.err()).isTrue();
            return house.out().stream().anyMatch(line -> line.startsWith("The planner is ready: "));
        });
        return house;
    }

    /** What it says of settings that it does not start with. */
    private List<String> refused(Map<String, String> settings) throws Exception {
        return refused(settings, 2);
    }

    private List<String> refused(Map<String, String> settings, int status) throws Exception {
        var house = spawn(settings, List.of("start"));
        assertThat(house.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(house.process.exitValue()).isEqualTo(status);
        assertThat(house.out()).isEmpty();
        return house.err();
    }

    private String token() throws Exception {
        var command = spawn(Map.of(), List.of("token", "--name", "walk"));
        assertThat(command.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(command.process.exitValue()).as("%s", command.err()).isZero();
        assertThat(command.out()).hasSize(1);
        return command.out().getFirst();
    }

    private static List<String> hearing(String... command) {
        try {
            var trial = new ArrayList<>(List.of(command));
            trial.add("true");
            return new ProcessBuilder(trial).start().waitFor() == 0 ? List.of(command) : List.of();
        } catch (IOException none) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All that production needs, with a master key of its own. */
    private static Map<String, String> production() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Map.of(
                "PLANNER_MODE",
                "production",
                "PLANNER_MASTER_KEY",
                Base64.getEncoder().encodeToString(key),
                "PLANNER_PUBLIC_URL",
                "https://planner.example.org");
    }

    private static void signal(String signal, long pid) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("data/pg18/cluster/postmaster.pid"))
                .getFirst());
    }

    private Running spawn(Map<String, String> settings, List<String> arguments) throws IOException {
        int port = freePair();
        var command = new ArrayList<>(HEARING);
        command.addAll(Java.command("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", Java.CLASS_PATH));
        command.add(Application.class.getName());
        command.addAll(arguments);
        var log = Files.createTempFile(folder, "process", "");
        var builder = new ProcessBuilder(command)
                .redirectOutput(Path.of(log + ".out").toFile())
                .redirectError(Path.of(log + ".err").toFile());
        var environment = new HashMap<String, String>();
        environment.put("PLANNER_DATA", folder.resolve("data").toString());
        environment.put("PLANNER_PORT", Integer.toString(port));
        environment.putAll(settings);
        builder.environment().keySet().removeIf(name -> name.startsWith("PLANNER_"));
        builder.environment().putAll(environment);
        var running = new Running(builder.start(), port, log);
        started.add(running);
        return running;
    }

    /** The sandbox listens beside the planner. */
    private static int freePair() throws IOException {
        for (; ; ) {
            try (var one = new ServerSocket(0);
                    var two = new ServerSocket(one.getLocalPort() + 1)) {
                return two.getLocalPort() - 1;
            } catch (java.net.BindException | IllegalArgumentException taken) {
                // try another
            }
        }
    }

    private static boolean listens(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<InetAddress> outside() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst();
    }

    private record Running(Process process, int port, Path log) {
        List<String> out() throws IOException {
            return Files.readAllLines(Path.of(log + ".out"));
        }

        List<String> err() throws IOException {
            return Files.readAllLines(Path.of(log + ".err"));
        }

        String get(String path) throws Exception {
            return HttpClient.newHttpClient()
                    .send(request(path).build(), BodyHandlers.ofString())
                    .body();
        }

        List<String> texts(String token) throws Exception {
            var answer = HttpClient.newHttpClient()
                    .send(
                            request("/api/posts?limit=200")
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            BodyHandlers.ofString());
            return JsonMapper.shared()
                    .readTree(answer.body())
                    .path("items")
                    .valueStream()
                    .map(post -> post.path("text").asString(""))
                    .toList();
        }

        int status(String path, String token) throws Exception {
            var request =
                    request(path).header("Authorization", "Bearer " + token).build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        }

        /** With the cookie in the hand: over plain http a browser would keep it to itself. */
        int signUp(String code) throws Exception {
            var client = HttpClient.newHttpClient();
            var csrf = client
                    .send(request("/api/setup").build(), BodyHandlers.discarding())
                    .headers()
                    .allValues("Set-Cookie")
                    .stream()
                    .filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
                    .map(cookie -> cookie.substring("XSRF-TOKEN=".length(), cookie.indexOf(';')))
                    .findFirst()
                    .orElseThrow();
            var body = Map.of(
                    "code", code,
                    "email", "ada@example.org",
                    "name", "Ada",
                    "password", "correct horse battery",
                    "workspace", "Harbour",
                    "zone", "Europe/Warsaw",
                    "locale", "en");
            var request = request("/api/setup")
                    .header("Content-Type", "application/json")
                    .header("Cookie", "XSRF-TOKEN=" + csrf)
                    .header("X-XSRF-TOKEN", csrf)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            JsonMapper.shared().writeValueAsString(body)));
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        }

        /** As Ctrl-C does, or a service manager. */
        void stops(String signal) throws Exception {
            signal(signal, process.pid());
            assertThat(process.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS))
                    .as("stops within %s", STOPS_WITHIN)
                    .isTrue();
            assertThat(err()).noneMatch(line -> line.contains("Exception"));
        }
    }
}
