package planner.adapter.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApacheTransportTest {
    private final HttpServer server = start();
    private final AtomicInteger hits = new AtomicInteger();
    private final ApacheTransport strict = new ApacheTransport(false, 10);
    private final ApacheTransport demo = new ApacheTransport(true, 10);

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void serve() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            hits.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() throws IOException {
        server.stop(0);
        strict.close();
        demo.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "[::1]",
                "192.168.1.1",
                "198.18.0.1",
                "240.0.0.1",
                "169.254.169.254",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]"
            })
    void aHostThatAUserNamedIsNotReachedInside(String host) {
        assertThatThrownBy(() -> strict.send(Call.get(at(host)).guard())).isInstanceOf(Transport.NotSent.class);
        assertThat(hits).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "[fd00:ec2::254]", "[64:ff9b::a9fe:a9fe]"})
    void cloudSecretsAreNotReachedFromADemo(String host) {
        assertThatThrownBy(() -> demo.send(Call.get(at(host)).guard()))
                .isInstanceOf(Transport.NotSent.class)
                .cause()
                .hasMessageContaining("is not a public address");
    }

    @Test
    void aDemoReachesItsOwnMachine() throws IOException {
        assertThat(demo.send(Call.get(at("127.0.0.1")).guard()).status()).isEqualTo(204);
        assertThat(hits).hasValue(1);
    }

    @Test
    void whoWaitedInVainForAConnectionHasSentNothing() throws Exception {
        var arrived = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        server.createContext("/slow", exchange -> {
            arrived.countDown();
            pass(leave);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        var slow = at("127.0.0.1").resolve("/slow");
        try (var narrow = new ApacheTransport(true, 1);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> narrow.send(Call.post(slow)));
            pass(arrived);

            assertThatThrownBy(() -> narrow.send(Call.post(at("127.0.0.1")).within(Duration.ofMillis(300))))
                    .isInstanceOf(Transport.NotSent.class);

            leave.countDown();
            assertThat(first.get().status()).isEqualTo(204);
        }
        assertThat(hits).hasValue(0);
    }

    @Test
    void anAnswerThatDoesNotComeInTimeMayHaveBeenSent() {
        var leave = new CountDownLatch(1);
        server.createContext("/slow", exchange -> {
            hits.incrementAndGet();
            pass(leave);
            exchange.close();
        });

        assertThatThrownBy(() ->
                        demo.send(Call.post(at("127.0.0.1").resolve("/slow")).within(Duration.ofMillis(500))))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(Transport.NotSent.class);

        leave.countDown();
        assertThat(hits).hasValue(1);
    }

    @Test
    void nobodyThereMeansNothingSent() {
        server.stop(0);
        assertThatThrownBy(() -> demo.send(Call.post(at("127.0.0.1")))).isInstanceOf(Transport.NotSent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:99999/x", "http:///x", "mailto:a@example.org"})
    void anAddressThatCannotBeCalledIsNotSentTo(String address) {
        assertThatThrownBy(() -> demo.send(Call.get(URI.create(address)))).isInstanceOf(IOException.class);
    }

    private static void pass(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private URI at(String host) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + "/");
    }
}
