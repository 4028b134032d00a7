package planner.simulator.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import planner.simulator.SettableClock;
import planner.simulator.Simulator;
import planner.simulator.Site;
import planner.simulator.Visitor;
import planner.simulator.Web;
import planner.simulator.Web.Got;
import planner.simulator.media.SampleMedia;

/** Instagram, a clock, a client, and the short ways that the tests share. */
abstract class Stand {
    static final String SCOPES = "instagram_business_basic,instagram_business_content_publish,"
            + "instagram_business_manage_comments,instagram_business_manage_insights";
    static final String PAGES = "instagram_basic,instagram_content_publish,instagram_manage_comments,"
            + "instagram_manage_insights,pages_show_list,pages_read_engagement";
    static final String CAFE = "17841400000000001";

    final SettableClock clock = new SettableClock();
    final Simulator simulator = Simulator.start(0, clock);
    final Web web = new Web();
    final Visitor visitor = new Visitor();
    final Site site = simulator.site("instagram");
    final Map<String, String> settings = site.settings();
    final String graph = settings.get("graph-url") + "/v25.0";
    final String facebook = settings.get("facebook-graph-url") + "/v25.0";

    @AfterEach
    void close() {
        visitor.close();
        web.close();
        simulator.close();
    }

    void nothingWrongWasSent() {
        assertThat(simulator.journal().violations()).isEmpty();
    }

    URI page(String scopes) {
        return URI.create(settings.get("authorize-url") + "/oauth/authorize?"
                + Web.encoded(Map.of(
                        "client_id", settings.get("client-id"),
                        "redirect_uri", "http://127.0.0.1:1/callback",
                        "response_type", "code",
                        "state", "s1",
                        "scope", scopes)));
    }

    String shortToken(Set<String> unticked) {
        String code = code(visitor.allow(page(SCOPES), "", unticked));
        Got got = exchange(code);
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        return got.at("/access_token");
    }

    static String code(URI callback) {
        return Visitor.query(callback).getOrDefault("code", "");
    }

    String setting(String key) {
        return settings.getOrDefault(key, "");
    }

    Got exchange(String code) {
        return web.form(
                settings.get("token-url") + "/oauth/access_token",
                Map.of(
                        "client_id",
                        settings.get("client-id"),
                        "client_secret",
                        settings.get("client-secret"),
                        "grant_type",
                        "authorization_code",
                        "redirect_uri",
                        "http://127.0.0.1:1/callback",
                        "code",
                        code));
    }

    String token() {
        return web.get(settings.get("graph-url") + "/access_token?grant_type=ig_exchange_token&client_secret="
                        + settings.get("client-secret") + "&access_token=" + shortToken(Set.of()))
                .at("/access_token");
    }

    Got ask(String path, String token) {
        return web.get(graph + path, "Authorization", "Bearer " + token);
    }

    Got post(String path, Map<String, String> form, String token) {
        return web.form(graph + path, form, "Authorization", "Bearer " + token);
    }

    String picture() {
        return web.offer("cake.jpg", "image/jpeg", SampleMedia.jpeg(1080, 1350));
    }

    String clip(int seconds) {
        return web.offer("clip.mp4", "video/mp4", SampleMedia.mp4(1080, 1920, Duration.ofSeconds(seconds)));
    }

    String container(String token, String... parameters) {
        Got got = post("/" + CAFE + "/media", form(parameters), token);
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        return got.at("/id");
    }

    Got publish(String token, String container) {
        return post("/" + CAFE + "/media_publish", Map.of("creation_id", container), token);
    }

    String published(String token, String... parameters) {
        String container = container(token, parameters);
        clock.passes(Duration.ofSeconds(30));
        Got got = publish(token, container);
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        return got.at("/id");
    }

    static Map<String, String> form(String... parameters) {
        Map<String, String> form = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            form.put(parameters[i], parameters[i + 1]);
        }
        return form;
    }
}
