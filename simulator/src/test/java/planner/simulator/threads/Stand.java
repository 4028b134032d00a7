package planner.simulator.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import planner.simulator.SettableClock;
import planner.simulator.Simulator;
import planner.simulator.Visitor;
import planner.simulator.Web;
import planner.simulator.Web.Got;
import planner.simulator.media.SampleMedia;

/** Threads, a clock, a client, and the short ways that the tests share. */
abstract class Stand {
    static final String SCOPES = "threads_basic,threads_content_publish,threads_manage_replies,threads_read_replies,"
            + "threads_manage_insights,threads_delete,threads_location_tagging";
    static final String CAFE = "26100000000000001";
    static final String BEFORE = "We are on Threads now. What shall we bake first?";

    private static final String BACK = "http://127.0.0.1:1/callback";

    final SettableClock clock = new SettableClock();
    final Simulator simulator = Simulator.start(0, clock);
    final Web web = new Web();
    final Visitor visitor = new Visitor();
    final Threads site = (Threads) simulator.site("threads");
    final Map<String, String> settings = site.settings();
    final String host = setting("graph-url");
    final String graph = host + "/v1.0";

    @AfterEach
    void close() {
        visitor.close();
        web.close();
        simulator.close();
    }

    void nothingWrongWasSent() {
        assertThat(simulator.journal().violations()).isEmpty();
    }

    String setting(String key) {
        return settings.getOrDefault(key, "");
    }

    URI page(String scopes) {
        return URI.create(settings.get("authorize-url") + "/oauth/authorize?"
                + Web.encoded(form(
                        "client_id",
                        setting("client-id"),
                        "redirect_uri",
                        BACK,
                        "response_type",
                        "code",
                        "state",
                        "s1",
                        "scope",
                        scopes)));
    }

    static String code(URI callback) {
        return Visitor.query(callback).getOrDefault("code", "");
    }

    Got exchange(String code) {
        return web.form(
                host + "/oauth/access_token",
                form(
                        "client_id",
                        setting("client-id"),
                        "client_secret",
                        setting("client-secret"),
                        "grant_type",
                        "authorization_code",
                        "redirect_uri",
                        BACK,
                        "code",
                        code));
    }

    String brief(Set<String> unticked) {
        return exchange(code(visitor.allow(page(SCOPES), "", unticked))).at("/access_token");
    }

    String token() {
        return web.get(host + "/access_token?grant_type=th_exchange_token&client_secret=" + setting("client-secret")
                        + "&access_token=" + brief(Set.of()))
                .at("/access_token");
    }

    Got ask(String path, String token) {
        return web.get(graph + path, "Authorization", "Bearer " + token);
    }

    Got post(String path, Map<String, String> form, String token) {
        return web.form(graph + path, form, "Authorization", "Bearer " + token);
    }

    Got make(String token, String... parameters) {
        return post("/" + CAFE + "/threads", form(parameters), token);
    }

    String container(String token, String... parameters) {
        Got got = make(token, parameters);
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        return got.at("/id");
    }

    Got publish(String token, String container) {
        return post("/" + CAFE + "/threads_publish", Map.of("creation_id", container), token);
    }

    String published(String token, String... parameters) {
        String container = container(token, parameters);
        clock.passes(Duration.ofSeconds(30));
        Got got = publish(token, container);
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        return got.at("/id");
    }

    String picture() {
        return web.offer("cake.jpg", "image/jpeg", SampleMedia.jpeg(1080, 1350));
    }

    String clip(int seconds) {
        return web.offer("clip.mp4", "video/mp4", SampleMedia.mp4(720, 1280, Duration.ofSeconds(seconds)));
    }

    static Map<String, String> form(String... parameters) {
        Map<String, String> form = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            form.put(parameters[i], parameters[i + 1]);
        }
        return form;
    }
}
