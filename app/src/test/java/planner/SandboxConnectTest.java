package planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.HtmlUtils;
import planner.channel.Channel;
import planner.channel.ChannelId;
import planner.channel.Channels;
import planner.channel.NetworkDirectory;
import planner.network.Connector;
import planner.network.Media;
import planner.network.MediaFiles;
import planner.network.Network;
import planner.network.NetworkId;
import planner.simulator.Simulator;

/** Every network with a consent page, through the real adapter: a person clicks "Allow" in the sandbox. */
class SandboxConnectTest extends RoomTest {
    private static final MovableClock THEIR_CLOCK = new MovableClock(START);
    private static final Simulator SIMULATOR = Simulator.start(0, THEIR_CLOCK);
    private static final ParameterizedTypeReference<Map<String, Object>> ANY = new ParameterizedTypeReference<>() {};
    private static final Pattern FIELD = Pattern.compile("<input ([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z]+)(?:=\"([^\"]*)\")?");

    private static final MediaFiles NO_FILES = new MediaFiles() {
        @Override
        public InputStream open(Media media, long offset) {
            throw new IllegalStateException("no files here");
        }

        @Override
        public URI publicUrl(Media media) {
            throw new IllegalStateException("no files here");
        }
    };

    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @DynamicPropertySource
    static void sandbox(DynamicPropertyRegistry settings) {
        SIMULATOR.settings().forEach((name, value) -> settings.add(name, () -> value));
    }

