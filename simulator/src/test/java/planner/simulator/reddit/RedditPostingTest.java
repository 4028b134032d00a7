package planner.simulator.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import planner.simulator.Web.Got;
import planner.simulator.media.SampleMedia;
import tools.jackson.databind.JsonNode;

class RedditPostingTest extends Stand {
    private static final Duration PACE = Duration.ofSeconds(20);

    private Got submit(Map<String, String> fields, String token) {
        clock.passes(PACE);
        return form("/api/submit", fields, token);
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private Got mine(String token) {
        return get("/user/mossy_corner/submitted?sort=new&limit=25&raw_json=1", token);
    }

    @Test
    void aTextIsThereAtOnce() {
        String token = access();
        Got got = self("plantcare", "A & B <3", token);
        assertThat(got.at("/json/data/url")).endsWith("/r/plantcare/comments/" + got.at("/json/data/id") + "/a_b_3/");
        assertThat(got.at("/json/data/name")).isEqualTo("t3_" + got.at("/json/data/id"));
        assertThat(mine(token).at("/data/children/0/data/title")).isEqualTo("A & B <3");
        assertThat(get("/api/info?id=" + got.at("/json/data/name"), token).at("/data/children/0/data/title"))
                .as("escaped without raw_json")
                .isEqualTo("A &amp; B &lt;3");
        assertThat(site.visible()).containsExactly("A & B <3\nWords");
        assertThat(web.get(got.at("/json/data/url")).text()).contains("A &amp; B &lt;3", "r/plantcare");
        assertThat(web.get(simulator.timeline("reddit").toString()).text()).contains("u/mossy_corner");
        nothingWrongWasSent();
    }

    @Test
    void aPictureIsTakenNowAndSeenLater() {
        String token = access();
        Got lease = picture(token);
        Got got = form(
                "/api/submit",
                Map.of("sr", "plantcare", "kind", "image", "title", "Fern", "url", address(lease)),
                token);
        assertThat(got.json().at("/json/data").has("id")).isFalse();
        assertThat(got.at("/json/data/websocket_url")).startsWith("wss://");
        assertThat(mine(token).json().at("/data/children")).isEmpty();
        clock.passes(Duration.ofSeconds(4));
        String url = mine(token).at("/data/children/0/data/url");
        assertThat(url).endsWith("/" + lease.at("/asset/asset_id") + ".png");
        assertThat(web.get(url).status()).isEqualTo(200);
        nothingWrongWasSent();
    }

    @Test
    void aFilmNeedsAPosterAndTime() {
        String token = access();
        Got film = uploaded("video/mp4", SampleMedia.mp4(360, 640, Duration.ofSeconds(5)), token);
        Map<String, String> fields = Map.of("sr", "plantcare", "kind", "video", "title", "Rain", "url", address(film));
        assertThat(code(submit(fields, token))).isEqualTo("MISSING_VIDEO_URLS");
        assertThat(code(submit(with(fields, "video_poster_url", address(picture(token))), token)))
                .isEmpty();
        clock.passes(Duration.ofSeconds(44));
        assertThat(site.visible()).isEmpty();
        clock.passes(Duration.ofSeconds(1));
        assertThat(mine(token).json().at("/data/children/0/data/is_video").asBoolean())
                .isTrue();
        nothingWrongWasSent();
    }

    @Test
    void theUploadHostTakesJustWhatWasPromised() {
        String token = access();
        Got lease = lease("image/png", token);
        List<JsonNode> fields = fields(lease);
        byte[] file = SampleMedia.png(40, 30);
        assertThat(upload(lease, fields.reversed(), file).status())
                .as("another order")
                .isEqualTo(403);
        assertThat(upload(lease, fields.subList(1, fields.size()), file).status())
                .as("one less")
                .isEqualTo(403);
        assertThat(upload(lease, fields, file, "Authorization", "bearer " + token)
                        .status())
                .isEqualTo(400);
        assertThat(simulator.journal().violations()).hasSize(3);
        Got large = upload(lease, fields, new byte[20_971_521]);
        assertThat(large.status()).isEqualTo(400);
        assertThat(large.text()).contains("EntityTooLarge", "<MaxSizeAllowed>20971520</MaxSizeAllowed>");
        clock.passes(Duration.ofMinutes(15));
        assertThat(upload(lease, fields, file).status()).as("too late").isEqualTo(403);
        assertThat(simulator.journal().violations()).hasSize(3);
    }

    @Test
    void anAddressThatIsNoUploadedFileIsRefused() {
        String token = access();
        Got promised = lease("image/png", token);
        Map<String, String> fields = Map.of("sr", "plantcare", "kind", "image", "title", "Fern");
        assertThat(code(submit(with(fields, "url", address(promised)), token))).isEqualTo("BAD_URL");
        assertThat(code(submit(with(fields, "url", "https://example.com/a.png"), token)))
                .isEqualTo("BAD_URL");
        String foreign = tokens("9x2new", SCOPES).at("/access_token");
        assertThat(code(submit(with(fields, "url", address(picture(foreign))), token)))
                .isEqualTo("BAD_URL");
    }

    @Test
    void aFileThatIsNoPictureNeverAppears() {
        String token = access();
        Got text = uploaded("image/png", "no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8), token);
        Got got = submit(Map.of("sr", "plantcare", "kind", "image", "title", "Fern", "url", address(text)), token);
        assertThat(code(got)).isEmpty();
        clock.passes(Duration.ofHours(2));
        assertThat(mine(token).json().at("/data/children")).isEmpty();
    }

    @Test
    void aGalleryHasTwoToTwentyDifferentPictures() {
        String token = access();
        String one = picture(token).at("/asset/asset_id");
        String two = picture(token).at("/asset/asset_id");
        Got got = gallery(List.of(one, two), token);
        assertThat(got.at("/json/data/id")).startsWith("t3_");
        assertThat(mine(token).at("/data/children/0/data/gallery_data/items/1/media_id"))
                .isEqualTo(two);
        assertThat(code(gallery(List.of(one), token))).isEqualTo("INVALID_OPTION");
        assertThat(gallery(List.of(one, one), token).status()).isEqualTo(500);
        assertThat(simulator.journal().violations()).hasSize(1);
    }

    private Got gallery(List<String> media, String token) {
        clock.passes(PACE);
        List<Map<String, String>> items = media.stream()
                .map(it -> Map.of("media_id", it, "caption", "", "outbound_url", ""))
                .toList();
        return json("/api/submit_gallery_post.json", Map.of("sr", "plantcare", "title", "Both", "items", items), token);
    }

    @Test
    void aPollHasTwoToSixAnswersAndAWeekAtMost() {
        String token = access();
        assertThat(poll(List.of("a", "b"), 7, token).at("/json/data/id")).startsWith("t3_");
        assertThat(mine(token).at("/data/children/0/data/selftext")).contains("[View Poll](");
        assertThat(code(poll(List.of("a"), 7, token))).isEqualTo("TOO_FEW_OPTIONS");
        assertThat(code(poll(List.of("a", "b", "c", "d", "e", "f", "g"), 7, token)))
                .isEqualTo("INVALID_OPTION");
        assertThat(code(poll(List.of("a", "b"), 8, token))).isEqualTo("INVALID_OPTION");
        nothingWrongWasSent();
    }

    private Got poll(List<String> options, int days, String token) {
        clock.passes(PACE);
        return json(
                "/api/submit_poll_post",
                Map.of("sr", "plantcare", "title", "Which", "text", "?", "options", options, "duration", days),
                token);
    }

    @Test
    void everySubredditHasItsOwnRules() {
        String token = access();
        assertThat(code(self("plantphotos", "x", token))).isEqualTo("NO_SELFS");
        assertThat(code(submit(link("askgardeners"), token))).isEqualTo("NO_LINKS");
        assertThat(code(self("bonsaimasters", "x", token))).isEqualTo("BANNED_FROM_SUBREDDIT");
        assertThat(code(self("closedbeds", "x", token))).isEqualTo("SUBREDDIT_NOTALLOWED");
        assertThat(code(self("secretgreens", "x", token))).isEqualTo("SUBREDDIT_NOTALLOWED");
        assertThat(code(self("u_fresh_sprout", "x", token))).isEqualTo("SUBREDDIT_NOTALLOWED");
        assertThat(code(self("nosuchplace", "x", token))).isEqualTo("SUBREDDIT_NOEXIST");
        assertThat(code(self("", "x", token))).isEqualTo("SUBREDDIT_REQUIRED");
        assertThat(code(self("two words", "x", token))).isEqualTo("BAD_SR_NAME");
        assertThat(code(self("plantcare", "", token))).isEqualTo("NO_TEXT");
        assertThat(code(self("plantcare", "x".repeat(301), token))).isEqualTo("TOO_LONG");
        assertThat(get("/r/secretgreens/about", token).at("/reason")).isEqualTo("private");
        assertThat(get("/r/weeds/about", token).at("/reason")).isEqualTo("banned");
        assertThat(site.visible()).isEmpty();
        nothingWrongWasSent();
    }

    private static Map<String, String> link(String subreddit) {
        return Map.of("sr", subreddit, "kind", "link", "title", "Soil", "url", "https://example.com/soil");
    }

    @Test
    void demandsAreCheckedWhereThePostAsksForIt() {
        String token = access();
        Map<String, String> fields =
                Map.of("sr", "gardening", "kind", "self", "title", "A giveaway of seeds", "validate_on_submit", "true");
        Got got = submit(fields, token);
        assertThat(got.status()).isEqualTo(400);
        assertThat(got.at("/reason")).isEqualTo("SUBMIT_VALIDATION_TITLE_BLACKLISTED_STRING");
        assertThat(got.at("/error_type")).isEqualTo("SUBMIT_VALIDATION_ERROR");
        assertThat(submit(with(fields, "title", "Short"), token).at("/reason"))
                .isEqualTo("SUBMIT_VALIDATION_TITLE_MIN_LENGTH");
        assertThat(submit(with(fields, "title", "A fine long title"), token).at("/reason"))
                .isEqualTo("SUBMIT_VALIDATION_FLAIR_REQUIRED");
        Map<String, String> flaired = with(fields, "title", "A fine long title");
        assertThat(code(submit(with(flaired, "flair_id", "nonsense"), token))).isEqualTo("BAD_FLAIR_TEMPLATE_ID");
        assertThat(code(submit(with(flaired, "flair_id", "7c41d2e0-0002-11ef-8b22-0e5a4b7c2d02"), token)))
                .isEmpty();
        assertThat(mine(token).at("/data/children/0/data/link_flair_text")).isEqualTo("Flowers");
        nothingWrongWasSent();
    }

    @Test
    void everybodyIsToldTheRulesAndTheDemands() {
        String token = access();
        JsonNode rules = get("/r/gardening/about/rules", token).json().path("rules");
        assertThat(rules.valueStream().map(it -> it.path("short_name").asString()))
                .containsExactly("Be kind", "Show your own garden", "Answer the question");
        assertThat(rules.path(2).path("kind").asString()).isEqualTo("comment");
        JsonNode demands = get("/api/v1/gardening/post_requirements", token).json();
        assertThat(demands.path("gallery_max_items").asInt()).isEqualTo(5);
        assertThat(demands.path("title_text_max_length").asInt()).isEqualTo(120);
        assertThat(demands.path("gallery_min_items").isNull()).isTrue();
        assertThat(get("/r/plantcare/about/rules", token).json().path("rules")).isEmpty();
        assertThat(get("/r/secretgreens/about/rules", token).status()).isEqualTo(403);
        nothingWrongWasSent();
    }

    @Test
    void theSameLinkTwiceMustBeWanted() {
        String token = access();
        assertThat(code(submit(link("plantcare"), token))).isEmpty();
        assertThat(code(submit(link("plantcare"), token))).isEqualTo("ALREADY_SUB");
        assertThat(code(submit(with(link("plantcare"), "resubmit", "true"), token)))
                .isEmpty();
        assertThat(code(submit(link("u_mossy_corner"), token))).isEmpty();
        assertThat(code(submit(with(link("plantcare"), "url", "ftp://x/y"), token)))
                .isEqualTo("BAD_URL");
        assertThat(code(submit(with(link("plantcare"), "url", ""), token))).isEqualTo("NO_URL");
    }

    @Test
    void whoPostsTooFastMustWait() {
        String token = access();
        self("plantcare", "One", token);
        Got got = self("plantcare", "Two", token);
        assertThat(got.status()).isEqualTo(200);
        assertThat(code(got)).isEqualTo("RATELIMIT");
        assertThat(got.at("/json/errors/0/1")).contains("Take a break for 20 seconds");
        assertThat(got.json().at("/json/ratelimit").asDouble()).isEqualTo(20);
        String fresh = tokens("9x2new", SCOPES).at("/access_token");
        self("plantcare", "One", fresh);
        assertThat(self("plantcare", "Two", fresh).at("/json/errors/0/1")).contains("for 10 minutes");
        clock.passes(Duration.ofMinutes(10));
        assertThat(code(self("plantcare", "Two", fresh))).isEmpty();
    }

    @Test
    void filtersSayNothing() {
        String token = access();
        String id = self("quietcorner", "Anybody here", token).at("/json/data/name");
        assertThat(id).startsWith("t3_");
        JsonNode post = get("/api/info?id=" + id, token).json().at("/data/children/0/data");
        assertThat(post.path("removed_by_category").asString()).isEqualTo("automod_filtered");
        assertThat(post.path("is_robot_indexable").asBoolean()).isFalse();
        assertThat(site.visible()).isEmpty();
        site.filter("plantcare", "reddit");
        clock.passes(PACE);
        self("plantcare", "And here", token);
        assertThat(mine(token).at("/data/children/0/data/removed_by_category")).isEqualTo("reddit");
    }

    @Test
    void aCommentStandsBelowItsPostUntilThatIsDeleted() {
        String token = access();
        String id = self("plantcare", "One", token).at("/json/data/name");
        Map<String, String> words = Map.of("thing_id", id, "text", "First");
        assertThat(form("/api/comment", words, token).at("/json/data/things/0/data/body"))
                .isEqualTo("First");
        assertThat(get("/comments/" + id.substring(3) + "?sort=new", token).at("/1/data/children/0/data/author"))
                .isEqualTo("mossy_corner");
        assertThat(form("/api/del", Map.of("id", id), token).text()).isEqualTo("{}");
        assertThat(code(form("/api/comment", words, token))).isEqualTo("DELETED_THING");
        nothingWrongWasSent();
    }

    @Test
    void whatItDoesNotKnowIsRefusedAndRemembered() {
        String token = access();
        assertThat(submit(with(link("plantcare"), "tilte", "x"), token).status())
                .isEqualTo(400);
        assertThat(get("/api/v1/me?fields=all", token).status()).isEqualTo(400);
        assertThat(submit(with(link("plantcare"), "nsfw", "maybe"), token).status())
                .isEqualTo(400);
        assertThat(json("/api/submit", link("plantcare"), token).status()).isEqualTo(400);
        Got script = web.form(
                api + "/api/submit", link("plantcare"), "Authorization", "bearer " + token, "User-Agent", AGENT);
        assertThat(script.json().has("jquery")).as("without api_type").isTrue();
        assertThat(simulator.journal().violations()).hasSize(5);
        assertThat(get("/api/nothing", token).status()).isEqualTo(404);
        assertThat(site.visible()).isEmpty();
    }
}
