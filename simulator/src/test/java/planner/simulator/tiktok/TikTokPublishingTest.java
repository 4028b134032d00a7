package planner.simulator.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import planner.simulator.Stamp;
import planner.simulator.Web.Got;
import planner.simulator.Web.Heard;
import planner.simulator.media.SampleMedia;

class TikTokPublishingTest extends Stand {
    @Test
    void aVideoInChunksBecomesAPost() {
        String token = access();
        byte[] video = clip(30, 12_000_123);
        Got init = init(token, video.length, 6_000_000, 2);
        String url = init.at("/data/upload_url");
        String id = init.at("/data/publish_id");

        assertThat(put(url, video, 6_000_000, video.length).status()).isEqualTo(416);
        Got first = put(url, video, 0, 6_000_000);
        assertThat(first.status()).isEqualTo(206);
        assertThat(first.header("content-range")).isEqualTo("bytes 0-5999999/12000123");
        assertThat(status(id, token).json().at("/data/uploaded_bytes").asLong()).isEqualTo(6_000_000);
        assertThat(site.visible()).isEmpty();
        assertThat(put(url, video, 6_000_000, video.length).status()).isEqualTo(201);
        assertThat(status(id, token).at("/data/status")).isEqualTo("PROCESSING_UPLOAD");

        clock.passes(Duration.ofSeconds(6));
        Got complete = status(id, token);
        assertThat(complete.at("/data/status")).isEqualTo("PUBLISH_COMPLETE");
        assertThat(complete.json().at("/data/publicaly_available_post_id")).isEmpty();
        assertThat(site.visible()).containsExactly("Moss");
        clock.passes(Duration.ofSeconds(30));
        String post = status(id, token).at("/data/publicaly_available_post_id/0");
        Got query = post(
                "/v2/video/query/?fields=id,share_url,create_time,duration",
                Map.of("filters", Map.of("video_ids", List.of(post))),
                token);
        assertThat(query.json().at("/data/videos/0/duration").asInt()).isEqualTo(30);
        assertThat(web.get(query.at("/data/videos/0/share_url")).text()).contains("Moss");
        assertThat(post("/v2/video/list/?fields=id,title", Map.of("max_count", 20), token)
                        .at("/data/videos/0/title"))
                .isEqualTo("Moss");
        nothingWrongWasSent();
    }

    @Test
    void chunksFollowTheirRules() {
        String token = access();
        assertThat(init(token, 50_000_123, 10_000_000, 5).at("/error/code")).isEqualTo("ok");
        assertThat(init(token, 50_000_123, 10_000_000, 6).at("/error/code")).isEqualTo("invalid_params");
        assertThat(init(token, 50_000_123, 1_000_000, 50).at("/error/code")).isEqualTo("invalid_params");
        assertThat(init(token, 80_000_000, 80_000_000, 1).at("/error/code")).isEqualTo("invalid_params");
        assertThat(init(token, 1_000, 1_000, 1).at("/error/code")).isEqualTo("ok");
        assertThat(simulator.journal().violations()).hasSize(3);
    }

    @Test
    void anUploadAddressLivesForAnHourAndTakesNoToken() {
        String token = access();
        byte[] video = clip(12, 40_000);
        String url = init(token, video.length, video.length, 1).at("/data/upload_url");
        assertThat(put(url, video, 0, video.length, "Authorization", "Bearer x").status())
                .isEqualTo(400);
        assertThat(put(url + "x", video, 0, video.length).status()).isEqualTo(404);
        clock.passes(Duration.ofHours(1));
        assertThat(put(url, video, 0, video.length).status()).isEqualTo(403);
    }

    @Test
    void whatIsWrongWithAVideoIsSaidByTheStatus() {
        String token = access();
        assertThat(reason(token, clip(601, 0))).isEqualTo("duration_check_failed");
        assertThat(reason(token, SampleMedia.mp4(240, 320, Duration.ofSeconds(9))))
                .isEqualTo("picture_size_check_failed");
        assertThat(reason(token, SampleMedia.mp4(720, 1280, Duration.ofSeconds(9), 12, "avc1", 0)))
                .isEqualTo("frame_rate_check_failed");
        assertThat(reason(token, SampleMedia.jpeg(400, 400))).isEqualTo("file_format_check_failed");
        assertThat(site.visible()).isEmpty();
        nothingWrongWasSent();
    }