    @BeforeEach
    void agreeOnTheTime() {
        THEIR_CLOCK.set(START);
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    private record Way(String network, String connector) {}

    private List<Way> ways() {
        var names = SIMULATOR.sites().stream().map(site -> site.name()).toList();
        var ways = new ArrayList<Way>();
        for (var network : bean(NetworkDirectory.class).all()) {
            for (var connector : network.connectors()) {
                if (connector instanceof Connector.OAuth2
                        && names.contains(network.id().value())) {
                    ways.add(new Way(network.id().value(), connector.id()));
                }
            }
        }
        return ways;
    }

    @Test
    void aPersonClicksThroughEveryConsentPage() throws Exception {
        var ways = ways();
        assertThat(ways).isNotEmpty();
        for (var way : ways) {
            var connected = connect(way);
            assertThat(connected).as(way.toString()).isNotEmpty();
            for (var channel : connected) {
                assertThat(channel.state()).isEqualTo(Channel.State.CONNECTED);
                assertThat(channel.connector()).isEqualTo(way.connector());
                assertThat(check(channel.id())).as(way.toString()).containsEntry("state", "CONNECTED");
            }
            var again = connect(way);
            assertThat(again)
                    .extracting(Channel::id)
                    .isEqualTo(connected.stream().map(Channel::id).toList());
        }
    }

    /** Ways by which a network gives nothing to renew a token with. */
    private static final Set<String> ENDS_WITH_ITS_CONSENT = Set.of("profile");

    @Test
    void tokensAreRenewedBeforeTheyEndAndARevokedOneAsksToReconnect() throws Exception {
        for (var way : ways()) {
            for (var channel : connect(way)) {
                var before =
                        bean(Channels.class).session(channel.id(), NO_FILES).credential();
                var expires = before.expiresAt();
                if (expires != null && !ENDS_WITH_ITS_CONSENT.contains(way.connector())) {
                    var near = Duration.between(clock.instant(), expires).minusSeconds(30);
                    clock.advance(near);
                    THEIR_CLOCK.set(clock.instant());
                    var after =
                            bean(Channels.class).session(channel.id(), NO_FILES).credential();
                    assertThat(after.access()).as(way.toString()).isNotEqualTo(before.access());
                    assertThat(check(channel.id())).as(way.toString()).containsEntry("state", "CONNECTED");
                }
            }
            // what is refused to a token just bought may mean that it is not known everywhere yet
            clock.advance(Duration.ofMinutes(2));
            THEIR_CLOCK.set(clock.instant());
            SIMULATOR.site(way.network()).revoke();
            for (var channel : bean(Channels.class).all(owner.workspace())) {
                if (channel.network().value().equals(way.network())) {
                    assertThat(check(channel.id())).as(way.toString()).containsEntry("state", "RECONNECT");
                }
            }
        }
    }

    /** Where a refresh token works once, and who brings it twice ends the session. */
    @Test
    void whoNeedsAFreshTokenWhileAnotherBuysItGetsTheSame() throws Exception {
        var channel = connect(new Way("bluesky", "oauth")).getFirst();
        var channels = bean(Channels.class);
        var before = channels.session(channel.id(), NO_FILES).credential();
        clock.advance(Duration.ofMinutes(58));
        THEIR_CLOCK.set(clock.instant());
        Callable<String> need =
                () -> channels.session(channel.id(), NO_FILES).credential().access();
        var got = new HashSet<String>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : workers.invokeAll(Collections.nCopies(8, need))) {
                got.add(one.get());
            }
        }
        assertThat(got).hasSize(1).doesNotContain(before.access());
        assertThat(check(channel.id())).containsEntry("state", "CONNECTED");
    }

    @Test
    void everySecretsFormIsCheckedByARealCall() {
        int forms = 0;
        for (var site : SIMULATOR.sites()) {
            var secrets = site.demoSecrets();
            if (secrets.isEmpty()) {
                continue;
            }
            forms++;
            var first = form(site.name(), secrets);
            assertThat(first.getStatusCode().value()).as(site.name()).isEqualTo(201);
            var id = String.valueOf(Objects.requireNonNull(first.getBody()).get("id"));
            var network = bean(NetworkDirectory.class).get(new NetworkId(site.name()));
            for (var secret : secretFields(network)) {
                var wrong = new LinkedHashMap<>(secrets);
                wrong.put(secret, secrets.get(secret) + "x");
                var refused = form(site.name(), wrong);
                assertThat(refused.getStatusCode().value()).as(site.name()).isEqualTo(400);
                assertThat(String.valueOf(refused.getBody()))
                        .contains("field=" + secret)
                        .doesNotContain(secrets.get(secret));
            }
            site.revoke();
            assertThat(check(ChannelId.of(id))).as(site.name()).containsEntry("state", "RECONNECT");
            var again = form(site.name(), site.demoSecrets());
            assertThat(again.getStatusCode().value()).as(site.name()).isEqualTo(200);
            assertThat(again.getBody()).containsEntry("id", id).containsEntry("state", "CONNECTED");
        }
        assertThat(forms).isPositive();
    }

    private static List<String> secretFields(Network network) {
        return network.connectors().stream()
                .flatMap(connector ->
                        connector instanceof Connector.Secrets form ? form.fields().stream() : Stream.empty())
                .filter(Connector.Field::secret)
                .map(Connector.Field::name)
                .toList();
    }

    private ResponseEntity<Map<String, Object>> form(String network, Map<String, String> secrets) {
        return http.post()
                .uri("/api/channels/" + network)
                .contentType(MediaType.APPLICATION_JSON)
                .body(secrets)
                .retrieve()
                .toEntity(ANY);
    }

    private Map<String, Object> check(ChannelId id) {
        var answer =
                http.post().uri("/api/channels/" + id + "/checks").retrieve().toEntity(ANY);
        return Objects.requireNonNull(answer.getBody());
    }

    @Test
    void whoSaysNoIsToldSo() throws Exception {
        for (var way : ways()) {
            assertThat(walk(way, "deny")).as(way.toString()).startsWith("/channels?refused=");
        }
    }

    private List<Channel> connect(Way way) throws Exception {
        var end = walk(way, "allow");
        if (end.startsWith("/channels?choose=")) {
            var choice = "/api/channel-choices/" + end.substring(end.indexOf('=') + 1);
            var offered = Objects.requireNonNull(
                    http.get().uri(choice).retrieve().toEntity(ANY).getBody());
            @SuppressWarnings("unchecked")
            var accounts = ((List<Map<String, Object>>) Objects.requireNonNull(offered.get("accounts")))
                    .stream().map(account -> account.get("id")).toList();
            http.post()
                    .uri(choice)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("accounts", accounts))
                    .retrieve()
                    .toBodilessEntity();
        } else {
            assertThat(end).as(way.toString()).startsWith("/channels?connected=");
        }
        return bean(Channels.class).all(owner.workspace()).stream()
                .filter(channel -> channel.network().value().equals(way.network()))
                .filter(channel -> channel.connector().equals(way.connector()))
                .toList();
    }

    /** @return where the browser ends */
    private String walk(Way way, String decision) throws Exception {
        var begun = http.post()
                .uri("/api/channels/" + way.network() + "/consent")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("connector", way.connector()))
                .retrieve()
                .toEntity(ANY);
        assertThat(begun.getStatusCode().value())
                .as(String.valueOf(begun.getBody()))
                .isEqualTo(201);
        var cookie = String.valueOf(begun.getHeaders().getFirst(HttpHeaders.SET_COOKIE))
                .split(";", 2)[0];
        var page = URI.create(
                String.valueOf(Objects.requireNonNull(begun.getBody()).get("url")));
        var shown = browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        var decided = submit(page, shown.body(), decision);
        var back = URI.create(decided.headers().firstValue("Location").orElseThrow());
        assertThat(back.getPath()).isEqualTo("/connect/" + way.network() + "/callback");
        var callback = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + house.getEnvironment().getRequiredProperty("local.server.port") + back.getRawPath() + "?"
                        + back.getRawQuery()))
                .header("Cookie", cookie)
                .header("Authorization", "Bearer " + token)
                .build();
        return browser.send(callback, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private HttpResponse<String> submit(URI page, String html, String decision)
            throws IOException, InterruptedException {
        var form = new LinkedHashMap<String, String>();
        FIELD.matcher(html).results().forEach(field -> {
            var attributes = new LinkedHashMap<String, String>();
            ATTRIBUTE
                    .matcher(field.group(1))
                    .results()
                    .forEach(one -> attributes.put(one.group(1), one.group(2) == null ? "" : one.group(2)));
            boolean sent = "hidden".equals(attributes.get("type")) || attributes.containsKey("checked");
            if (sent && attributes.containsKey("name")) {
                form.put(attributes.get("name"), HtmlUtils.htmlUnescape(attributes.getOrDefault("value", "")));
            }
        });
        form.put("decision", decision);
        var body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        var action = Pattern.compile("action=\"([^\"]*)\"").matcher(html);
        assertThat(action.find()).as(html).isTrue();
        return browser.send(
                HttpRequest.newBuilder(page.resolve(HtmlUtils.htmlUnescape(action.group(1))))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
