package planner.simulator.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import planner.simulator.Web.Got;
import planner.simulator.media.SampleMedia;

class PinterestVideosTest extends Stand {
    private String status(Got registered, String token) {
        return get("/media/" + registered.at("/media_id"), token).at("/status");
    }

    @Test
    void aVideoGoesThroughItsStates() {
        String token = access();
        Got registered = register(token);
        assertThat(registered.status()).isEqualTo(201);
        assertThat(status(registered, token)).isEqualTo("registered");

        Got stored = upload(registered, form(registered, clip()));
        assertThat(stored.status()).as(stored.text()).isEqualTo(204);
        assertThat(status(registered, token)).isEqualTo("processing");
        assertThat(video(registered.at("/media_id"), Map.of("cover_image_key_frame_time", 0), token)
                        .at("/message"))
                .contains("processing");
        clock.passes(MediaDesk.PROCESSING);
        assertThat(status(registered, token)).isEqualTo("succeeded");

        Got made = video(registered.at("/media_id"), Map.of("cover_image_key_frame_time", 2), token);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.at("/media/media_type")).isEqualTo("video");
        assertThat(made.json().at("/media/duration").asLong()).isEqualTo(6_000);
        assertThat(web.get(setting("web-url") + "/pin/" + made.at("/id") + "/").text())
                .contains("<video");
        nothingWrongWasSent();
    }

    private Got video(String media, Map<String, Object> cover, String token) {
        Map<String, Object> source = new HashMap<>(Map.of("source_type", "video_id", "media_id", media));
        source.putAll(cover);
        return post("/pins", pin(source), token);
    }

    @Test
    void aVideoNeedsExactlyOneCover() {
        String token = access();
        String media = ready(token);
        String data = String.valueOf(photo().get("data"));
        String address = web.offer("cover.jpg", "image/jpeg", SampleMedia.jpeg(400, 600));

        assertThat(video(media, Map.of(), token).at("/message"))
                .contains("cover_image_url or cover_image_content_type");
        assertThat(video(media, Map.of("cover_image_data", data), token).status())
                .isEqualTo(400);
        assertThat(video(media, Map.of("cover_image_key_frame_time", -1), token).status())
                .isEqualTo(400);
        assertThat(video(media, Map.of("cover_image_key_frame_time", 1, "cover_image_url", address), token)
                        .status())
                .isEqualTo(400);
        assertThat(video(media, Map.of("cover_image_url", address), token).status())
                .isEqualTo(201);
        assertThat(video(media, Map.of("cover_image_content_type", "image/jpeg", "cover_image_data", data), token)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whatIsNoGoodVideoFails() {
        String token = access();
        for (byte[] bad : List.of(
                "no film".getBytes(StandardCharsets.UTF_8),
                SampleMedia.mp4(360, 640, Duration.ofSeconds(3)),
                SampleMedia.mp4(1000, 400, Duration.ofSeconds(6)),
                SampleMedia.mp4(360, 640, Duration.ofSeconds(6), 20, "avc1", 0),
                SampleMedia.mp4(360, 640, Duration.ofSeconds(6), 30, "mp4v", 0))) {
            Got registered = register(token);
            assertThat(upload(registered, form(registered, bad)).status()).isEqualTo(204);
            clock.passes(MediaDesk.PROCESSING);
            assertThat(status(registered, token)).isEqualTo("failed");
        }
    }

    @Test
    void theStoreWantsEveryFieldAndTheFileLast() {
        String token = access();
        Got registered = register(token);

        var missing = form(registered, clip());
        missing.remove(1);
        var early = form(registered, clip());
        early.addFirst(early.removeLast());
        var extra = form(registered, clip());
        extra.addFirst(Map.entry("acl", "public".getBytes(StandardCharsets.UTF_8)));

        assertThat(upload(registered, missing).text()).contains("<Code>AccessDenied</Code>");
        assertThat(upload(registered, early).text()).contains("<Code>InvalidArgument</Code>");
        assertThat(upload(registered, extra).text()).contains("Extra input fields");
        assertThat(upload(registered, form(registered, clip()), "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(400);
        assertThat(status(registered, token)).isEqualTo("registered");
        assertThat(simulator.journal().violations()).hasSize(4);
    }

    @Test
    void theStoreTakesNothingAfterAnHourNorAnythingTooLarge() {
        String token = access();
        Got registered = register(token);
        site.largestVideo(100);
        assertThat(upload(registered, form(registered, clip())).text()).contains("<Code>EntityTooLarge</Code>");

        site.largestVideo(1_000_000);
        clock.passes(Duration.ofHours(1));
        Got late = upload(registered, form(registered, clip()));

        assertThat(late.status()).isEqualTo(403);
        assertThat(late.text()).contains("Policy expired");
        nothingWrongWasSent();
    }

    @Test
    void aVideoOfAnotherIsNotThere() {
        String media = ready(access());
        String other = tokens(ADA, Set.of()).at("/access_token");

        assertThat(get("/media/" + media, other).status()).isEqualTo(404);
    }
}
