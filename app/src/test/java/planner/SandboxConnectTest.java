package planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.HtmlUtils;
import planner.channel.Channel;
import planner.channel.Channels;
import planner.channel.NetworkDirectory;
import planner.network.Connector;
import planner.simulator.Simulator;

/** Every network with a consent page, through the real adapter: a person clicks "Allow" in the sandbox. */
class SandboxConnectTest extends RoomTest {
    private static final Simulator SIMULATOR = Simulator.start(0, Clock.systemUTC());
    private static final ParameterizedTypeReference<Map<String, Object>> ANY = new ParameterizedTypeReference<>() {};
    private static final Pattern FIELD = Pattern.compile("<input ([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z]+)(?:=\"([^\"]*)\")?");

    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @DynamicPropertySource
    static void sandbox(DynamicPropertyRegistry settings) {
        SIMULATOR.settings().forEach((name, value) -> settings.add(name, () -> value));
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
                var checked = http.post()
                        .uri("/api/channels/" + channel.id() + "/checks")
                        .retrieve()
                        .toEntity(ANY);
                assertThat(checked.getBody()).as(way.toString()).containsEntry("state", "CONNECTED");
            }
            var again = connect(way);
            assertThat(again)
                    .extracting(Channel::id)
                    .isEqualTo(connected.stream().map(Channel::id).toList());
        }
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
