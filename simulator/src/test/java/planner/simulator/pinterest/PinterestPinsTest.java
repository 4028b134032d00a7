package planner.simulator.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planner.simulator.Web.Got;
import planner.simulator.media.SampleMedia;

class PinterestPinsTest extends Stand {
    private static void says(Got got, int status, int code, String words) {
        assertThat(got.status()).as(got.text()).isEqualTo(status);
        assertThat(got.json().path("code").asInt()).isEqualTo(code);
        assertThat(got.at("/message")).contains(words);
    }

    @Test
    void aPinIsMadeAndShown() {
        String token = access();
        Got made = pinned(token);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/media/media_type")).isEqualTo("image");
        assertThat(made.at("/created_at")).isEqualTo("2026-11-23T10:00:00");
        assertThat(site.visible()).containsExactly("Moss");
        String page =
                web.get(setting("web-url") + "/pin/" + made.at("/id") + "/").text();
        assertThat(page).contains("Moss", "Balkon i zieleń");
        assertThat(web.get(made.at("/media/images/600x/url")).header("content-type"))
                .isEqualTo("image/jpeg");
        assertThat(web.get(simulator.base() + "/pinterest" + site.timeline()).text())
                .contains("Moss");
        assertThat(web.get(setting("web-url") + "/zielonykat/_saved/").text()).contains("Balkon i zieleń");
        assertThat(web.get(setting("web-url") + "/zielonykat/balkon-i-ziele%C5%84/")
                        .text())
                .contains("Moss");
        nothingWrongWasSent();
    }

    @Test
    void theSamePinTwiceMakesTwo() {
        String token = access();

        assertThat(pinned(token).at("/id")).isNotEqualTo(pinned(token).at("/id"));
        assertThat(site.visible()).hasSize(2);
    }

    @Test
    void listsShowTheNewestFirstPageByPage() {
        String token = access();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(pinned(token).at("/id"));
            clock.passes(Duration.ofSeconds(1));
        }

        Got first = get("/boards/" + BOARD + "/pins?page_size=3", token);
        Got second = get("/boards/" + BOARD + "/pins?page_size=3&bookmark=" + first.at("/bookmark"), token);