    private String reason(String token, byte[] video) {
        Got init = init(token, video.length, video.length, 1);
        put(init.at("/data/upload_url"), video, 0, video.length);
        clock.passes(Duration.ofSeconds(30));
        Got status = status(init.at("/data/publish_id"), token);
        assertThat(status.at("/data/status")).isEqualTo("FAILED");
        return status.at("/data/fail_reason");
    }

    @Test
    void aPullComesFromAVerifiedDomainAndCanBeCancelled() {
        String token = access();
        String address = web.offer("moss.mp4", "video/mp4", clip(12, 0));
        Map<String, Object> pull = Map.of(
                "post_info", info("PUBLIC_TO_EVERYONE", "Pulled"),
                "source_info", Map.of("source", "PULL_FROM_URL", "video_url", address));
        String id = post(PUBLISH + "video/init/", pull, token).at("/data/publish_id");
        assertThat(status(id, token).at("/data/status")).isEqualTo("PROCESSING_DOWNLOAD");
        assertThat(post(PUBLISH + "cancel/", Map.of("publish_id", id), token).at("/error/code"))
                .isEqualTo("ok");
        assertThat(status(id, token).at("/data/fail_reason")).isEqualTo("publish_cancelled");
        assertThat(post(PUBLISH + "cancel/", Map.of("publish_id", id), token).at("/error/code"))
                .isEqualTo("publish_not_cancellable");

        site.verify(Set.of("media.example"));
        Got foreign = post(PUBLISH + "video/init/", pull, token);
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.at("/error/code")).isEqualTo("url_ownership_unverified");
        nothingWrongWasSent();
    }

    @Test
    void photosArePulledAndLookedAt() {
        String token = access();
        String id = photos(token, "DIRECT_POST", List.of(leaf(), leaf())).at("/data/publish_id");
        String png = web.offer("a.png", "image/png", SampleMedia.png(400, 400));
        String bad = photos(token, "DIRECT_POST", List.of(leaf(), png)).at("/data/publish_id");
        String gone = photos(token, "DIRECT_POST", List.of(leaf() + "x")).at("/data/publish_id");
        clock.passes(Duration.ofSeconds(40));

        assertThat(status(id, token).at("/data/publicaly_available_post_id/0")).isNotEmpty();
        assertThat(status(bad, token).at("/data/fail_reason")).isEqualTo("file_format_check_failed");
        assertThat(status(gone, token).at("/data/fail_reason")).isEqualTo("photo_pull_failed");
        assertThat(site.visible()).containsExactly("Leaves\nAll of them");
        nothingWrongWasSent();
    }

    @Test
    void aDraftWaitsInTheInboxUntilItsOwnerPostsIt() {
        String token = access();
        byte[] video = clip(12, 0);
        Got init =
                post(PUBLISH + "inbox/video/init/", Map.of("source_info", file(video.length, video.length, 1)), token);
        put(init.at("/data/upload_url"), video, 0, video.length);
        String id = init.at("/data/publish_id");
        clock.passes(Duration.ofSeconds(10));
        assertThat(status(id, token).at("/data/status")).isEqualTo("SEND_TO_USER_INBOX");
        String inbox = setting("web-url") + "/@zielony.kat/inbox";
        assertThat(web.get(inbox).text()).contains("Planner sent you a video");

        assertThat(web.form(inbox, Map.of("draft", id)).status()).isEqualTo(302);
        assertThat(status(id, token).at("/data/status")).isEqualTo("PUBLISH_COMPLETE");
        for (int i = 0; i < 5; i++) {
            assertThat(photos(token, "MEDIA_UPLOAD", List.of(leaf())).at("/error/code"))
                    .isEqualTo("ok");
        }
        clock.passes(Duration.ofMinutes(2));
        assertThat(photos(token, "MEDIA_UPLOAD", List.of(leaf())).at("/error/code"))
                .isEqualTo("spam_risk_too_many_pending_share");
        nothingWrongWasSent();
    }

    @Test
    void whoPostsWhatIsTheCreatorsWill() {
        String hidden = tokens(PRIVATE, Set.of()).at("/access_token");
        Got info = post(PUBLISH + "creator_info/query/", Map.of(), hidden);
        assertThat(info.json().at("/data/privacy_level_options").toString()).doesNotContain("PUBLIC_TO_EVERYONE");
        assertThat(init(hidden, 1000, 1000, 1).at("/error/code")).isEqualTo("privacy_level_option_mismatch");

        site.audited(false);
        assertThat(init(access(), 1000, 1000, 1).at("/error/code"))
                .isEqualTo("unaudited_client_can_only_post_to_private_accounts");
        Map<String, Object> own = Map.of("post_info", info("SELF_ONLY", "x"), "source_info", file(1000, 1000, 1));
        assertThat(post(PUBLISH + "video/init/", own, hidden).at("/error/code")).isEqualTo("ok");
        nothingWrongWasSent();
    }

    @Test
    void theSixteenthPostOfADayIsRefused() {
        String token = access();
        for (int i = 0; i < 15; i++) {
            sent(token);
            clock.passes(Duration.ofSeconds(20));
        }
        Got info = post(PUBLISH + "creator_info/query/", Map.of(), token);
        assertThat(info.status()).isEqualTo(200);
        assertThat(info.at("/error/code")).isEqualTo("spam_risk_too_many_posts");
        Got init = init(token, 1000, 1000, 1);
        assertThat(init.status()).isEqualTo(403);
        assertThat(init.at("/error/code")).isEqualTo("spam_risk_too_many_posts");
    }

    @Test
    void aMinuteHasSixBeginnings() {
        String token = access();
        for (int i = 0; i < 6; i++) {
            assertThat(init(token, 1000, 1000, 1).status()).isEqualTo(200);
        }
        assertThat(init(token, 1000, 1000, 1).status()).isEqualTo(429);
        clock.passes(Duration.ofMinutes(1));
        assertThat(init(token, 1000, 1000, 1).status()).isEqualTo(200);
    }

    @Test
    void whatBecameOfAPostIsToldSigned() throws InterruptedException {
        String token = access();
        simulator.hooks().target("tiktok", web.hook());
        String id = sent(token);
        clock.passes(Duration.ofSeconds(6));

        Heard hook = web.heard().poll(10, TimeUnit.SECONDS);
        assertThat(hook).isNotNull();
        assertThat(hook.text()).contains("post.publish.complete", "{\\\"publish_id\\\":\\\"" + id);
        String[] header = hook.header("Tiktok-signature").split(",", 2);
        byte[] key = setting("client-secret").getBytes(StandardCharsets.UTF_8);
        byte[] signed = (header[0].substring(2) + "." + hook.text()).getBytes(StandardCharsets.UTF_8);
        assertThat(header[1]).isEqualTo("s=" + HexFormat.of().formatHex(Stamp.sign(key, signed, "HmacSHA256")));
        clock.passes(Duration.ofSeconds(30));
        Heard open = web.heard().poll(10, TimeUnit.SECONDS);
        assertThat(open).isNotNull();
        assertThat(open.text()).contains("post.publish.publicly_available", "post_id");
    }

    @Test
    void whatItDoesNotKnowIsRefusedAndRemembered() {
        String token = access();
        Map<String, Object> odd = Map.of("post_info", Map.of("privacy_level", "SELF_ONLY", "tilte", "x"));
        assertThat(post(PUBLISH + "video/init/", odd, token).at("/error/code")).isEqualTo("invalid_params");
        assertThat(post("/v2/post/publish/status/fetch", Map.of("publish_id", "x"), token)
                        .status())
                .as("no slash at the end")
                .isEqualTo(400);
        assertThat(web.send(
                                "POST",
                                api + PUBLISH + "video/init/",
                                "{}".getBytes(StandardCharsets.UTF_8),
                                "Authorization",
                                "Bearer " + token,
                                "Content-Type",
                                "application/json")
                        .status())
                .isEqualTo(400);
        assertThat(get("/v2/user/info/?fields=open_id,shoe_size", token).status())
                .isEqualTo(400);
        assertThat(simulator.journal().violations()).hasSize(4);
    }
}
