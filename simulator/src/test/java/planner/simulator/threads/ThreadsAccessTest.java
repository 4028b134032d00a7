package planner.simulator.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import planner.simulator.Simulator;
import planner.simulator.Stamp;
import planner.simulator.Visitor;
import planner.simulator.Web.Got;
import planner.simulator.Web.Heard;

class ThreadsAccessTest extends Stand {
    @Test
    void theConsentLeadsToALongTokenOfOneProfile() {
        assertThat(Visitor.query(visitor.allow(page(SCOPES))))
                .containsEntry("state", "s1")
                .containsKey("code");
        String token = token();

        Got me = ask("/me?fields=id,username,name,threads_profile_picture_url,threads_biography,is_verified", token);
        assertThat(me.at("/id")).isEqualTo(CAFE);
        assertThat(web.get(me.at("/threads_profile_picture_url")).header("content-type"))
                .isEqualTo("image/svg+xml");
        Got debug = ask("/debug_token?input_token=" + token, token);
        assertThat(debug.at("/data/is_valid")).isEqualTo("true");
        assertThat(debug.json().at("/data/scopes")).hasSize(7);
        nothingWrongWasSent();
    }

    @Test
    void sayingNoIsSaid() {
        assertThat(Visitor.query(visitor.refuse(page(SCOPES))))
                .containsEntry("error", "access_denied")
                .containsEntry("error_reason", "user_denied")
                .containsEntry("state", "s1");
    }

    @Test
    void aCodeIsGoodForOneUse() {
        String code = code(visitor.allow(page(SCOPES)));

        assertThat(exchange(code).status()).isEqualTo(200);
        assertThat(exchange(code).at("/error/code")).isEqualTo("100");
    }

    @Test
    void aScopeThatWasWithheldIsMissed() {
        String token = brief(Set.of("threads_content_publish"));

        assertThat(make(token, "media_type", "TEXT", "text", "Hi").at("/error/code"))
                .isEqualTo("10");
    }

    @Test
    void aTokenIsRefreshedOnceItIsADayOldAndNeverWhenItHasEnded() {
        String token = token();
        String refresh = host + "/refresh_access_token?grant_type=th_refresh_token&access_token=";
        assertThat(web.get(refresh + token).status()).isEqualTo(400);
        clock.passes(Duration.ofHours(24));
        Got fresh = web.get(refresh + token);
        assertThat(fresh.json().path("expires_in").asLong()).isEqualTo(5_184_000);
        assertThat(ask("/me?fields=id", fresh.at("/access_token")).status()).isEqualTo(200);

        clock.passes(Duration.ofDays(60));
        Got dead = web.get(refresh + token);
        assertThat(dead.at("/error/error_subcode")).isEqualTo("463");
        assertThat(dead.at("/error/type")).isEqualTo("OAuthException");
        nothingWrongWasSent();
    }

    @Test
    void tokensOutliveARestart() {
        String token = token();
        try (var later = Simulator.start(0, clock)) {
            String other = later.site("threads").settings().get("graph-url");
            assertThat(web.get(other + "/v1.0/me?fields=username&access_token=" + token)
                            .at("/username"))
                    .isEqualTo("cafe.pod.lipa");
        }
    }

    @Test
    void aRemovedAppIsToldAndItsTokenIsDead() throws InterruptedException {
        String token = token();
        simulator.hooks().target("threads.deauthorize", web.hook());
        site.removeApp("cafe.pod.lipa");

        assertThat(ask("/me", token).at("/error/error_subcode")).isEqualTo("458");
        Heard told = web.heard().poll(5, TimeUnit.SECONDS);
        assertThat(told).isNotNull();
        String[] parts = told.text().substring("signed_request=".length()).split("\\.");
        assertThat(Base64.getUrlDecoder().decode(parts[0]))
                .isEqualTo(Stamp.sign(
                        setting("client-secret").getBytes(StandardCharsets.UTF_8),
                        parts[1].getBytes(StandardCharsets.UTF_8),
                        "HmacSHA256"));
        assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                .contains(CAFE);
    }

    @Test
    void aPublishedPostRingsInAnEnvelopeOfItsOwn() throws InterruptedException {
        String token = token();
        simulator.hooks().target("threads", web.hook());
        assertThat(site.subscribe()).isTrue();
        assertThat(web.heard().poll(5, TimeUnit.SECONDS)).isNotNull();
        String media = published(token, "media_type", "TEXT", "text", "Zażółć");

        Heard hook = web.heard().poll(5, TimeUnit.SECONDS);
        assertThat(hook).isNotNull();
        assertThat(hook.text())
                .contains("\"topic\":\"interaction\"", "\"target_id\":\"" + CAFE, "\"field\":\"publish\"", media);
        byte[] key = setting("client-secret").getBytes(StandardCharsets.UTF_8);
        assertThat(hook.header("X-hub-signature-256"))
                .isEqualTo("sha256=" + HexFormat.of().formatHex(Stamp.sign(key, hook.body(), "HmacSHA256")));
    }

    @Test
    void theOwnerTakesTheAccessBackOnAPage() {
        String token = token();
        String settingsPage = settings.get("authorize-url") + "/settings/apps";
        assertThat(web.get(settingsPage).text()).contains("Planner", "Remove");

        web.form(settingsPage, Map.of("profile", CAFE));

        assertThat(ask("/me", token).at("/error/code")).isEqualTo("190");
    }
}
