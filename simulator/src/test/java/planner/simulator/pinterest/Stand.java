package planner.simulator.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import planner.simulator.SettableClock;
import planner.simulator.Simulator;
import planner.simulator.Visitor;
import planner.simulator.Web;
import planner.simulator.Web.Got;
import planner.simulator.media.SampleMedia;

/** Pinterest, a clock, a client, and the short ways that the tests share. */
abstract class Stand {
    static final String SCOPES = "boards:read,boards:write,pins:read,pins:write,user_accounts:read,"
            + "boards:read_secret,boards:write_secret,pins:read_secret,pins:write_secret";
    static final String BOARD = "549755885175";
    static final String ADA = "2783136121146311752";

    final SettableClock clock = new SettableClock();
    final Simulator simulator = Simulator.start(0, clock);
    final Web web = new Web();
    final Visitor visitor = new Visitor();
    final Pinterest site = (Pinterest) simulator.site("pinterest");
    final Map<String, String> settings = site.settings();
    final String api = setting("api-url") + "/v5";

    @AfterEach
    void close() {
        visitor.close();
        web.close();
        simulator.close();
    }

    void nothingWrongWasSent() {
        assertThat(simulator.journal().violations()).isEmpty();
    }

    final String setting(String key) {
        return settings.getOrDefault(key, "");
    }

    Map<String, String> asked() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", setting("client-id"));
        query.put("redirect_uri", "http://127.0.0.1:1/callback");
        query.put("response_type", "code");
        query.put("scope", SCOPES);
        query.put("state", "s1");
        return query;
    }

    URI page(Map<String, String> query) {
        return URI.create(setting("authorize-url") + "/oauth/?" + Web.encoded(query));
    }

    Got tokens(String account, Set<String> unticked) {
        String code =
                Visitor.query(visitor.allow(page(asked()), account, unticked)).getOrDefault("code", "");
        return token(Map.of(
                "grant_type", "authorization_code", "code", code, "redirect_uri", "http://127.0.0.1:1/callback"));
    }

    Got token(Map<String, String> form) {
        return web.form(api + "/oauth/token", form, "Authorization", basic(setting("client-secret")));
    }

    String basic(String secret) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((setting("client-id") + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    String access() {
        return tokens("", Set.of()).at("/access_token");
    }

    Got get(String path, String token) {
        return web.get(api + path, "Authorization", "Bearer " + token);
    }

    Got post(String path, Object body, String token) {
        return web.json(api + path, body, "Authorization", "Bearer " + token);
    }

    Map<String, Object> pin(Object source) {
        Map<String, Object> pin = new HashMap<>();
        pin.put("board_id", BOARD);
        pin.put("title", "Moss");
        pin.put("media_source", source);
        return pin;
    }

    static Map<String, Object> base64(byte[] image) {
        return Map.of(
                "source_type", "image_base64",
                "content_type", "image/jpeg",
                "data", Base64.getEncoder().encodeToString(image));
    }

    static Map<String, Object> photo() {
        return base64(SampleMedia.jpeg(400, 600));
    }

    Got pinned(String token) {
        return post("/pins", pin(photo()), token);
    }

    static byte[] clip() {
        return SampleMedia.mp4(360, 640, Duration.ofSeconds(6));
    }

    Got register(String token) {
        return post("/media", Map.of("media_type", "video"), token);
    }

    /** The form as the registration wants it, the file last. */
    static List<Map.Entry<String, byte[]>> form(Got registered, byte[] file) {
        List<Map.Entry<String, byte[]>> form = new ArrayList<>();
        registered
                .json()
                .path("upload_parameters")
                .forEachEntry((name, value) ->
                        form.add(Map.entry(name, value.asString().getBytes(StandardCharsets.UTF_8))));
        form.add(Map.entry("file", file));
        return form;
    }

    Got upload(Got registered, List<Map.Entry<String, byte[]>> form, String... headers) {
        var body = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> field : form) {
            boolean file = field.getKey().equals("file");
            body.writeBytes(("--cut\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\""
                            + (file ? "; filename=\"video\"\r\nContent-Type: video/mp4" : "") + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(field.getValue());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "multipart/form-data; boundary=cut";
        return web.send("POST", registered.at("/upload_url"), body.toByteArray(), all);
    }

    /** A video that may be pinned. */
    String ready(String token) {
        Got registered = register(token);
        assertThat(upload(registered, form(registered, clip())).status()).isEqualTo(204);
        clock.passes(MediaDesk.PROCESSING);
        return registered.at("/media_id");
    }
}
