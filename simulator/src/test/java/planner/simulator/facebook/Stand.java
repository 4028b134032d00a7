package planner.simulator.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import planner.simulator.SettableClock;
import planner.simulator.Simulator;
import planner.simulator.Visitor;
import planner.simulator.Web;
import planner.simulator.Web.Got;

/** Facebook, a clock, a client, and the short ways that the tests share. */
abstract class Stand {
    static final String SCOPES = "pages_show_list,pages_read_engagement,pages_manage_posts,pages_manage_engagement,"
            + "read_insights,business_management,pages_manage_metadata";
    static final String CAFE = "135300000000001";
    static final String CHOIR = "135300000000003";

    final SettableClock clock = new SettableClock();
    final Simulator simulator = Simulator.start(0, clock);
    final Web web = new Web();
    final Visitor visitor = new Visitor();
    final Facebook site = (Facebook) simulator.site("facebook");
    final Map<String, String> settings = site.settings();
    final String graph = settings.get("graph-url") + "/v25.0";

    @AfterEach
    void close() {
        visitor.close();
        web.close();
        simulator.close();
    }

    void nothingWrongWasSent() {
        assertThat(simulator.journal().violations()).isEmpty();
    }

    void wrongWasSent(int times) {
        assertThat(simulator.journal().violations()).hasSize(times);
    }

    URI dialog(String scopes) {
        return URI.create(settings.get("dialog-url") + "/v25.0/dialog/oauth?"
                + Web.encoded(Map.of(
                        "client_id", settings.get("client-id"),
                        "redirect_uri", "http://127.0.0.1:1/callback",
                        "response_type", "code",
                        "state", "s1",
                        "scope", scopes)));
    }

    String app() {
        return "client_id=" + settings.get("client-id") + "&client_secret=" + settings.get("client-secret");
    }

    Got exchange(String code) {
        return web.get(graph + "/oauth/access_token?" + app()
                + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fcallback&code=" + code);
    }

    String userToken(Set<String> unticked) {
        String code = Visitor.query(visitor.allow(dialog(SCOPES), "", unticked)).getOrDefault("code", "");
        String brief = exchange(code).at("/access_token");
        return web.get(graph + "/oauth/access_token?grant_type=fb_exchange_token&" + app() + "&fb_exchange_token="
                        + brief)
                .at("/access_token");
    }

    String pageToken(String page, Set<String> unticked) {
        return ask("/" + page + "?fields=access_token", userToken(unticked)).at("/access_token");
    }

    String token() {
        return pageToken(CAFE, Set.of());
    }

    Got ask(String path, String token) {
        return web.get(graph + path, "Authorization", "Bearer " + token);
    }

    Got post(String path, String token, String... form) {
        return web.form(graph + path, form(form), "Authorization", "Bearer " + token);
    }

    static Map<String, String> form(String... parameters) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            form.put(parameters[i], parameters[i + 1]);
        }
        return form;
    }

    /** A multipart form with one file. */
    Got file(String path, String token, String name, byte[] content, String... form) {
        var body = new ByteArrayOutputStream();
        form(form)
                .forEach((field, value) -> body.writeBytes(
                        ("--cut\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")
                                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--cut\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"; filename=\"a\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        return web.send(
                "POST",
                graph + path,
                body.toByteArray(),
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "multipart/form-data; boundary=cut");
    }

    String photo(String token, byte[] content, String... form) {
        Map<String, String> all = new HashMap<>(form(form));
        all.putIfAbsent("published", "false");
        String[] flat = all.entrySet().stream()
                .flatMap(it -> java.util.stream.Stream.of(it.getKey(), it.getValue()))
                .toArray(String[]::new);
        Got got = file("/" + CAFE + "/photos", token, "source", content, flat);
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        return got.at("/id");
    }

    static String error(Got got) {
        assertThat(got.status()).as(got.text()).isGreaterThanOrEqualTo(400);
        return got.at("/error/code")
                + (got.json().at("/error/error_subcode").isMissingNode() ? "" : "/" + got.at("/error/error_subcode"));
    }
}
