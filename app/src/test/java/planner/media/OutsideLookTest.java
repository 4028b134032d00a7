package planner.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import planner.workspace.Installation;
import planner.workspace.MasterKey;
import planner.workspace.Mode;

/** The look at the public address, with a real server for everything that can be wrong with one. */
class OutsideLookTest {
    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
    private static final String HOST = "planner.example.org";

    @TempDir
    static Path folder;

    private static Certificates certificates;

    private final ProbeLink probe = ProbeLink.make(signer(), NOW);
    private final AtomicLong nanos = new AtomicLong();
    private HttpServer server;

    @BeforeAll
    static void makeCertificates() throws IOException, InterruptedException {
        certificates = Certificates.make(folder, HOST);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void anAddressThatNetworksCanUseIsFine() throws Exception {
        assertThat(at(secure("good", this::right))).containsExactly(PublicFault.PRIVATE);
    }

    /** The only thing wrong with the servers of these tests is where they stand. */
    @Test
    void aNameThatLeadsInsideIsFoundOut() throws Exception {
        var home = secure("good", this::right);
        assertThat(look(host -> new InetAddress[] {
                            InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}),
                        })
                        .at(home, probe))
                .contains(PublicFault.PRIVATE);
    }

    @Test
    void plainHttpIsFoundOut() throws IOException {
        assertThat(at(plain(this::right))).containsExactly(PublicFault.NOT_HTTPS, PublicFault.PRIVATE);
    }

    @Test
    void anUnknownNameIsFoundOut() {
        var look = look(host -> {
            throw new UnknownHostException(host);
        });
        assertThat(look.at(URI.create("https://planer.example.org"), probe)).containsExactly(PublicFault.UNRESOLVED);
    }

    @Test
    void whereCloudsKeepTheirSecretsNothingIsAsked() {
        var look = look(host -> new InetAddress[] {InetAddress.ofLiteral("169.254.169.254")});
        assertThat(look.at(URI.create("https://" + HOST), probe)).containsExactly(PublicFault.PRIVATE);
    }

    @Test
    void aClosedPortIsFoundOut() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(at(URI.create("https://" + HOST + ":" + port)))
                .containsExactly(PublicFault.PRIVATE, PublicFault.UNREACHABLE);
    }

    @Test
    void aCertificateForAnotherNameIsFoundOut() throws Exception {
        assertThat(at(secure("other", this::right))).contains(PublicFault.CERTIFICATE);
    }

    @Test
    void aCertificateOfNobodyIsFoundOut() throws Exception {
        assertThat(at(secure("own", this::right))).contains(PublicFault.CERTIFICATE);
    }

    @Test
    void anExpiredCertificateIsFoundOut() throws Exception {
        assertThat(at(secure("expired", this::right)))
                .contains(PublicFault.CERTIFICATE_EXPIRED)
                .doesNotContain(PublicFault.CERTIFICATE);
    }

    @Test
    void aServerThatSpeaksNoTlsIsFoundOut() throws IOException {
        var home = plain(this::right);
        assertThat(at(URI.create("https://" + HOST + ":" + home.getPort()))).contains(PublicFault.CERTIFICATE);
    }

    @Test
    void aRedirectIsFoundOut() throws IOException {
        assertThat(at(plain(exchange -> {
                    exchange.getResponseHeaders()
                            .set("Location", "https://www.example.org" + exchange.getRequestURI());
                    exchange.sendResponseHeaders(308, -1);
                })))
                .contains(PublicFault.REDIRECTS)
                .doesNotContain(PublicFault.WRONG_ANSWER);
    }

    @Test
    void aSignInInFrontIsFoundOut() throws IOException {
        assertThat(at(plain(exchange -> {
                    exchange.getResponseHeaders().set("WWW-Authenticate", "Basic");
                    exchange.sendResponseHeaders(401, -1);
                })))
                .contains(PublicFault.PAGE_IN_FRONT);
    }

    @Test
    void aCheckForPeopleIsFoundOut() throws IOException {
        assertThat(at(plain(exchange -> answer(
                        exchange, 403, "text/html; charset=UTF-8", text("<title>Just a moment...</title>")))))
                .contains(PublicFault.PAGE_IN_FRONT);
    }

    @Test
    void aPageInPlaceOfTheFileIsFoundOut() throws IOException {
        assertThat(at(plain(exchange -> answer(exchange, 200, "text/html", text("<h1>Welcome!</h1>")))))
                .contains(PublicFault.PAGE_IN_FRONT);
    }

    @Test
    void anotherPlannerIsFoundOut() throws IOException {
        assertThat(at(plain(exchange ->
                        answer(exchange, 404, "application/problem+json", text("{\"type\":\"not-found\"}")))))
                .contains(PublicFault.OTHER_INSTALLATION);
    }

    @Test
    void anErrorOfTheProxyIsFoundOut() throws IOException {
        assertThat(at(plain(exchange -> answer(exchange, 502, "text/plain", text("Bad gateway")))))
                .contains(PublicFault.WRONG_ANSWER);
    }

    @Test
    void anotherTypeIsFoundOut() throws IOException {
        assertThat(at(plain(exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
                    serve(exchange, probe.bytes(), true);
                })))
                .containsExactly(PublicFault.NOT_HTTPS, PublicFault.PRIVATE, PublicFault.WRONG_TYPE);
    }

    /** As one that makes pictures smaller does. */
    @Test
    void aChangedFileIsFoundOut() throws IOException {
        var smaller = Arrays.copyOf(probe.bytes(), probe.bytes().length / 2);
        assertThat(at(plain(exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
                    serve(exchange, smaller, true);
                })))
                .contains(PublicFault.ALTERED)
                .doesNotContain(PublicFault.RANGE_IGNORED);
    }

    @Test
    void aServerThatKnowsNoPiecesIsFoundOut() throws IOException {
        assertThat(at(plain(exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
                    serve(exchange, probe.bytes(), false);
                })))
                .containsExactly(PublicFault.NOT_HTTPS, PublicFault.PRIVATE, PublicFault.RANGE_IGNORED);
    }

    @Test
    void aServerThatRefusesHeadIsFoundOut() throws IOException {
        assertThat(at(plain(exchange -> {
                    if (exchange.getRequestMethod().equals("HEAD")) {
                        exchange.sendResponseHeaders(405, -1);
                    } else {
                        right(exchange);
                    }
                })))
                .containsExactly(PublicFault.NOT_HTTPS, PublicFault.PRIVATE, PublicFault.HEAD_REFUSED);
    }

    @Test
    void aSlowServerIsFoundOut() throws IOException {
        assertThat(at(plain(exchange -> {
                    nanos.addAndGet(6_000_000_000L);
                    right(exchange);
                })))
                .containsExactly(PublicFault.NOT_HTTPS, PublicFault.PRIVATE, PublicFault.SLOW);
    }

    @Test
    void aConnectionThatBreaksIsFoundOut() throws IOException {
        assertThat(at(plain(HttpExchange::close))).contains(PublicFault.UNREACHABLE);
    }

    private List<PublicFault> at(URI home) {
        return look(host -> new InetAddress[] {InetAddress.getLoopbackAddress()})
                .at(home, probe);
    }

    private OutsideLook look(Fetch.Resolver resolver) {
        return new OutsideLook(resolver, certificates.trusted(), nanos::get);
    }

    private URI plain(HttpHandler handler) throws IOException {
        return start(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), "http", handler);
    }

    private URI secure(String certificate, HttpHandler handler) throws IOException, GeneralSecurityException {
        var made = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SSLContext context = certificates.serving(certificate);
        made.setHttpsConfigurator(new HttpsConfigurator(context));
        return start(made, "https", handler);
    }

    private URI start(HttpServer made, String scheme, HttpHandler handler) {
        server = made;
        made.createContext("/", exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
        made.start();
        return URI.create(scheme + "://" + HOST + ":" + made.getAddress().getPort());
    }

    private void right(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
        serve(exchange, probe.bytes(), true);
    }

    private static void serve(HttpExchange exchange, byte[] bytes, boolean pieces) throws IOException {
        var range = exchange.getRequestHeaders().getFirst("Range");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(bytes.length));
            exchange.sendResponseHeaders(200, -1);
        } else if (range != null && pieces) {
            var ends = range.substring("bytes=".length()).split("-");
            int from = Integer.parseInt(ends[0]);
            int to = Integer.parseInt(ends[1]);
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + to + "/" + bytes.length);
            send(exchange, 206, Arrays.copyOfRange(bytes, from, to + 1));
        } else {
            send(exchange, 200, bytes);
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        send(exchange, status, body);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static LinkSigner signer() {
        return new LinkSigner(new Installation(
                Mode.PRODUCTION, URI.create("https://" + HOST), folder, new MasterKey(new byte[32])));
    }
}
