package planner.simulator.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planner.simulator.Web.Got;
import planner.simulator.media.SampleMedia;

/** People, places, covers and labels: what is taken, and how it is seen. */
class InstagramShownTest extends Stand {
    private static final String ANNA = "{\"username\":\"anna\",\"x\":0.25,\"y\":1}";

    private String page(String token, String media) {
        return web.get(ask("/" + media + "?fields=permalink", token).at("/permalink"))
                .text();
    }

    @Test
    void aPictureShowsWhoIsInItAndWhere() {
        String token = token();
        String media = published(
                token,
                "image_url",
                picture(),
                "user_tags",
                "[" + ANNA + "]",
                "collaborators",
                "[\"ada.wedruje\"]",
                "location_id",
                "110774245616525",
                "is_ai_generated",
                "true");

        assertThat(page(token, media))
                .contains("left:25.0%;top:100.0%", ">anna<", "with ada.wedruje", "Warsaw, Poland", "AI info");
        nothingWrongWasSent();
    }

    @Test
    void aReelHasItsCoverItsSoundAndItsPeople() {
        String token = token();
        String cover = web.offer("cover.jpg", "image/jpeg", SampleMedia.jpeg(1080, 1920));
        String media = published(
                token,
                "media_type",
                "REELS",
                "video_url",
                clip(5),
                "cover_url",
                cover,
                "audio_name",
                "Fale",
                "trial_params",
                "{\"graduation_strategy\":\"MANUAL\"}",
                "user_tags",
                "[{\"username\":\"anna\"}]");

        String shown = page(token, media);
        assertThat(shown).contains("poster=", "Original audio: Fale", "Trial reel", ">anna<");
        String poster = shown.replaceFirst("(?s).*poster=\"([^\"]+)\".*", "$1");
        assertThat(web.get(poster).header("content-type")).isEqualTo("image/jpeg");
        nothingWrongWasSent();
    }

    @Test
    void aStoryMayNameSomebodyWithoutAPlace() {
        String token = token();
        published(
                token,
                "media_type",
                "STORIES",
                "image_url",
                picture(),
                "user_tags",
                "[{\"username\":\"anna\"}," + ANNA + "]");
        nothingWrongWasSent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"username\":\"anna\"}]",
                "[{\"username\":\"anna\",\"x\":0.5}]",
                "[{\"username\":\"anna\",\"x\":1.01,\"y\":0.5}]",
                "[{\"username\":\"anna\",\"x\":0.5,\"y\":-0.01}]",
                "[{\"username\":\"anna nowak\",\"x\":0.5,\"y\":0.5}]",
                "[{\"username\":\"anna\",\"x\":0.5,\"y\":0.5,\"z\":1}]",
                "[{\"x\":0.5,\"y\":0.5}]",
                "anna"
            })
    void aTagOfAPictureHasANameAndAPlace(String tags) {
        assertThat(refused("image_url", picture(), "user_tags", tags)).isEqualTo("100/");
    }

    @Test
    void aVideoHasNoPlacesForPeople() {
        assertThat(refused("media_type", "REELS", "video_url", clip(5), "user_tags", "[" + ANNA + "]"))
                .isEqualTo("100/");
        assertThat(refused(
                        "media_type",
                        "VIDEO",
                        "is_carousel_item",
                        "true",
                        "video_url",
                        clip(5),
                        "user_tags",
                        "[" + ANNA + "]"))
                .isEqualTo("100/");
    }

    @Test
    void theTwentyFirstTagIsRefusedInACarouselAsInAPicture() {
        String token = token();
        String twenty = "[" + String.join(",", Collections.nCopies(20, ANNA)) + "]";
        String more = "[" + String.join(",", Collections.nCopies(21, ANNA)) + "]";
        container(token, "image_url", picture(), "user_tags", twenty);
        assertThat(refused("image_url", picture(), "user_tags", more)).isEqualTo("100/2207040");

        List<String> items = List.of(
                container(token, "is_carousel_item", "true", "image_url", picture(), "user_tags", twenty),
                container(token, "is_carousel_item", "true", "image_url", picture(), "user_tags", "[" + ANNA + "]"));
        clock.passes(Duration.ofSeconds(10));
        assertThat(refused("media_type", "CAROUSEL", "children", String.join(",", items)))
                .isEqualTo("100/2207040");
    }

    @Test
    void whatBelongsToAnotherKindOfPostIsRefused() {
        assertThat(refused("image_url", picture(), "cover_url", picture())).isEqualTo("100/");
        assertThat(refused("image_url", picture(), "audio_name", "Fale")).isEqualTo("100/");
        assertThat(refused("media_type", "STORIES", "image_url", picture(), "collaborators", "[\"anna\"]"))
                .isEqualTo("100/");
        assertThat(refused("image_url", picture(), "is_paid_partnership", "true"))
                .as("only with Facebook Login")
                .isEqualTo("100/");
        assertThat(refused("image_url", picture(), "collaborators", "[\"@anna\"]"))
                .isEqualTo("100/");
        assertThat(refused("image_url", picture(), "location_id", "4711")).isEqualTo("100/");
    }

    private String refused(String... parameters) {
        Got got = post("/" + CAFE + "/media", form(parameters), token());
        assertThat(got.status()).as(got.text()).isEqualTo(400);
        return got.at("/error/code") + "/" + got.at("/error/error_subcode");
    }
}
