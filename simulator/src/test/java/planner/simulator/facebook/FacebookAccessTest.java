package planner.simulator.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import planner.simulator.Simulator;
import planner.simulator.Stamp;
import planner.simulator.Visitor;
import planner.simulator.Web.Got;
import planner.simulator.Web.Heard;

class FacebookAccessTest extends Stand {
    @Test
    void theConsentLeadsToPagesEachWithItsToken() {
        String user = userToken(Set.of());
        Got pages =
                ask("/me/accounts?fields=id,name,username,access_token,tasks,category,picture%7Burl%7D&limit=2", user);

        assertThat(pages.json().at("/data")).hasSize(2);
        assertThat(pages.at("/data/0/username")).isEqualTo("cafe.pod.lipa");
        assertThat(web.get(pages.at("/paging/next")).json().at("/data")).hasSize(1);
        assertThat(web.get(pages.at("/data/0/picture/data/url")).header("content-type"))
                .isEqualTo("image/svg+xml");
        Got debug = web.get(graph + "/debug_token?input_token=" + pages.at("/data/0/access_token") + "&access_token="
                + settings.get("client-id") + "%7C" + settings.get("client-secret"));
        assertThat(debug.at("/data/expires_at")).isEqualTo("0");
        nothingWrongWasSent();
    }

    @Test
    void aBusinessHasPagesOfItsOwn() {
        String user = userToken(Set.of());
        String business = ask("/me/businesses?fields=id,name", user).at("/data/0/id");

        assertThat(ask("/" + business + "/owned_pages?fields=id,name,access_token", user)
                        .at("/data/0/name"))
                .isEqualTo("Kino pod Chmurką");
        assertThat(error(ask("/me/businesses?fields=id", userToken(Set.of("business_management")))))
                .isEqualTo("10");
    }

    @Test
    void aCodeIsGoodForOneUse() {
        String code = Visitor.query(visitor.allow(dialog(SCOPES))).getOrDefault("code", "");

        assertThat(exchange(code).status()).isEqualTo(200);
        assertThat(error(exchange(code))).isEqualTo("100/36009");
    }

    @Test
    void sayingNoIsSaid() {
        assertThat(Visitor.query(visitor.refuse(dialog(SCOPES))))
                .containsEntry("error", "access_denied")
                .containsEntry("error_code", "200")
                .containsEntry("state", "s1");
    }

