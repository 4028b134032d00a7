package planner.simulator.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import planner.simulator.SettableClock;
import planner.simulator.Simulator;
import planner.simulator.Visitor;
import planner.simulator.Web;
import planner.simulator.Web.Got;
import planner.simulator.media.SampleMedia;
import tools.jackson.databind.JsonNode;

/** Reddit, a clock, a client that says who it is, and the short ways that the tests share. */
abstract class Stand {
    static final String AGENT = "server:sandbox.test:1 (by /u/tester)";
    static final String SCOPES = "identity submit read flair mysubreddits edit history";
    static final String CALLBACK = "http://127.0.0.1:1/callback";

    final SettableClock clock = new SettableClock();
    final Simulator simulator = Simulator.start(0, clock);
    final Web web = new Web();
    final Visitor visitor = new Visitor();
    final Reddit site = (Reddit) simulator.site("reddit");
    final Map<String, String> settings = site.settings();
    final String api = settings.getOrDefault("api-url", "");

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
        return URI.create(setting("authorize-url") + "/api/v1/authorize?"
                + Web.encoded(Map.of(
                        "client_id",
                        setting("client-id"),
                        "response_type",
                        "code",
                        "state",
                        "s1",
                        "redirect_uri",
                        CALLBACK,
                        "duration",
                        "permanent",
                        "scope",
                        scopes)));
    }

    Got tokens(String account, String scopes) {
        String code = Visitor.query(visitor.allow(page(scopes), account, java.util.Set.of()))
                .getOrDefault("code", "");
        return service(
                "/api/v1/access_token",
                Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK));
    }

    Got service(String path, Map<String, String> form) {
        return service(path, form, setting("client-id"), setting("client-secret"));
    }

    Got service(String path, Map<String, String> form, String id, String secret) {
        String pair = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return web.form(setting("authorize-url") + path, form, "Authorization", "Basic " + pair, "User-Agent", AGENT);
    }

    String access() {
        return tokens("", SCOPES).at("/access_token");
    }

    Got get(String path, String token) {
        return web.get(api + path, "Authorization", "bearer " + token, "User-Agent", AGENT);
    }

    Got form(String path, Map<String, String> fields, String token) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("api_type", "json");
        return web.form(api + path, all, "Authorization", "bearer " + token, "User-Agent", AGENT);
    }

    Got json(String path, Object body, String token) {
        return web.json(api + path, body, "Authorization", "bearer " + token, "User-Agent", AGENT);
    }

    Got self(String subreddit, String title, String token) {
        return form("/api/submit", Map.of("sr", subreddit, "kind", "self", "title", title, "text", "Words"), token);
    }

    String code(Got got) {
        return got.at("/json/errors/0/0");
    }

    Got lease(String type, String token) {
        return form("/api/media/asset.json", Map.of("filepath", "a.bin", "mimetype", type), token);
    }

    /** Sends the fields of the permission in the given order, then the file. */
    Got upload(Got lease, List<JsonNode> fields, byte[] file, String... headers) {
        var body = new ByteArrayOutputStream();
        for (JsonNode field : fields) {
            part(
                    body,
                    "name=\"" + field.path("name").asString() + "\"",
                    field.path("value").asString().getBytes(StandardCharsets.UTF_8));
        }
        part(body, "name=\"file\"; filename=\"a.bin\"", file);
        body.writeBytes("--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        List<String> all = new ArrayList<>(Arrays.asList(headers));
        all.addAll(List.of("Content-Type", "multipart/form-data; boundary=cut", "User-Agent", AGENT));
        return web.send("POST", "http:" + lease.at("/args/action"), body.toByteArray(), all.toArray(String[]::new));
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) {
        body.writeBytes(
                ("--cut\r\nContent-Disposition: form-data; " + name + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    static List<JsonNode> fields(Got lease) {
        return lease.json().at("/args/fields").valueStream().toList();
    }

    /** A file that Reddit has: its permission. */
    Got uploaded(String type, byte[] file, String token) {
        Got lease = lease(type, token);
        assertThat(upload(lease, fields(lease), file).status()).isEqualTo(201);
        return lease;
    }

    static String address(Got lease) {
        String key = fields(lease).stream()
                .filter(it -> it.path("name").asString().equals("key"))
                .map(it -> it.path("value").asString())
                .findFirst()
                .orElseThrow();
        return "http:" + lease.at("/args/action") + "/" + key;
    }

    Got picture(String token) {
        return uploaded("image/png", SampleMedia.png(40, 30), token);
    }
}
