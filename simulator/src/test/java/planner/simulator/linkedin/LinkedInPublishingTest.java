package planner.simulator.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.simulator.Faults;
import planner.simulator.Faults.Kind;
import planner.simulator.Stamp;
import planner.simulator.Web.Got;
import planner.simulator.Web.Heard;
import planner.simulator.media.SampleMedia;

class LinkedInPublishingTest extends Stand {
    private static final int PART = 4_194_304;

    @Test
    void aTextBecomesAPost() {
        String urn = posted(
                body(PAGE, "Tea & {hashtag|\\#|cake} with @[Zielony Kąt](urn:li:organization:2414183)"), pages());

        assertThat(urn).startsWith("urn:li:share:");
        nothingWrongWasSent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            one \\(two\\) three      ! one (two) three  ! true
            one (two) three          ! one              ! false
            a_b                      ! a                ! false
            mail@example.com         ! mail             ! false
            \\#1 {hashtag|\\#|two}   ! #1 #two          ! true
            plain #word here         ! plain #word here ! true
            a#b                      ! a                ! false
            @[Ada](urn:li:person:782bbtaQ) hi ! Ada hi  ! true
            """)
    void whatIsNotEscapedCutsTheTextAndNobodyIsTold(String sent, String shown, boolean whole) {
        posted(body(PAGE, sent), pages());

        assertThat(site.visible().getFirst().strip()).isEqualTo(shown);
        assertThat(simulator.journal().violations().isEmpty()).isEqualTo(whole);
    }

    @Test
    void aMentionNamesTheOtherAsTheyAreRegistered() {
        Got wrong = post("/rest/posts", body(PAGE, "@[zielony kąt](urn:li:organization:2414183)"), pages());

        assertThat(wrong.at("/code")).isEqualTo("INVALID_VALUE_FOR_FIELD");
    }

    @Test
    void unknownAndMissingFieldsAreToldByTheirPath() {
        String token = pages();
        Map<String, Object> less = new HashMap<>(body(PAGE, "Hi"));
        less.remove("visibility");

        assertThat(post("/rest/posts", with(body(PAGE, "Hi"), "foo", 1), token).at("/message"))
                .isEqualTo("ERROR :: /foo :: unrecognized field found but not allowed");
        assertThat(post("/rest/posts", less, token).at("/message"))
                .isEqualTo("ERROR :: /visibility :: field is required but not found and has no default value");
        assertThat(post("/rest/posts", with(body(PAGE, "Hi"), "lifecycleState", "DRAFT"), token)
                        .status())
                .isEqualTo(422);
        assertThat(simulator.journal().violations()).hasSize(3);
    }

    @Test
    void theSameFromTheSameIsADuplicateThatNamesTheFirst() {
        String token = pages();
        String first = posted(body(PAGE, "Once"), token);

        Got second = post("/rest/posts", body(PAGE, "Once"), token);

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.at("/message")).isEqualTo("Content is a duplicate of " + first);
        posted(body(ADA, "Once"), token);
    }

    @Test
    void aTextHasThreeThousandCharactersAsReadersSeeThem() {
        String token = pages();
        posted(body(PAGE, "\\(".repeat(3_000)), token);

        assertThat(post("/rest/posts", body(PAGE, "a".repeat(3_001)), token).at("/code"))
                .isEqualTo("FIELD_LENGTH_TOO_LONG");
    }

    @Test
    void anImageIsReadyAfterAWhileAndItsOwnersAlone() {
        String token = pages();
        Got made = initialized("images", Map.of("owner", PAGE), token);
        String urn = made.at("/value/image");
        Map<String, Object> post = with(body(PAGE, "Look"), "content", Map.of("media", Map.of("id", urn)));

        assertThat(get("/rest/images/" + encoded(urn), token).at("/status")).isEqualTo("WAITING_UPLOAD");
        assertThat(post("/rest/posts", post, token).at("/code")).isEqualTo("MEDIA_ASSET_WAITING_UPLOAD");
        put(made.at("/value/uploadUrl"), SampleMedia.jpeg(320, 200), "image/jpeg");
        assertThat(get("/rest/images/" + encoded(urn), token).at("/status")).isEqualTo("PROCESSING");
        clock.passes(Duration.ofSeconds(3));
        Got ready = get("/rest/images/" + encoded(urn), token);
        assertThat(ready.at("/status")).isEqualTo("AVAILABLE");
        assertThat(web.get(ready.at("/downloadUrl")).status()).isEqualTo(200);
        assertThat(post("/rest/posts", with(post, "author", ADA), token).status())
                .isEqualTo(403);
        posted(post, token);
        nothingWrongWasSent();
    }

    @Test
    void anAppThatMayOnlyShareReadsNoImages() {
        String token = member();
        String image = image(ADA, token);

        assertThat(get("/rest/images/" + encoded(image), token).status()).isEqualTo(403);
        posted(with(body(ADA, "Look"), "content", Map.of("media", Map.of("id", image))), token);
    }

    @Test
    void anUploadAddressEndsAndKnowsItsTicket() {
        String token = pages();
        String address = initialized("images", Map.of("owner", PAGE), token).at("/value/uploadUrl");

        assertThat(put(address + "x", SampleMedia.jpeg(32, 20), "image/jpeg").status())
                .isEqualTo(401);
        clock.passes(Duration.ofHours(24));
        assertThat(put(address, SampleMedia.jpeg(32, 20), "image/jpeg").status())
                .isEqualTo(401);
    }

    @Test
    void whatIsNoImageFails() {
        String token = pages();
        Got made = initialized("images", Map.of("owner", PAGE), token);
        put(made.at("/value/uploadUrl"), "no image".getBytes(StandardCharsets.UTF_8), "image/png");
        clock.passes(Duration.ofSeconds(3));
        String urn = made.at("/value/image");

        assertThat(get("/rest/images/" + encoded(urn), token).at("/status")).isEqualTo("PROCESSING_FAILED");
        assertThat(post("/rest/posts", with(body(PAGE, "Look"), "content", Map.of("media", Map.of("id", urn))), token)
                        .at("/code"))
                .isEqualTo("MEDIA_ASSET_PROCESSING_FAILED");
    }

    private Got film(String token, long size) {
        return initialized(
                "videos",
                Map.of("owner", PAGE, "fileSizeBytes", size, "uploadCaptions", false, "uploadThumbnail", false),
                token);
    }

    private Got finished(Got film, List<String> tags, String token) {
        return post(
                "/rest/videos?action=finalizeUpload",
                Map.of(
                        "finalizeUploadRequest",
                        Map.of("video", film.at("/value/video"), "uploadToken", "", "uploadedPartIds", tags)),
                token);
    }

    @Test
    void aVideoInPartsBecomesAPost() {
        String token = pages();
        byte[] video = SampleMedia.mp4(640, 360, Duration.ofSeconds(5), 30, "avc1", PART + 100);
        Got film = film(token, video.length);
        String octets = "application/octet-stream";

        String second = put(
                        film.at("/value/uploadInstructions/1/uploadUrl"),
                        Arrays.copyOfRange(video, PART, video.length),
                        octets)
                .header("etag")
                .replace("\"", "");
        assertThat(finished(film, List.of(second), token).status()).isEqualTo(400);
        assertThat(put(film.at("/value/uploadInstructions/0/uploadUrl"), new byte[7], octets)
                        .status())
                .isEqualTo(400);
        String first = put(film.at("/value/uploadInstructions/0/uploadUrl"), Arrays.copyOfRange(video, 0, PART), octets)
                .header("etag")
                .replace("\"", "");
        assertThat(finished(film, List.of(second, first), token).status()).isEqualTo(400);
        assertThat(finished(film, List.of(first, second), token).status()).isEqualTo(200);
        assertThat(finished(film, List.of(first, second), token).status()).isEqualTo(400);
        clock.passes(Duration.ofSeconds(11));
        String urn = film.at("/value/video");
        assertThat(get("/rest/videos/" + encoded(urn), token).at("/status")).isEqualTo("AVAILABLE");
        assertThat(posted(with(body(PAGE, "Look"), "content", Map.of("media", Map.of("id", urn))), token))
                .startsWith("urn:li:ugcPost:");
        assertThat(simulator.journal().violations()).hasSize(4);
    }

    @Test
    void aVideoHasItsSizeAndItsLength() {
        String token = pages();
        assertThat(film(token, 76_799).status()).isEqualTo(400);
        assertThat(film(token, 500_000_001).status()).isEqualTo(400);
        byte[] video = SampleMedia.mp4(640, 360, Duration.ofSeconds(2), 30, "avc1", 80_000);
        Got film = film(token, video.length);
        String tag = put(film.at("/value/uploadInstructions/0/uploadUrl"), video, "application/octet-stream")
                .header("etag")
                .replace("\"", "");
        finished(film, List.of(tag), token);
        clock.passes(Duration.ofSeconds(11));

        Got failed = get("/rest/videos/" + encoded(film.at("/value/video")), token);

        assertThat(failed.at("/status")).isEqualTo("PROCESSING_FAILED");
        assertThat(failed.at("/processingFailureReason")).isEqualTo("DURATION_OUT_OF_RANGE");
    }

    @Test
    void pollsArticlesAndImagesHaveTheirShape() {
        String token = pages();
        Map<String, Object> poll = Map.of(
                "question", "Tea?",
                "options", List.of(Map.of("text", "Yes"), Map.of("text", "No")),
                "settings", Map.of("duration", "ONE_DAY"));
        posted(with(body(PAGE, "Ask"), "content", Map.of("poll", poll)), token);
        Map<String, Object> article = Map.of("source", "https://example.com/a", "title", "A");
        posted(with(body(PAGE, "Read"), "content", Map.of("article", article)), token);

        assertThat(content(Map.of("poll", poll, "article", article), token)).isEqualTo(422);
        assertThat(content(Map.of("poll", with(new HashMap<>(poll), "options", List.of(Map.of("text", "Yes")))), token))
                .isEqualTo(400);
        assertThat(content(Map.of("article", Map.of("source", "nowhere", "title", "A")), token))
                .isEqualTo(400);
        assertThat(content(Map.of("article", Map.of("source", "https://example.com")), token))
                .isEqualTo(422);
        assertThat(content(Map.of("multiImage", Map.of("images", List.of(Map.of("id", image(PAGE, token))))), token))
                .isEqualTo(400);
        String page = web.get(setting("web-url") + "/company/zielony-kat/").text();
        assertThat(page).contains("Tea?", "1d left", "https://example.com/a", "48.2K followers");
    }

    private int content(Map<String, Object> content, String token) {
        return post("/rest/posts", with(body(PAGE, "Shape"), "content", content), token)
                .status();
    }

    @Test
    void commentsAreReadAndRingTheBellOfAPage() throws InterruptedException {
        String token = pages();
        simulator.hooks().target("linkedin", web.hook());
        String urn = posted(body(PAGE, "Talk"), token);
        site.comment(urn, "Nice ławka");

        Heard heard = web.heard().poll(5, TimeUnit.SECONDS);

        assertThat(heard).isNotNull();
        assertThat(heard.text()).contains("\"action\":\"COMMENT\"", urn, "Nice ławka");
        byte[] signed = ("hmacsha256=" + heard.text()).getBytes(StandardCharsets.UTF_8);
        byte[] key = setting("pages-client-secret").getBytes(StandardCharsets.UTF_8);
        assertThat(heard.header("X-li-signature"))
                .isEqualTo(HexFormat.of().formatHex(Stamp.sign(key, signed, "HmacSHA256")));
        Got comments = get("/rest/socialActions/" + encoded(urn) + "/comments", token);
        assertThat(comments.at("/elements/0/message/text")).isEqualTo("Nice ławka");
        assertThat(web.get(setting("web-url") + "/feed/update/" + urn + "/").text())
                .contains("Nice ławka");
    }

    @Test
    void whoDoesNotKnowTheSecretIsNotAWebhook() {
        simulator.hooks().target("linkedin", web.hook());

        assertThat(site.validate()).isFalse();
    }

    @Test
    void aNewerAppNeedsThePermissionToComment() {
        String token = member();
        String urn = posted(body(ADA, "Mine"), token);

        Got refused = post(
                "/rest/socialActions/" + encoded(urn) + "/comments",
                Map.of("actor", ADA, "object", urn, "message", Map.of("text", "More")),
                token);

        assertThat(refused.at("/code")).isEqualTo("ACCESS_DENIED");
    }

    @Test
    void faultsStrikeInLinkedInsOwnShape() {
        String token = pages();
        simulator.faults().add(Faults.Fault.next("linkedin", Kind.ERROR_BEFORE));
        assertThat(post("/rest/posts", body(PAGE, "One"), token).at("/code")).isEqualTo("INTERNAL_SERVER_ERROR");
        simulator.faults().add(Faults.Fault.next("linkedin", Kind.THROTTLED));
        assertThat(post("/rest/posts", body(PAGE, "One"), token).status()).isEqualTo(429);
        assertThat(site.visible()).isEmpty();
        simulator.faults().add(Faults.Fault.next("linkedin", Kind.ERROR_AFTER));
        assertThat(post("/rest/posts", body(PAGE, "One"), token).status()).isEqualTo(500);
        assertThat(site.visible()).containsExactly("One");
    }
}