    @Test
    void aScopeThatDoesNotExistIsRefusedOnThePage() {
        assertThat(web.get(dialog("pages_show_list,publish_everything").toString())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void eachCallNeedsItsPermission() {
        assertThat(error(post("/" + CAFE + "/feed", pageToken(CAFE, Set.of("pages_manage_posts")), "message", "Hi")))
                .isEqualTo("10");
        String token = pageToken(CAFE, Set.of("pages_manage_engagement", "read_insights"));
        String post = post("/" + CAFE + "/feed", token, "message", "Hi").at("/id");
        assertThat(error(post("/" + post + "/comments", token, "message", "First")))
                .isEqualTo("10");
        assertThat(error(ask("/" + post + "/insights?metric=post_clicks", token)))
                .isEqualTo("10");
    }

    @Test
    void aPageNeedsItsOwnTokenAndARoleOnIt() {
        String user = userToken(Set.of());

        assertThat(error(post("/" + CAFE + "/feed", user, "message", "Hi"))).isEqualTo("210");
        assertThat(error(post("/" + CAFE + "/feed", pageToken("135300000000002", Set.of()), "message", "Hi")))
                .isEqualTo("100/33");
        assertThat(error(post("/" + CHOIR + "/feed", pageToken(CHOIR, Set.of()), "message", "Hi")))
                .isEqualTo("200");
    }

    @Test
    void aWrongProofIsNoticed() {
        String token = token();
        String right = HexFormat.of()
                .formatHex(Stamp.sign(
                        settings.getOrDefault("client-secret", "").getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8),
                        "HmacSHA256"));

        assertThat(ask("/" + CAFE + "?fields=id&appsecret_proof=" + right, token)
                        .status())
                .isEqualTo(200);
        assertThat(error(ask("/" + CAFE + "?fields=id&appsecret_proof=00" + right.substring(2), token)))
                .isEqualTo("100");
        wrongWasSent(1);
    }

    @Test
    void tokensOutliveARestart() {
        String token = token();
        try (var later = Simulator.start(0, clock)) {
            String other = later.site("facebook").settings().get("graph-url");
            assertThat(web.get(other + "/v25.0/" + CAFE + "?fields=name&access_token=" + token)
                            .at("/name"))
                    .isEqualTo("Café pod Lipą");
        }
    }

    @Test
    void aShortTokenEndsAndSoDoItsPages() {
        String code = Visitor.query(visitor.allow(dialog(SCOPES))).getOrDefault("code", "");
        String brief = exchange(code).at("/access_token");
        String page = ask("/" + CAFE + "?fields=access_token", brief).at("/access_token");
        clock.passes(Duration.ofHours(2));

        assertThat(error(ask("/me", brief))).isEqualTo("190/463");
        assertThat(error(ask("/" + CAFE, page))).isEqualTo("190/463");
    }

    @Test
    void aNewPasswordEndsEverything() {
        String token = token();
        site.passwordChanged();

        assertThat(error(ask("/" + CAFE, token))).isEqualTo("190/460");
        assertThat(ask("/" + CAFE, token()).status()).isEqualTo(200);
    }

    @Test
    void aRemovedAppIsToldSigned() throws InterruptedException {
        String token = token();
        simulator.hooks().target("facebook.deauthorize", web.hook());
        site.removeApp();

        assertThat(error(ask("/" + CAFE, token))).isEqualTo("190/458");
        Heard told = web.heard().poll(5, TimeUnit.SECONDS);
        assertThat(told).isNotNull();
        String[] parts = told.text().substring("signed_request=".length()).split("\\.");
        assertThat(java.util.Base64.getUrlDecoder().decode(parts[0]))
                .isEqualTo(Stamp.sign(
                        settings.getOrDefault("client-secret", "").getBytes(StandardCharsets.UTF_8),
                        parts[1].getBytes(StandardCharsets.UTF_8),
                        "HmacSHA256"));
    }

    @Test
    void aPostRingsSignedOverTheRawBytes() throws InterruptedException {
        simulator.hooks().target("facebook", web.hook());
        assertThat(site.subscribe()).isTrue();
        assertThat(web.heard().poll(5, TimeUnit.SECONDS)).isNotNull();
        String post = post("/" + CAFE + "/feed", token(), "message", "Zażółć").at("/id");

        Heard hook = web.heard().poll(5, TimeUnit.SECONDS);
        assertThat(hook).isNotNull();
        assertThat(hook.text()).contains("Za\\u017c\\u00f3\\u0142\\u0107", "\"item\":\"status\"", post);
        byte[] key = settings.getOrDefault("client-secret", "").getBytes(StandardCharsets.UTF_8);
        assertThat(hook.header("X-hub-signature-256"))
                .isEqualTo("sha256=" + HexFormat.of().formatHex(Stamp.sign(key, hook.body(), "HmacSHA256")));
        site.comment(post, "Jan Z", "Pięknie");
        assertThat(web.heard().poll(5, TimeUnit.SECONDS))
                .isNotNull()
                .satisfies(it -> assertThat(it.text()).contains("\"item\":\"comment\""));
    }

    @Test
    void aRetiredVersionAndNoVersionAreRefused() {
        String token = token();
        String host = settings.getOrDefault("graph-url", "");

        assertThat(error(web.get(host + "/v19.0/me", "Authorization", "Bearer " + token)))
                .isEqualTo("2635");
        assertThat(error(web.get(host + "/me", "Authorization", "Bearer " + token)))
                .isEqualTo("100");
        wrongWasSent(1);
    }
}
