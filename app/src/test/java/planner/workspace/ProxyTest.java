package planner.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import planner.Browser;
import planner.RoomTest;

/** The house behind a proxy with TLS, as the README recommends it: every request comes from loopback. */
class ProxyTest extends RoomTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeEach
    void forgive() {
        sql.sql("delete from sign_in_attempt").update();
    }

    @Test
    void oneAttackerBehindTheProxyDoesNotLockTheOthersOut() throws Exception {
        var last = attempt("203.0.113.7");
        for (int i = 0; i < 7; i++) {
            last = attempt("203.0.113.7");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(attempt("198.51.100.4").statusCode()).isEqualTo(401);
        assertThat(parties()).contains("address 203.0.113.7", "address 198.51.100.4");
    }

    @Test
    void whatAVisitorSaysThemselvesIsNotBelieved() throws Exception {
        attempt("6.6.6.6, 203.0.113.7");
        assertThat(parties())
                .containsOnly(
                        "address 203.0.113.7", "pair nobody@example.org 203.0.113.7", "account nobody@example.org");
    }

    @Test
    void aPeerThatIsNoProxyOfOursNamesNobodyElse() throws Exception {
        assertThat(seenFrom("203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(seenFrom("100.64.0.9")).isEqualTo("100.64.0.9");
        assertThat(seenFrom("172.17.0.1")).isEqualTo("6.6.6.6");
        assertThat(seenFrom("127.0.0.1")).isEqualTo("6.6.6.6");
    }

    @Test
    void theSchemeOfTheProxyMakesBrowsersStrictAndThePublicAddressDecidesAboutCookies() throws Exception {
        var answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(base() + "/api/setup"))
                        .header("X-Forwarded-Proto", "https")
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .get()
                .asString()
                .startsWith("max-age=")
                .doesNotContain("includeSubDomains");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .as("this house is reached by http://localhost")
                .isNotEmpty()
                .noneMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void aRedirectLeadsToNoOtherHostWhateverTheRequestSays() throws Exception {
        var answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(base() + "/api/docs"))
                        .header("X-Forwarded-Host", "evil.example")
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).get().asString().startsWith("/api/");
    }

    private HttpResponse<String> attempt(String forwardedFor) throws Exception {
        var browser = new Browser(base());
        return browser.exchange(HttpRequest.newBuilder(URI.create(base() + "/api/session"))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
                .header("X-Forwarded-For", forwardedFor)
                .POST(HttpRequest.BodyPublishers.ofString("{\"email\":\"nobody@example.org\",\"password\":\"wrong\"}"))
                .build());
    }

    private List<String> parties() {
        return sql.sql("select party from sign_in_attempt")
                .query((row, number) -> String.valueOf(row.getString("party")))
                .list();
    }

    /** Whom the running server's settings see when this peer names 6.6.6.6. */
    private String seenFrom(String peer) throws Exception {
        var server = (TomcatWebServer) Objects.requireNonNull(((WebServerApplicationContext) house).getWebServer());
        var running = Stream.of(server.getTomcat().getEngine().getPipeline().getValves())
                .filter(RemoteIpValve.class::isInstance)
                .map(RemoteIpValve.class::cast)
                .findFirst()
                .orElseThrow();
        var seen = new AtomicReference<>("");
        var valve = new RemoteIpValve();
        valve.setInternalProxies(running.getInternalProxies());
        valve.setRemoteIpHeader(running.getRemoteIpHeader());
        valve.setNext(new ValveBase(true) {
            @Override
            public void invoke(Request request, Response response) {
                seen.set(request.getRemoteAddr());
            }
        });
        var raw = new org.apache.coyote.Request();
        raw.getMimeHeaders().addValue("X-Forwarded-For").setString("6.6.6.6");
        var request = new Request(new Connector(), raw);
        request.setRemoteAddr(peer);
        valve.invoke(request, new Response(new org.apache.coyote.Response()));
        return seen.get();
    }
}
