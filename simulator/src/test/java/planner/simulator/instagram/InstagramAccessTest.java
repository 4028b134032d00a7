package planner.simulator.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import planner.simulator.Simulator;
import planner.simulator.Stamp;
import planner.simulator.Visitor;
import planner.simulator.Web;
import planner.simulator.Web.Got;
import planner.simulator.Web.Heard;
import planner.simulator.media.SampleMedia;

class InstagramAccessTest extends Stand {
    @Test
    void theConsentLeadsToALongToken() {
        Map<String, String> callback = Visitor.query(visitor.allow(page(SCOPES)));
        assertThat(callback).containsEntry("state", "s1").containsKey("code");

        Got me = ask("/me?fields=user_id,username,name,account_type,profile_picture_url,followers_count", token());
        assertThat(me.at("/user_id")).isEqualTo(CAFE);
        assertThat(me.at("/account_type")).isEqualTo("Business");
        assertThat(web.get(me.at("/profile_picture_url")).header("content-type"))
                .isEqualTo("image/svg+xml");
        nothingWrongWasSent();
    }

    @Test
    void aCodeIsGoodForOneUse() {
        String code = code(visitor.allow(page(SCOPES)));
        assertThat(exchange(code).status()).isEqualTo(200);
        Got again = exchange(code);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.at("/error_type")).isEqualTo("OAuthException");
    }

    @Test
    void sayingNoIsSaid() {
        assertThat(Visitor.query(visitor.refuse(page(SCOPES))))
                .containsEntry("error", "access_denied")
                .containsEntry("error_reason", "user_denied")
                .containsEntry("state", "s1");
    }

    @Test
    void aScopeThatWasWithheldIsMissed() {
        String token = shortToken(Set.of("instagram_business_content_publish"));
        Got got = post("/" + CAFE + "/media", Map.of("image_url", picture()), token);
        assertThat(got.status()).isEqualTo(403);
        assertThat(got.at("/error/code")).isEqualTo("10");
    }

    @Test
    void aTokenIsRefreshedOnceItIsADayOldAndNeverWhenItHasEnded() {
        String token = token();
        String refresh = settings.get("graph-url") + "/refresh_access_token?grant_type=ig_refresh_token&access_token=";
        assertThat(web.get(refresh + token).status()).isEqualTo(400);
        clock.passes(Duration.ofHours(24));
        Got fresh = web.get(refresh + token);
        assertThat(fresh.json().path("expires_in").asLong()).isEqualTo(5_184_000);
        assertThat(ask("/me?fields=id", fresh.at("/access_token")).status()).isEqualTo(200);

        clock.passes(Duration.ofDays(60));
        assertThat(web.get(refresh + token).at("/error/error_subcode")).isEqualTo("463");
        nothingWrongWasSent();
    }

    @Test
    void tokensOutliveARestart() {
        String token = token();
        try (var later = Simulator.start(0, clock)) {
            String other = later.site("instagram").settings().get("graph-url");
            assertThat(web.get(other + "/v25.0/me?fields=username&access_token=" + token)
                            .at("/username"))
                    .isEqualTo("cafe.pod.lipa");
        }
    }

    @Test
    void aRemovedAppIsToldAndItsTokenIsDead() throws InterruptedException {
        String token = token();
        simulator.hooks().target("instagram.deauthorize", web.hook());
        ((Instagram) site).removeApp("cafe.pod.lipa");

        assertThat(ask("/me", token).at("/error/error_subcode")).isEqualTo("458");
        Heard told = web.heard().poll(5, TimeUnit.SECONDS);
        assertThat(told).isNotNull();
        String[] parts = told.text().substring("signed_request=".length()).split("\\.");
        assertThat(java.util.Base64.getUrlDecoder().decode(parts[0]))
                .isEqualTo(Stamp.sign(
                        setting("client-secret").getBytes(StandardCharsets.UTF_8),
                        parts[1].getBytes(StandardCharsets.UTF_8),
                        "HmacSHA256"));
        assertThat(ask("/me?fields=id", token()).status()).isEqualTo(200);
    }

    @Test
    void aCommentRingsSignedOverTheRawBytes() throws InterruptedException {
        String media = published(token(), "image_url", picture(), "caption", "Cake");
        simulator.hooks().target("instagram", web.hook());
        assertThat(((Instagram) site).subscribe()).isTrue();
        assertThat(web.heard().poll(5, TimeUnit.SECONDS)).isNotNull();
        ((Instagram) site).comment(media, "jan.z", "Zażółć");

        Heard hook = web.heard().poll(5, TimeUnit.SECONDS);
        assertThat(hook).isNotNull();
        assertThat(hook.text()).contains("Za\\u017c\\u00f3\\u0142\\u0107", "\"field\":\"comments\"");
        byte[] key = setting("client-secret").getBytes(StandardCharsets.UTF_8);
        assertThat(hook.header("X-hub-signature-256"))
                .isEqualTo("sha256=" + HexFormat.of().formatHex(Stamp.sign(key, hook.body(), "HmacSHA256")));
    }

    private String userToken() {
        URI dialog = URI.create(settings.get("facebook-dialog-url") + "/v25.0/dialog/oauth?"
                + Web.encoded(Map.of(
                        "client_id", settings.get("facebook-client-id"),
                        "redirect_uri", "http://127.0.0.1:1/callback",
                        "response_type", "code",
                        "state", "s1",
                        "scope", PAGES)));
        String code = code(visitor.allow(dialog, "", Set.of("instagram_manage_insights")));
        String app = "client_id=" + settings.get("facebook-client-id") + "&client_secret="
                + settings.get("facebook-client-secret");
        String brief = web.get(facebook + "/oauth/access_token?" + app
                        + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fcallback&code=" + code)
                .at("/access_token");
        return web.get(facebook + "/oauth/access_token?grant_type=fb_exchange_token&" + app + "&fb_exchange_token="
                        + brief)
                .at("/access_token");
    }

    @Test
    void facebookShowsPagesAndWhatWasDeclined() {
        String user = userToken();
        Got permissions = web.get(facebook + "/me/permissions", "Authorization", "Bearer " + user);
        assertThat(permissions.text()).contains("\"declined\"");
        Got pages = web.get(
                facebook + "/me/accounts?limit=1&fields=id,name,access_token,tasks,picture%7Burl%7D,"
                        + "instagram_business_account%7Bid,username,name,profile_picture_url%7D",
                "Authorization",
                "Bearer " + user);
        assertThat(pages.at("/data/0/instagram_business_account/username")).isEqualTo("cafe.pod.lipa");
        Got second = web.get(pages.at("/paging/next"));
        assertThat(second.json().at("/data")).hasSize(1);
        assertThat(second.text()).doesNotContain("instagram_business_account");

        String pageToken = pages.at("/data/0/access_token");
        String app = settings.get("facebook-client-id") + "%7C" + settings.get("facebook-client-secret");
        Got debug = web.get(facebook + "/debug_token?input_token=" + pageToken + "&access_token=" + app);
        assertThat(debug.at("/data/is_valid")).isEqualTo("true");
        assertThat(debug.at("/data/expires_at")).isEqualTo("0");
        assertThat(ask("/me", pageToken).at("/error/code"))
                .as("on the other host")
                .isEqualTo("190");
        nothingWrongWasSent();

        assertThat(web.get(facebook + "/me/permissions?feilds=status", "Authorization", "Bearer " + user)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void bytesAreSentInPiecesWithTheirOffset() {
        String user = userToken();
        byte[] video = SampleMedia.mp4(1080, 1920, Duration.ofSeconds(5), 30, "avc1", 50_000);
        Got made = web.form(
                facebook + "/" + CAFE + "/media",
                Map.of("media_type", "REELS", "upload_type", "resumable", "caption", "Bytes"),
                "Authorization",
                "Bearer " + user);
        String container = made.at("/id");
        String uri = made.at("/uri");
        byte[] half = java.util.Arrays.copyOf(video, 20_000);
        byte[] rest = java.util.Arrays.copyOfRange(video, 20_000, video.length);
        String size = Integer.toString(video.length);

        Got partial = web.send("POST", uri, half, "Authorization", "OAuth " + user, "offset", "0", "file_size", size);
        assertThat(partial.at("/debug_info/retriable")).isEqualTo("true");
        Got status = web.get(facebook + "/" + container + "?fields=video_status", "Authorization", "Bearer " + user);
        assertThat(status.at("/video_status/uploading_phase/bytes_transferred")).isEqualTo("20000");
        Got done = web.send("POST", uri, rest, "Authorization", "OAuth " + user, "offset", "20000", "file_size", size);
        assertThat(done.at("/success")).isEqualTo("true");
        clock.passes(Duration.ofSeconds(30));
        Got published = web.form(
                facebook + "/" + CAFE + "/media_publish",
                Map.of("creation_id", container),
                "Authorization",
                "Bearer " + user);
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        assertThat(site.visible()).containsExactly("Bytes");
        nothingWrongWasSent();
    }
}