        assertThat(ids(first)).isEqualTo(made.subList(0, 3));
        assertThat(ids(second)).isEqualTo(made.subList(3, 5));
        assertThat(second.json().path("bookmark").isNull()).isTrue();
        assertThat(ids(get("/pins", token))).isEqualTo(made);
        site.lag(Duration.ofSeconds(3));
        assertThat(ids(get("/pins", token))).isEqualTo(made.subList(2, 5));
        nothingWrongWasSent();
    }

    private static List<String> ids(Got list) {
        return list.json()
                .path("items")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    @Test
    void onlyOpenBoardsOfOnesOwnTakePins() {
        String token = access();

        says(onBoard("549755885190", token), 403, 29, "not permitted");
        says(onBoard("549755885178", token), 403, 7, "Not authorized");
        says(onBoard("1", token), 404, 40, "Board not found");
        says(onBoard("abc", token), 400, 1, "'^\\d+$'");
        says(with("board_section_id", "99", token), 404, 2031, "section");
        site.deleteBoard(BOARD);
        says(pinned(token), 404, 40, "Board not found");
        assertThat(onBoard("549755885177", token).status()).isEqualTo(201);
        assertThat(site.visible()).isEmpty();
    }

    private Got onBoard(String board, String token) {
        return with("board_id", board, token);
    }

    private Got with(String field, Object value, String token) {
        Map<String, Object> pin = pin(photo());
        pin.put(field, value);
        return post("/pins", pin, token);
    }

    @Test
    void whatAPinSaysHasItsLimits() {
        String token = access();

        says(with("title", "a".repeat(101), token), 400, 1, "maxLength=100");
        says(with("description", "a".repeat(801), token), 400, 1, "maxLength=800");
        says(with("alt_text", "a".repeat(501), token), 400, 1, "maxLength=500");
        says(with("link", "https://example.com/" + "a".repeat(2_048), token), 400, 1, "maxLength=2048");
        says(with("link", "example.com", token), 400, 1, "invalid URL");
        says(with("link", "https://bit.ly/x", token), 400, 1, "invalid URL");
        says(with("dominant_color", "red", token), 400, 1, "dominant_color");
        says(with("note", "gone since 5.20", token), 400, 1, "unknown field note");
        assertThat(with("title", "👩‍🚀".repeat(33), token).status()).isEqualTo(201);
    }

    @Test
    void aSourceIsWholeAndOfItsKind() {
        String token = access();

        says(post("/pins", Map.of("board_id", BOARD), token), 400, 1, "media_source is required");
        says(post("/pins", pin(Map.of("source_type", "video_url", "url", "http://x")), token), 400, 1, "source_type");
        Map<String, Object> extra = new HashMap<>(photo());
        extra.put("url", "http://x");
        says(post("/pins", pin(extra), token), 400, 1, "unknown field media_source.url");
        Map<String, Object> lying = new HashMap<>(photo());
        lying.put("content_type", "image/png");
        says(post("/pins", pin(lying), token), 400, 1, "not of the type");
        lying.put("content_type", "image/webp");
        says(post("/pins", pin(lying), token), 400, 1, "content_type");
        says(post("/pins", pin(base64(SampleMedia.jpeg(199, 400))), token), 400, 1, "too small");
    }

    @Test
    void anAddressIsFetchedOrSaidToBeOutOfReach() {
        String token = access();
        String good = web.offer("leaf.jpg", "image/jpeg", SampleMedia.jpeg(400, 600));
        String page = web.offer("leaf.html", "text/html", "<p>leaf".getBytes(StandardCharsets.UTF_8));

        assertThat(post("/pins", pin(byAddress(good)), token).status()).isEqualTo(201);
        says(post("/pins", pin(byAddress(good + "x")), token), 400, 1, "Unable to reach the URL");
        says(post("/pins", pin(byAddress(page)), token), 400, 1, "Unable to reach the URL");
        says(post("/pins", pin(byAddress("http://127.0.0.1:1/x.jpg")), token), 400, 1, "Unable to reach the URL");
        nothingWrongWasSent();
    }

    private static Map<String, Object> byAddress(String url) {
        return Map.of("source_type", "image_url", "url", url);
    }

    @Test
    void aCarouselHasTwoToFiveImagesOfOneSize() {
        String token = access();
        String one = web.offer("one.jpg", "image/jpeg", SampleMedia.jpeg(400, 600));
        String other = web.offer("other.jpg", "image/jpeg", SampleMedia.jpeg(400, 500));

        says(post("/pins", pin(several(one, 1)), token), 400, 1, "minItems=2");
        says(post("/pins", pin(several(one, 6)), token), 400, 1, "maxItems=5");
        Map<String, Object> mixed = Map.of(
                "source_type", "multiple_image_urls", "items", List.of(Map.of("url", one), Map.of("url", other)));
        says(post("/pins", pin(mixed), token), 400, 1, "same dimensions");
        Got made = post("/pins", pin(several(one, 5)), token);
        assertThat(made.at("/media/media_type")).isEqualTo("multiple_images");
        assertThat(made.json().at("/media/items").size()).isEqualTo(5);
        nothingWrongWasSent();
    }

    private static Map<String, Object> several(String url, int count) {
        return Map.of(
                "source_type",
                "multiple_image_urls",
                "items",
                IntStream.range(0, count).mapToObj(i -> Map.of("url", url)).toList());
    }

    @Test
    void aBoardNameIsThereOnce() {
        String token = access();

        Got made = post("/boards", Map.of("name", "Szkło", "privacy", "SECRET"), token);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/privacy")).isEqualTo("SECRET");
        says(post("/boards", Map.of("name", "SZKŁO"), token), 400, 58, "already");
        says(post("/boards", Map.of("name", "b".repeat(51)), token), 400, 1, "maxLength=50");
        says(post("/boards", Map.of("privacy", "PUBLIC"), token), 400, 1, "name is required");
        Got section = post("/boards/" + made.at("/id") + "/sections", Map.of("name", "Zielone"), token);
        assertThat(section.status()).isEqualTo(201);
        assertThat(get("/boards/" + made.at("/id") + "/sections", token).at("/items/0/name"))
                .isEqualTo("Zielone");
        assertThat(get("/boards?privacy=SECRET", token).json().path("items").size())
                .isEqualTo(2);
        assertThat(get("/boards/" + made.at("/id"), token).at("/name")).isEqualTo("Szkło");
    }

    @Test
    void withTrialAccessOnlyTheMakerSeesAPin() {
        String token = access();
        site.trust(Level.TRIAL);
        String pin = pinned(token).at("/id");

        assertThat(get("/pins/" + pin, token).status()).isEqualTo(200);
        assertThat(ids(get("/pins", token))).containsExactly(pin);
        assertThat(site.visible()).isEmpty();
        assertThat(web.get(setting("web-url") + "/pin/" + pin + "/").status()).isEqualTo(404);
        assertThat(web.get(setting("web-url") + "/zielonykat/").text()).doesNotContain("Moss");
    }

    @Test
    void aPinIsRemoved() {
        String token = access();
        String pin = pinned(token).at("/id");

        assertThat(web.delete(api + "/pins/" + pin, "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(204);
        says(get("/pins/" + pin, token), 404, 50, "Pin not found");
        assertThat(site.visible()).isEmpty();
    }

    @Test
    void numbersGrowAndReachNinetyDaysBack() {
        String token = access();
        String pin = pinned(token).at("/id");
        String counted = "/pins/" + pin + "?pin_metrics=true";
        long before = get(counted, token)
                .json()
                .at("/pin_metrics/lifetime_metrics/impression")
                .asLong();
        clock.passes(Duration.ofHours(5));

        assertThat(get(counted, token)
                        .json()
                        .at("/pin_metrics/lifetime_metrics/impression")
                        .asLong())
                .isGreaterThan(before);
        assertThat(get("/pins/" + pin, token).json().path("pin_metrics").isNull())
                .isTrue();
        String analytics = "/pins/" + pin + "/analytics?end_date=2026-11-23&metric_types=SAVE,IMPRESSION&start_date=";
        assertThat(get(analytics + "2026-11-23", token)
                        .json()
                        .at("/all/summary_metrics/SAVE")
                        .isNumber())
                .isTrue();
        assertThat(get(analytics + "2026-08-24", token).status()).isEqualTo(400);
        assertThat(get(analytics.replace("SAVE,", "VIDEO_START,") + "2026-11-23", token)
                        .status())
                .isEqualTo(400);
    }
}
