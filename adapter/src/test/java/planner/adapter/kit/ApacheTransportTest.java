package planner.adapter.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApacheTransportTest {
    private final HttpServer server = start();
    private final AtomicInteger hits = new AtomicInteger();
    private final ApacheTransport strict = new ApacheTransport(false);
    private final ApacheTransport demo = new ApacheTransport(true);

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void serve() {
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

    private URI at(String host) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + "/");
    }
}
