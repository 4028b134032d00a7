package planner.simulator.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import planner.simulator.Faults.Fault;
import planner.simulator.Faults.Kind;
import planner.simulator.Web.Got;
import planner.simulator.media.SampleMedia;

class InstagramPublishingTest extends Stand {
    @Test
    void anImageGoesThroughItsContainerAndAppearsOnce() {
        String token = token();
        String container =
                container(token, "image_url", picture(), "caption", "Cherry cake #cake", "alt_text", "A cake");

        assertThat(ask("/" + container + "?fields=status_code", token).at("/status_code"))
                .isEqualTo("IN_PROGRESS");
        Got early = publish(token, container);
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.at("/error/error_subcode")).isEqualTo("2207027");
        assertThat(site.visible()).isEmpty();

        clock.passes(Duration.ofSeconds(2));
        assertThat(ask("/" + container + "?fields=status_code,status,id", token).at("/status"))
                .startsWith("Finished");
        String media = publish(token, container).at("/id");
        assertThat(ask("/" + container + "?fields=status_code", token).at("/status_code"))
                .isEqualTo("PUBLISHED");

        Got again = publish(token, container);
        assertThat(again.at("/error/error_subcode")).isEqualTo("2207008");
        assertThat(site.visible()).containsExactly("Cherry cake #cake");
        Got post = ask("/" + media + "?fields=permalink,media_type,media_product_type,caption,timestamp", token);
        assertThat(post.at("/media_product_type")).isEqualTo("FEED");
        assertThat(web.get(post.at("/permalink")).text()).contains("Cherry cake");
        assertThat(post.header("x-business-use-case-usage")).contains("estimated_time_to_regain_access");
        nothingWrongWasSent();
    }

    @Test
    void aReelTakesItsTimeAndAStoryIsGoneAfterADay() {
        String token = token();
        String reel = container(
                token, "media_type", "REELS", "video_url", clip(12), "caption", "Morning", "thumb_offset", "1000");
        clock.passes(Duration.ofSeconds(2));
        assertThat(ask("/" + reel + "?fields=status_code", token).at("/status_code"))
                .isEqualTo("IN_PROGRESS");
        clock.passes(Duration.ofSeconds(10));
        String media = publish(token, reel).at("/id");
        assertThat(ask("/" + media + "?fields=permalink", token).at("/permalink"))
                .contains("/reel/");

        published(token, "media_type", "STORIES", "image_url", picture());
        assertThat(ask("/" + CAFE + "/stories?fields=id,permalink", token)
                        .json()
                        .at("/data"))
                .hasSize(1);
        assertThat(ask("/" + CAFE + "/media?fields=id&limit=10", token).json().at("/data"))
                .hasSize(1);
        clock.passes(Duration.ofHours(25));
        assertThat(ask("/" + CAFE + "/stories", token).json().at("/data")).isEmpty();
        nothingWrongWasSent();
    }

    @Test
    void aCarouselNeedsItsItemsReady() {
        String token = token();
        List<String> items = new ArrayList<>();
        items.add(container(token, "is_carousel_item", "true", "image_url", picture()));
        items.add(container(token, "is_carousel_item", "true", "media_type", "VIDEO", "video_url", clip(5)));
        Map<String, String> parent =
                Map.of("media_type", "CAROUSEL", "children", String.join(",", items), "caption", "Two");

        assertThat(post("/" + CAFE + "/media", parent, token).at("/error/error_subcode"))
                .isEqualTo("2207027");
        clock.passes(Duration.ofSeconds(10));
        String carousel = post("/" + CAFE + "/media", parent, token).at("/id");
        clock.passes(Duration.ofSeconds(10));
        String media = publish(token, carousel).at("/id");

        Got post = ask("/" + media + "?fields=media_type,children", token);
        assertThat(post.at("/media_type")).isEqualTo("CAROUSEL_ALBUM");
        assertThat(post.json().at("/children/data")).hasSize(2);
        Got alone = post("/" + CAFE + "/media", Map.of("media_type", "CAROUSEL", "children", items.getFirst()), token);
        assertThat(alone.at("/error/error_subcode")).isEqualTo("2207028");
        nothingWrongWasSent();
    }

    @Test
    void imagesAreLookedAt() {
        String token = token();
        String png = web.offer("a.png", "image/png", SampleMedia.png(800, 800));
        String tall = web.offer("tall.jpg", "image/jpeg", SampleMedia.jpeg(1080, 1920));
        byte[] heavy = java.util.Arrays.copyOf(SampleMedia.jpeg(1080, 1080), (8 << 20) + 1);
        String large = web.offer("large.jpg", "image/jpeg", heavy);

        assertThat(refused(token, "image_url", png)).isEqualTo("36001/2207005");
        assertThat(refused(token, "image_url", tall)).isEqualTo("36003/2207009");
        assertThat(refused(token, "image_url", large)).isEqualTo("36000/2207004");
        assertThat(refused(token, "image_url", web.offer("x", "", new byte[0]) + "/gone"))
                .isEqualTo("9004/2207052");
        assertThat(refused(token, "image_url", picture(), "caption", "x".repeat(2201)))
                .isEqualTo("36004/2207010");
        assertThat(refused(token, "image_url", picture(), "caption", "@ab ".repeat(21)))
                .isEqualTo("100/2207040");
        container(token, "media_type", "STORIES", "image_url", tall);
        container(token, "image_url", picture(), "caption", "x".repeat(2200));
        nothingWrongWasSent();
    }

    private String refused(String token, String... parameters) {
        Got got = post("/" + CAFE + "/media", form(parameters), token);
        assertThat(got.status()).as(got.text()).isEqualTo(400);
        return got.at("/error/code") + "/" + got.at("/error/error_subcode");
    }

    @Test
    void whatIsWrongWithAVideoIsFoundByProcessing() {
        String token = token();
        String slow =
                web.offer("slow.mp4", "video/mp4", SampleMedia.mp4(720, 1280, Duration.ofSeconds(5), 15, "avc1", 0));

        assertThat(end(token, "media_type", "REELS", "video_url", clip(2))).contains("ERROR", "2207026");
        assertThat(end(token, "media_type", "REELS", "video_url", slow)).contains("ERROR", "2207026");
        assertThat(end(token, "media_type", "STORIES", "video_url", clip(61))).contains("ERROR", "2207026");
        assertThat(end(token, "media_type", "REELS", "video_url", clip(61))).contains("FINISHED");
        assertThat(end(token, "media_type", "REELS", "video_url", clip(5), "thumb_offset", "5000"))
                .contains("ERROR", "2207057");
        nothingWrongWasSent();
    }

    private String end(String token, String... parameters) {
        String container = container(token, parameters);
        clock.passes(Duration.ofSeconds(30));
        return ask("/" + container + "?fields=status_code,status", token).text();
    }

    @Test
    void aContainerLivesForADay() {
        String token = token();
        String container = container(token, "image_url", picture());
        clock.passes(Duration.ofHours(24));
        assertThat(ask("/" + container + "?fields=status_code", token).at("/status_code"))
                .isEqualTo("EXPIRED");
        assertThat(publish(token, container).at("/error/code")).isEqualTo("24");
    }

    @Test
    void theHundredAndFirstPostOfADayIsRefused() {
        String token = token();
        for (int i = 0; i < 100; i++) {
            published(token, "image_url", picture());
        }
        Got quota = ask("/" + CAFE + "/content_publishing_limit?fields=quota_usage,config", token);
        assertThat(quota.json().at("/data/0/quota_usage").asInt()).isEqualTo(100);
        String container = container(token, "image_url", picture());
        clock.passes(Duration.ofSeconds(30));

        assertThat(publish(token, container).at("/error/error_subcode")).isEqualTo("2207042");
        clock.passes(Duration.ofMinutes(23 * 60 + 20));
        assertThat(publish(token, container).status()).isEqualTo(200);
    }

    @Test
    void commentsAreWrittenListedAndShut() {
        String token = token();
        String media = published(token, "image_url", picture(), "caption", "Cake");

        assertThat(post("/" + media + "/comments", Map.of("message", "First #cake"), token)
                        .status())
                .isEqualTo(200);
        assertThat(ask("/" + media + "/comments?fields=id,text,username,timestamp&limit=25", token)
                        .at("/data/0/text"))
                .isEqualTo("First #cake");
        assertThat(post("/" + media, Map.of("comment_enabled", "false"), token).at("/success"))
                .isEqualTo("true");
        assertThat(post("/" + media + "/comments", Map.of("message", "Late"), token)
                        .status())
                .isEqualTo(400);
        nothingWrongWasSent();
    }

    @Test
    void itMayDenyWhatItHasDone() {
        String token = token();
        String container = container(token, "image_url", picture(), "caption", "Cake");
        clock.passes(Duration.ofSeconds(30));
        simulator.faults().add(Fault.next("instagram", Kind.LIE).at("POST", "media_publish"));

        assertThat(publish(token, container).at("/error/error_subcode")).isEqualTo("2207051");
        assertThat(site.visible()).containsExactly("Cake");
        assertThat(ask("/" + container + "?fields=status_code", token).at("/status_code"))
                .isEqualTo("PUBLISHED");
    }

    @Test
    void aThrottledCallSaysForHowLong() {
        String token = token();
        simulator.faults().add(Fault.next("instagram", Kind.THROTTLED).lasting(Duration.ofMinutes(7)));
        Got got = ask("/me?fields=user_id", token);
        assertThat(got.at("/error/code")).isEqualTo("80002");
        assertThat(got.header("x-business-use-case-usage")).contains("\"estimated_time_to_regain_access\":7");
    }

    @Test
    void whatItDoesNotKnowIsRefusedAndRemembered() {
        String token = token();
        assertThat(post("/" + CAFE + "/media", Map.of("image_url", picture(), "captoin", "x"), token)
                        .at("/error/code"))
                .isEqualTo("100");
        assertThat(ask("/" + CAFE + "?fields=usrname", token).status()).isEqualTo(400);
        assertThat(ask("/" + CAFE + "/mediapublish", token).at("/error/code")).isEqualTo("2500");
        assertThat(web.send(
                                "POST",
                                graph + "/" + CAFE + "/media",
                                "x".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                "Authorization",
                                "Bearer " + token)
                        .status())
                .isEqualTo(400);
        assertThat(post(
                                "/" + CAFE + "/media",
                                Map.of("media_type", "STORIES", "image_url", picture(), "caption", "x"),
                                token)
                        .status())
                .isEqualTo(400);
        assertThat(simulator.journal().violations()).hasSize(5);
    }

    @Test
    void figuresGrowAndAWrongMetricFailsTheQuestion() {
        String token = token();
        String media = published(token, "image_url", picture());
        long first = reach(token, media);
        clock.passes(Duration.ofHours(5));
        assertThat(reach(token, media)).isGreaterThan(first);
        assertThat(ask("/" + media + "/insights?metric=reach,impressions", token)
                        .at("/error/code"))
                .isEqualTo("100");
        assertThat(ask("/" + media + "/insights?metric=plays", token).json().at("/data"))
                .isEmpty();
        assertThat(ask("/" + CAFE + "/insights?metric=views&period=day&metric_type=total_value", token)
                        .json()
                        .at("/data/0/total_value/value")
                        .asLong())
                .isPositive();
    }

    private long reach(String token, String media) {
        return ask("/" + media + "/insights?metric=reach", token)
                .json()
                .at("/data/0/values/0/value")
                .asLong();
    }
}
