package planner.simulator.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import planner.simulator.Faults.Fault;
import planner.simulator.Faults.Kind;
import planner.simulator.Web.Got;
import planner.simulator.media.SampleMedia;

class ThreadsPublishingTest extends Stand {
    @Test
    void aTextGoesThroughItsContainerAndAppearsOnce() {
        String token = token();
        String container = container(token, "media_type", "TEXT", "text", "Cherry cake");

        assertThat(ask("/" + container + "?fields=status", token).at("/status")).isEqualTo("IN_PROGRESS");
        assertThat(publish(token, container).at("/error/error_subcode")).isEqualTo("4279009");
        assertThat(site.visible()).containsExactly(BEFORE);

        clock.passes(Duration.ofSeconds(2));
        assertThat(ask("/" + container + "?fields=id,status,error_message", token)
                        .at("/status"))
                .isEqualTo("FINISHED");
        String media = publish(token, container).at("/id");
        assertThat(ask("/" + container + "?fields=status", token).at("/status")).isEqualTo("PUBLISHED");
        assertThat(publish(token, container).at("/error/error_subcode")).isEqualTo("4279009");

        assertThat(site.visible()).containsExactly(BEFORE, "Cherry cake");
        Got post = ask("/" + media + "?fields=permalink,media_type,media_product_type,text,timestamp", token);
        assertThat(post.at("/media_type")).isEqualTo("TEXT_POST");
        assertThat(web.get(post.at("/permalink")).text()).contains("Cherry cake");
        assertThat(web.get(simulator.timeline("threads").toString()).text()).contains("Cherry cake");
        nothingWrongWasSent();
    }

    @Test
    void aCarouselNeedsItsItemsReady() {
        String token = token();
        List<String> items = new ArrayList<>();
        items.add(container(token, "media_type", "IMAGE", "is_carousel_item", "true", "image_url", picture()));
        items.add(container(token, "media_type", "VIDEO", "is_carousel_item", "true", "video_url", clip(5)));
        String[] parent = {"media_type", "CAROUSEL", "children", String.join(",", items), "text", "Two"};

        assertThat(make(token, parent).at("/error/error_subcode")).isEqualTo("4279009");
        clock.passes(Duration.ofSeconds(10));
        String media = published(token, parent);

        Got post = ask("/" + media + "?fields=media_type,children", token);
        assertThat(post.at("/media_type")).isEqualTo("CAROUSEL_ALBUM");
        assertThat(post.json().at("/children/data")).hasSize(2);
        assertThat(make(token, "media_type", "CAROUSEL", "children", items.getFirst())
                        .at("/error/code"))
                .isEqualTo("100");
        nothingWrongWasSent();
    }

    @Test
    void anAnswerHangsOnAPostAndIsCountedApart() {
        String token = token();
        String root = published(token, "media_type", "TEXT", "text", "One");
        String reply = published(token, "media_type", "TEXT", "text", "Two", "reply_to_id", root);

        Got replies = ask("/" + CAFE + "/replies?fields=id,text,replied_to,root_post&limit=10", token);
        assertThat(replies.at("/data/0/id")).isEqualTo(reply);
        assertThat(replies.at("/data/0/replied_to/id")).isEqualTo(root);
        assertThat(ask("/" + CAFE + "/threads?fields=id,text&limit=10", token)
                        .json()
                        .at("/data"))
                .hasSize(2);
        Got limit = ask(
                "/" + CAFE
                        + "/threads_publishing_limit?fields=quota_usage,config,reply_quota_usage,reply_config,delete_quota_usage",
                token);
        assertThat(limit.at("/data/0/quota_usage")).isEqualTo("1");
        assertThat(limit.at("/data/0/reply_quota_usage")).isEqualTo("1");
        assertThat(limit.at("/data/0/reply_config/quota_total")).isEqualTo("1000");
        assertThat(make(token, "media_type", "TEXT", "text", "x", "reply_to_id", "1")
                        .at("/error/error_subcode"))
                .isEqualTo("33");
        nothingWrongWasSent();
    }

    @Test
    void aPostIsListedFromAMomentOn() {
        String token = token();
        published(token, "media_type", "TEXT", "text", "Old");
        clock.passes(Duration.ofHours(1));
        long since = clock.instant().getEpochSecond();
        published(token, "media_type", "TEXT", "text", "New");

        Got list = ask("/" + CAFE + "/threads?fields=text&limit=10&since=" + since, token);

        assertThat(list.json().at("/data")).hasSize(1);
        assertThat(list.at("/data/0/text")).isEqualTo("New");
    }

