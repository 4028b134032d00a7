package planner.simulator.mastodon;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import planner.simulator.SettableClock;
import planner.simulator.Simulator;
import planner.simulator.Visitor;
import planner.simulator.Web;
import planner.simulator.Web.Got;

/** One server, a clock, a client, and the short ways that the tests share. */
abstract class Stand {
    static final String BACK = "http://127.0.0.1:1/callback";
    static final String SCOPES = "read:accounts read:statuses write:media write:statuses";
    static final String VERIFIER = "verifier".repeat(6);

    final SettableClock clock = new SettableClock();
    final Simulator simulator = Simulator.start(0, clock);
    final Web web = new Web();
    final Visitor visitor = new Visitor();
    final Mastodon site = (Mastodon) simulator.site("mastodon");
    final String here = site.settings().getOrDefault("server-url", "");

    @AfterEach
    void close() {
        visitor.close();
        web.close();
        simulator.close();
    }

    Got app() {
        return web.json(here + "/api/v1/apps", Map.of("client_name", "Test", "redirect_uris", BACK, "scopes", SCOPES));
    }

    Map<String, String> asked(Got app, String scopes) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", app.at("/client_id"));
        query.put("redirect_uri", BACK);
        query.put("scope", scopes);
        query.put("state", "s1");
        query.put("code_challenge", challenge(VERIFIER));
        query.put("code_challenge_method", "S256");
        return query;
    }

    URI page(Map<String, String> query) {
        return URI.create(here + "/oauth/authorize?" + Web.encoded(query));
    }

    Got token(Got app, String code, String verifier) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("client_id", app.at("/client_id"));
        form.put("client_secret", app.at("/client_secret"));
        form.put("redirect_uri", BACK);
        form.put("code_verifier", verifier);
        return web.form(here + "/oauth/token", form);
    }

    String code(Got app, String scopes) {
        return Visitor.query(visitor.allow(page(asked(app, scopes)))).getOrDefault("code", "");
    }

    String access(String scopes) {
        Got app = app();
        return token(app, code(app, scopes), VERIFIER).at("/access_token");
    }

    String access() {
        return access(SCOPES);
    }

    Got get(String path, String token) {
        return web.get(here + path, "Authorization", "Bearer " + token);
    }

    Got post(Map<String, Object> status, String token, String key) {
        return web.json(here + "/api/v1/statuses", status, "Authorization", "Bearer " + token, "Idempotency-Key", key);
    }

    Got upload(byte[] file, String type, String token) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\nContent-Type: "
                        + type + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.US_ASCII));
        return web.send(
                "POST",
                here + "/api/v2/media",
                body.toByteArray(),
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "multipart/form-data; boundary=cut");
    }

    static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
