package planner.simulator.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import planner.simulator.Visitor;
import planner.simulator.Web.Got;
import planner.simulator.Web.Heard;

class TikTokAccessTest extends Stand {
    @Test
    void aTokenTellsWhoseItIs() {
        Got got = tokens("", Set.of());
        assertThat(got.json().path("expires_in").asLong()).isEqualTo(7200);
        Got user = get("/v2/user/info/?fields=open_id,display_name,username,follower_count", got.at("/access_token"));
        assertThat(user.at("/data/user/open_id")).isEqualTo(got.at("/open_id"));
        assertThat(user.at("/error/code")).isEqualTo("ok");
        nothingWrongWasSent();
    }

    @Test
    void onlyTheNewestRefreshTokenIsWorthAnything() {
        String first = tokens("", Set.of()).at("/refresh_token");
        Got second = token(Map.of("grant_type", "refresh_token", "refresh_token", first));
        assertThat(second.status()).isEqualTo(200);
        Got again = token(Map.of("grant_type", "refresh_token", "refresh_token", first));
        assertThat(again.at("/error")).isEqualTo("invalid_grant");
        clock.passes(Duration.ofHours(3));
        Got third = token(Map.of("grant_type", "refresh_token", "refresh_token", second.at("/refresh_token")));
        assertThat(get("/v2/user/info/?fields=open_id", second.at("/access_token"))
                        .at("/error/code"))
                .isEqualTo("access_token_invalid");
        assertThat(get("/v2/user/info/?fields=open_id", third.at("/access_token"))
                        .status())
                .isEqualTo(200);
        nothingWrongWasSent();
    }

    @Test
    void scopesThatWereUntickedAreMissing() {
        Got got = tokens("", Set.of("video.publish", "user.info.stats"));
        assertThat(got.at("/scope")).doesNotContain("video.publish").contains("video.list");
        assertThat(init(got.at("/access_token"), 1000, 1000, 1).at("/error/code"))
                .isEqualTo("scope_not_authorized");
        assertThat(get("/v2/user/info/?fields=follower_count", got.at("/access_token"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void sayingNoIsSaid() {
        assertThat(Visitor.query(visitor.refuse(page())))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "s1");
    }

    @Test
    void aRevokedTokenIsDeadAndTheAppIsTold() throws InterruptedException {
        Got got = tokens("", Set.of());
        simulator.hooks().target("tiktok", web.hook());
        Map<String, String> form = Map.of(
                "client_key", setting("client-key"),
                "client_secret", setting("client-secret"),
                "token", got.at("/access_token"));
        assertThat(web.form(api + "/v2/oauth/revoke/", form).text()).isEqualTo("{}");

        assertThat(get("/v2/user/info/?fields=open_id", got.at("/access_token")).status())
                .isEqualTo(401);
        assertThat(token(Map.of("grant_type", "refresh_token", "refresh_token", got.at("/refresh_token")))
                        .at("/error"))
                .isEqualTo("invalid_grant");
        Heard told = web.heard().poll(5, TimeUnit.SECONDS);
        assertThat(told).isNotNull();
        assertThat(told.text()).contains("authorization.removed");
        assertThat(get("/v2/user/info/?fields=open_id", access()).status()).isEqualTo(200);
        nothingWrongWasSent();
    }
}
