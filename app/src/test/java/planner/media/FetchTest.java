package planner.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer server = start();
    private final AtomicInteger hits = new AtomicInteger();
    private final Fetch open = new Fetch(true, InetAddress::getAllByName);
    private final Fetch strict = new Fetch(false, InetAddress::getAllByName);

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void serve() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/file", exchange -> {
            hits.incrementAndGet();
            var bytes = "hello".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        redirect("/to-file", "/file/deep.txt");
        redirect("/to-metadata", "http://169.254.169.254/latest/meta-data");
        redirect("/to-file-scheme", "file:///etc/passwd");
        redirect("/loop", "/loop");
        redirect("/rebind", "http://rebind.example:" + server.getAddress().getPort() + "/file");
        server.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
    }

    private void redirect(String path, String to) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Location", to);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
    }

    @AfterEach
    void close() throws IOException {
        over.countDown();
        server.stop(0);
        open.close();
        strict.close();
    }

    private String get(Fetch fetch, String path) throws IOException {
        var address = path.contains("://")
                ? Fetch.uri(path)
                : URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return fetch.get(
                address, LONG, (name, in) -> name + " " + new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    private static void refused(String rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Fetch.Failed.class, e -> assertThat(e.rule()).isEqualTo(rule));
    }

    @Test
    void redirectsAreFollowedAndNameTheFile() throws IOException {
        assertThat(get(open, "/to-file")).isEqualTo("deep.txt hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/file",
                "http://localhost:%d/file",
                "http://[::1]:%d/file",
                "http://[::ffff:127.0.0.1]:%d/file",
                "http://0.0.0.0:%d/file",
                "http://2130706433:%d/file",
                "http://10.0.0.1:%d/",
                "http://172.16.5.5:%d/",
                "http://192.168.1.1:%d/",
                "http://100.64.0.1:%d/",
                "http://169.254.169.254:%d/",
                "http://[fd00:ec2::254]:%d/",
                "http://[fe80::1]:%d/",
                "http://[64:ff9b::7f00:1]:%d/",
                "http://[2002:7f00:1::]:%d/"
            })
    void theInsideIsNotReached(String address) {
        refused(
                "not-public",
                () -> get(strict, address.formatted(server.getAddress().getPort())));
        assertThat(hits).hasValue(0);
    }

    @Test
    void aRefusalSaysWhy() {
        refused("not-public", () -> get(strict, "/file"));
        refused("malformed", () -> get(strict, "http://user:pw@example.org/"));
        refused("malformed", () -> get(strict, "gopher://example.org/"));
        refused(
                "malformed",
                () -> get(strict, "http://127.1:" + server.getAddress().getPort() + "/file"));
        refused("malformed", () -> get(open, "http://127.0.0.1:99999/"));
        refused("unreachable", () -> get(open, "/loop"));
        refused("unreachable", () -> get(open, "/missing"));
    }

    @Test
    void cloudSecretsAreNotReachedEvenFromTheSandbox() {
        refused("not-public", () -> get(open, "/to-metadata"));
        refused("malformed", () -> get(open, "/to-file-scheme"));
    }

    @Test
    void aNameThatChangesItsAddressMeanwhileIsCheckedAgain() throws IOException {
        var loopback = InetAddress.getByName("127.0.0.1");
        var metadata = InetAddress.getByName("169.254.169.254");
        var asked = new AtomicInteger();
        try (var fetch =
                new Fetch(true, host -> new InetAddress[] {asked.getAndIncrement() == 0 ? loopback : metadata})) {
            refused("not-public", () -> get(fetch, "/rebind"));
        }
        assertThat(hits).hasValue(0);
    }

    @Test
    void oneBadAddressAmongGoodOnesIsEnough() throws IOException {
        var both = new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("127.0.0.1")};
        try (var fetch = new Fetch(false, host -> both)) {
            refused("not-public", () -> get(fetch, "http://mixed.example/file"));
        }
    }

    @Test
    void whoeverDripsIsCutOff() {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slow");
        refused("unreachable", () -> open.get(address, Duration.ofMillis(500), (name, in) -> in.readAllBytes()));
    }
}