    @Test
    void picturesAreLookedAtAndVideosLater() {
        String token = token();
        byte[] heavy = Arrays.copyOf(SampleMedia.jpeg(1080, 1080), 8_000_001);
        String large = web.offer("large.jpg", "image/jpeg", heavy);
        String steep = web.offer("steep.jpg", "image/jpeg", SampleMedia.jpeg(100, 1080));

        for (String address : List.of(large, steep, clip(5), web.offer("x", "", new byte[0]) + "/gone")) {
            assertThat(make(token, "media_type", "IMAGE", "image_url", address).at("/error/code"))
                    .isEqualTo("100");
        }
        assertThat(end(token, clip(301))).contains("ERROR", "INVALID_DURATION");
        assertThat(end(token, clip(300))).contains("FINISHED").doesNotContain("error_message");
        assertThat(end(token, picture())).contains("ERROR", "FAILED_PROCESSING_VIDEO");
        assertThat(end(token, clip(5) + "/gone")).contains("ERROR", "FAILED_DOWNLOADING_VIDEO");
        String slow =
                web.offer("slow.mp4", "video/mp4", SampleMedia.mp4(720, 1280, Duration.ofSeconds(5), 15, "avc1", 0));
        assertThat(end(token, slow)).contains("INVALID_FRAME_RATE");
        nothingWrongWasSent();
    }

    private String end(String token, String video) {
        String container = container(token, "media_type", "VIDEO", "video_url", video);
        clock.passes(Duration.ofSeconds(30));
        return ask("/" + container + "?fields=id,status,error_message", token).text();
    }

    @Test
    void whatATextCarriesIsHeldAgainstItsRules() {
        String token = token();
        String poll = "{\"option_a\":\"Yes\",\"option_b\":\"No\"}";
        String spoiler = "[{\"entity_type\":\"SPOILER\",\"offset\":0,\"length\":4}]";
        container(token, "media_type", "TEXT", "text", "👩‍🚀".repeat(45) + "aaaaa", "poll_attachment", poll);
        container(token, "media_type", "TEXT", "text", "Cake!", "text_entities", spoiler, "topic_tag", "t".repeat(50));

        assertThat(refusal(token, "text", "👩‍🚀".repeat(45) + "aaaaaa")).contains("500 characters");
        assertThat(refusal(token, "text", "Hi", "topic_tag", "a.b")).contains("topic_tag");
        assertThat(refusal(token, "text", "Hi", "text_entities", spoiler)).contains("text_entities");
        assertThat(refusal(token, "text", "Hi", "poll_attachment", "{\"option_a\":\"Yes\"}"))
                .contains("poll_attachment");
        assertThat(refusal(token, "text", "Hi", "gif_attachment", "{\"gif_id\":\"1\",\"provider\":\"TENOR\"}"))
                .contains("GIPHY");
        assertThat(refusal(token, "text", "Hi", "location_id", "1")).contains("location_id");
        assertThat(refusal(token, "text", "Hi", "is_ghost_post", "true")).contains("FEATURE_NOT_AVAILABLE");
        assertThat(refusal(token, "text", " ")).contains("text");
        assertThat(refusal(
                        token,
                        "text",
                        "http://a.example/1 http://a.example/2 http://a.example/3 http://a.example/4 http://a.example/5",
                        "link_attachment",
                        "http://a.example/6"))
                .contains("LINK_LIMIT_EXCEEDED");
        nothingWrongWasSent();
    }

    private String refusal(String token, String... more) {
        List<String> all = new ArrayList<>(List.of("media_type", "TEXT"));
        all.addAll(List.of(more));
        Got got = make(token, all.toArray(String[]::new));
        assertThat(got.status()).as(got.text()).isEqualTo(400);
        return got.at("/error/message");
    }

    @Test
    void hiddenWordsAndAQuotedPostAreShownOnThePage() {
        String token = token();
        String media = published(
                token,
                "media_type",
                "TEXT",
                "text",
                "😀 It was Ada",
                "text_entities",
                "[{\"entity_type\":\"SPOILER\",\"offset\":9,\"length\":3}]",
                "quote_post_id",
                "18090000000000001",
                "location_id",
                "107410000000001",
                "reply_control",
                "followers_only");

        String page = web.get(ask("/" + media + "?fields=permalink", token).at("/permalink"))
                .text();
        assertThat(page)
                .contains("<span class=\"spoiler\" tabindex=\"0\">Ada</span>")
                .contains("What shall we bake first?")
                .contains("Kawiarnia pod Lipą")
                .contains("followers only");
        assertThat(ask("/" + media + "?fields=is_quote_post", token).at("/is_quote_post"))
                .isEqualTo("true");
    }

    @Test
    void placesAreFoundByTheirNames() {
        Got found = ask("/location_search?q=lip&fields=id,name,city", token());

        assertThat(found.at("/data/0/name")).isEqualTo("Kawiarnia pod Lipą");
        assertThat(found.json().at("/data")).hasSize(1);
    }

