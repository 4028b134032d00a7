package planner.simulator.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
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
import tools.jackson.databind.json.JsonMapper;

/** LinkedIn, a clock, a client, and the short ways that the tests share. */
abstract class Stand {
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String PAGE = "urn:li:organization:2414183";
    static final String ADA = "urn:li:person:782bbtaQ";
    static final String SELF_SERVE = "openid profile w_member_social";
    static final String PAGES = "r_basicprofile w_member_social w_organization_social r_organization_social"
            + " rw_organization_admin r_member_postAnalytics w_member_social_feed w_organization_social_feed"
            + " r_organization_social_feed";
    static final String CALLBACK = "http://127.0.0.1:1/callback";

    final SettableClock clock = new SettableClock();
    final Simulator simulator = Simulator.start(0, clock);
    final Web web = new Web();
    final Visitor visitor = new Visitor();
    final LinkedIn site = (LinkedIn) simulator.site("linkedin");
    final Map<String, String> settings = site.settings();

    @AfterEach
    void close() {
        visitor.close();
        web.close();
        simulator.close();
    }

    String setting(String key) {
        return settings.getOrDefault(key, "");
    }

    URI page(String app, String scopes) {
        return URI.create(setting("oauth-url") + "/oauth/v2/authorization?"
                + Web.encoded(Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        setting(app + "client-id"),
                        "redirect_uri",
                        CALLBACK,
                        "state",
                        "s1",
                        "scope",
                        scopes)));
    }

    Got token(String app, Map<String, String> more) {
        Map<String, String> form = new LinkedHashMap<>(more);
        form.put("client_id", setting(app + "client-id"));
        form.put("client_secret", setting(app + "client-secret"));
        return web.form(setting("oauth-url") + "/oauth/v2/accessToken", form);
    }

    Got tokens(String app, String scopes) {
        String code = Visitor.query(visitor.allow(page(app, scopes))).getOrDefault("code", "");
        return token(app, Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK));
    }

    String pages() {
        return tokens("pages-", PAGES).at("/access_token");
    }

    String member() {
        return tokens("", SELF_SERVE).at("/access_token");
    }

    static String[] headers(String token, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "Authorization",
                "Bearer " + token,
                "LinkedIn-Version",
                "202609",
                "X-Restli-Protocol-Version",
                "2.0.0"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    Got get(String path, String token, String... more) {
        return web.get(setting("api-url") + path, headers(token, more));
    }

    Got post(String path, Object body, String token) {
        return web.send(
                "POST",
                setting("api-url") + path,
                JSON.writeValueAsBytes(body),
                headers(token, "Content-Type", "application/json"));
    }

    static Map<String, Object> body(String author, String commentary) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("author", author);
        body.put("commentary", commentary);
        body.put("visibility", "PUBLIC");
        body.put(
                "distribution",
                Map.of(
                        "feedDistribution", "MAIN_FEED",
                        "targetEntities", List.of(),
                        "thirdPartyDistributionChannels", List.of()));
        body.put("lifecycleState", "PUBLISHED");
        return body;
    }

    static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(body);
        more.put(field, value);
        return more;
    }

    String posted(Map<String, Object> body, String token) {
        Got got = post("/rest/posts", body, token);
        assertThat(got.status()).as(got.text()).isEqualTo(201);
        return got.header("x-restli-id");
    }

    Got initialized(String kind, Map<String, Object> request, String token) {
        return post("/rest/" + kind + "?action=initializeUpload", Map.of("initializeUploadRequest", request), token);
    }

    Got put(String address, byte[] content, String type) {
        return web.send("PUT", address, content, "Content-Type", type);
    }

    /** An image that is ready. */
    String image(String owner, String token) {
        Got got = initialized("images", Map.of("owner", owner), token);
        assertThat(put(got.at("/value/uploadUrl"), SampleMedia.jpeg(320, 200), "image/jpeg")
                        .status())
                .isEqualTo(201);
        clock.passes(Duration.ofSeconds(3));
        return got.at("/value/image");
    }

    static String encoded(String urn) {
        return URLEncoder.encode(urn, StandardCharsets.UTF_8);
    }

    void nothingWrongWasSent() {
        assertThat(simulator.journal().violations()).isEmpty();
    }
}