    @Test
    void aContainerLivesForADay() {
        String token = token();
        String container = container(token, "media_type", "TEXT", "text", "Old");
        clock.passes(Duration.ofHours(24));

        assertThat(ask("/" + container + "?fields=status", token).at("/status")).isEqualTo("EXPIRED");
        assertThat(publish(token, container).at("/error/code")).isEqualTo("24");
    }

    @Test
    void theTwoHundredAndFiftyFirstPostOfADayIsRefused() {
        String token = token();
        for (int i = 0; i < 250; i++) {
            published(token, "media_type", "TEXT", "text", "Post " + i);
        }
        String container = container(token, "media_type", "TEXT", "text", "One more");
        clock.passes(Duration.ofSeconds(30));

        assertThat(publish(token, container).at("/error/code")).isEqualTo("9");
        clock.passes(Duration.ofHours(23));
        assertThat(publish(token, container).status()).isEqualTo(200);
    }

    @Test
    void itMayDenyWhatItHasDone() {
        String token = token();
        String container = container(token, "media_type", "TEXT", "text", "Cake");
        clock.passes(Duration.ofSeconds(30));
        simulator.faults().add(Fault.next("threads", Kind.LIE).at("POST", "threads_publish"));

        assertThat(publish(token, container).at("/error/error_subcode")).isEqualTo("2207051");
        assertThat(site.visible()).contains("Cake");
        assertThat(ask("/" + container + "?fields=status", token).at("/status")).isEqualTo("PUBLISHED");
    }

    @Test
    void aThrottledCallSaysForHowLong() {
        String token = token();
        simulator.faults().add(Fault.next("threads", Kind.THROTTLED).lasting(Duration.ofMinutes(7)));

        Got got = ask("/me?fields=id", token);

        assertThat(got.at("/error/code")).isEqualTo("613");
        assertThat(got.at("/error/type")).isEqualTo("THApiException");
        assertThat(got.header("x-business-use-case-usage")).contains("\"estimated_time_to_regain_access\":7");
    }

    @Test
    void whatItDoesNotKnowIsRefusedAndRemembered() {
        String token = token();
        assertThat(make(token, "media_type", "TEXT", "text", "x", "media_url", "y")
                        .at("/error/code"))
                .isEqualTo("100");
        assertThat(make(token, "text", "x").at("/error/code")).isEqualTo("100");
        assertThat(make(token, "media_type", "IMAGE", "image_url", picture(), "poll_attachment", "{}")
                        .status())
                .isEqualTo(400);
        assertThat(ask("/" + CAFE + "?fields=usrname", token).status()).isEqualTo(400);
        assertThat(ask("/" + CAFE + "/threadspublish", token).at("/error/code")).isEqualTo("2500");
        assertThat(web.get(host + "/me?access_token=" + token).status()).isEqualTo(400);
        assertThat(web.send(
                                "POST",
                                graph + "/" + CAFE + "/threads",
                                "x".getBytes(StandardCharsets.UTF_8),
                                "Authorization",
                                "Bearer " + token)
                        .status())
                .isEqualTo(400);
        assertThat(simulator.journal().violations()).hasSize(7);
    }

    @Test
    void figuresGrowAndAWrongMetricFailsTheQuestion() {
        String token = token();
        String media = published(token, "media_type", "TEXT", "text", "Cake");
        published(token, "media_type", "TEXT", "text", "And tea", "reply_to_id", media);
        long first = views(token, media);
        clock.passes(Duration.ofHours(5));

        assertThat(views(token, media)).isGreaterThan(first);
        assertThat(ask("/" + media + "/insights?metric=replies", token).at("/data/0/values/0/value"))
                .isEqualTo("1");
        assertThat(ask("/" + media + "/insights?metric=impressions", token).at("/error/code"))
                .isEqualTo("100");
        Got profile = ask("/" + CAFE + "/threads_insights?metric=followers_count,views,clicks", token);
        assertThat(profile.at("/data/0/total_value/value")).isEqualTo("9310");
        assertThat(profile.at("/data/2/link_total_values/0/value")).isEqualTo("12");
    }

    private long views(String token, String media) {
        return ask("/" + media + "/insights?metric=views", token)
                .json()
                .at("/data/0/values/0/value")
                .asLong();
    }

    @Test
    void aDeletedPostIsGone() {
        String token = token();
        String media = published(token, "media_type", "TEXT", "text", "Cake");

        Got gone = web.delete(graph + "/" + media, "Authorization", "Bearer " + token);

        assertThat(gone.at("/deleted_id")).isEqualTo(media);
        assertThat(site.visible()).containsExactly(BEFORE);
        assertThat(ask("/" + media, token).at("/error/error_subcode")).isEqualTo("33");
    }
}
