package planner.simulator.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.simulator.Web.Got;
import planner.simulator.media.SampleMedia;

class YouTubeUploadTest extends Stand {
    private static final int UNIT = 256 * 1024;

    @Test
    void aVideoAppearsWithItsLastByte() {
        String token = access();
        byte[] film = clip(3 * UNIT + 17);
        String address = open(video("Moss", "public"), film.length, token).header("location");

        Got first = put(address, film, 0, 2 * UNIT, token);
        assertThat(first.status()).isEqualTo(308);
        assertThat(first.header("range")).isEqualTo("bytes=0-" + (2 * UNIT - 1));
        assertThat(site.visible()).isEmpty();
        Got last = put(address, film, 2 * UNIT, film.length, token);
        assertThat(last.status()).isEqualTo(200);
        assertThat(last.at("/status/uploadStatus")).isEqualTo("uploaded");
        assertThat(site.visible()).containsExactly("Moss\nIt grows");

        String id = last.at("/id");
        assertThat(id).hasSize(11);
        clock.passes(Duration.ofMinutes(1));
        Got read = get("/videos?part=status,fileDetails,snippet,contentDetails,processingDetails&id=" + id, token);
        assertThat(read.at("/items/0/status/uploadStatus")).isEqualTo("processed");
        assertThat(read.at("/items/0/fileDetails/fileName")).isEqualTo("moss.mp4");
        assertThat(read.at("/items/0/fileDetails/fileSize")).isEqualTo("" + film.length);
        assertThat(read.at("/items/0/processingDetails/processingStatus")).isEqualTo("succeeded");
        nothingWrongWasSent();
    }

    @Test
    void anUploadTellsHowMuchItHolds() {
        String token = access();
        byte[] film = clip(UNIT + 17);
        String address = open(video("Moss", "public"), film.length, token).header("location");
        String question = "bytes */" + film.length;

        Got nothing = put(address, new byte[0], question, token);
        assertThat(nothing.status()).isEqualTo(308);
        assertThat(nothing.header("range")).isEmpty();
        put(address, film, 0, UNIT, token);
        assertThat(put(address, new byte[0], question, token).header("range")).isEqualTo("bytes=0-" + (UNIT - 1));
        String id = put(address, film, UNIT, film.length, token).at("/id");
        assertThat(put(address, new byte[0], question, token).at("/id")).isEqualTo(id);
        assertThat(site.visible()).hasSize(1);
        nothingWrongWasSent();
    }

    @Test
    void theWholeFileMayComeWithoutARange() {
        String token = access();
        byte[] film = clip(0);
        String address = open(video("Moss", "public"), film.length, token).header("location");

        Got got = web.send("PUT", address, film, "Authorization", "Bearer " + token, "Content-Type", "video/mp4");

        assertThat(got.at("/id")).hasSize(11);
        nothingWrongWasSent();
    }

    @Test
    void piecesFollowTheirRules() {
        String token = access();
        byte[] film = clip(3 * UNIT);
        String address = open(video("Moss", "public"), film.length, token).header("location");

        assertThat(put(address, film, 0, 1000, token).status()).isEqualTo(400);
        assertThat(put(address, film, UNIT, 2 * UNIT, token).status()).isEqualTo(400);
        assertThat(put(address, new byte[5], "bytes 0-" + (UNIT - 1) + "/" + film.length, token)
                        .status())
                .isEqualTo(400);
        assertThat(put(address, new byte[UNIT], "bytes 0-" + (UNIT - 1) + "/1", token)
                        .status())
                .isEqualTo(400);
        put(address, film, 0, UNIT, token);
        assertThat(put(address, film, 0, UNIT, token).status()).isEqualTo(400);
        assertThat(simulator.journal().violations()).hasSize(5);
        assertThat(put(address, film, UNIT, film.length, token).status()).isEqualTo(200);
    }

    @Test
    void anUploadLivesForAWeekAndOutlivesItsToken() {
        String token = access();
        byte[] film = clip(0);
        String address = open(video("Moss", "public"), film.length, token).header("location");
        clock.passes(Duration.ofDays(6));

        assertThat(put(address, film, 0, film.length, token).status()).isEqualTo(401);
        assertThat(put(address, new byte[0], "bytes */" + film.length, access()).status())
                .isEqualTo(308);
        clock.passes(Duration.ofDays(1));
        assertThat(put(address, film, 0, film.length, access()).status()).isEqualTo(404);
        assertThat(put(address + "x", film, 0, film.length, access()).status()).isEqualTo(404);
        nothingWrongWasSent();
    }

    @ParameterizedTest
    @CsvSource({
        "title, '', invalidTitle",
        "title, a<b, invalidTitle",
        "description, a>b, invalidDescription",
        "categoryId, 18, invalidCategoryId",
        "categoryId, '', invalidCategoryId",
        "defaultLanguage, polish language, invalidVideoMetadata",
        "colour, red, badRequest"
    })
    void whatIsSaidOfAVideoIsChecked(String field, String value, String reason) {
        Map<String, Object> snippet = new HashMap<>(Map.of("title", "Moss", "categoryId", "22"));
        snippet.put(field, value);

        Got got = open(Map.of("snippet", snippet, "status", Map.of("privacyStatus", "public")), 1000, access());

        assertThat(got.status()).isEqualTo(400);
        assertThat(reason(got)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "public, 2026-12-24T18:00:00Z, invalidPublishAt",
        "private, christmas, invalidPublishAt",
        "secret, '', badRequest"
    })
    void aReleaseGoesWithPrivateOnly(String privacy, String at, String reason) {
        Map<String, Object> status = new HashMap<>(Map.of("privacyStatus", privacy));
        if (!at.isEmpty()) {
            status.put("publishAt", at);
        }

        Got got =
                open(Map.of("snippet", Map.of("title", "Moss", "categoryId", "22"), "status", status), 1000, access());

        assertThat(reason(got)).isEqualTo(reason);
    }

    /** docs/videos, status.publishAt: a time that has passed publishes at once. */
    @ParameterizedTest
    @CsvSource({"3600, private, public", "-3600, public, public"})
    void aReleaseMakesAPrivateVideoPublic(long inSeconds, String before, String after) {
        String token = access();
        byte[] film = clip(0);
        String at = clock.instant().plusSeconds(inSeconds).toString();
        Map<String, Object> status =
                Map.of("privacyStatus", "private", "publishAt", at, "selfDeclaredMadeForKids", false);
        Object video = Map.of("snippet", Map.of("title", "Moss", "categoryId", "22"), "status", status);
        String address = open(video, film.length, token).header("location");

        String id = put(address, film, 0, film.length, token).at("/id");

        assertThat(privacy(id, token)).isEqualTo(before);
        clock.passes(Duration.ofSeconds(3600));
        assertThat(privacy(id, access())).isEqualTo(after);
        nothingWrongWasSent();
    }

    private String privacy(String id, String token) {
        return get("/videos?part=status&id=" + id, token).at("/items/0/status/privacyStatus");
    }

    @Test
    void partsNameWhatTheBodySets() {
        String token = access();
        Object film = video("Moss", "public");

        assertThat(reason(open("?uploadType=resumable&part=snippet", film, 10, token)))
                .isEqualTo("incompatibleParameters");
        assertThat(reason(open("?uploadType=resumable&part=snippet,status,colour", film, 10, token)))
                .isEqualTo("unknownPart");
        assertThat(reason(open("?uploadType=resumable&part=snippet,status&colour=red", film, 10, token)))
                .isEqualTo("unexpectedParameter");
        assertThat(reason(open("?uploadType=media&part=snippet,status", film, 10, token)))
                .isEqualTo("badRequest");
        assertThat(simulator.journal().violations()).hasSize(4);
    }

    @Test
    void whatIsNoVideoOrTooLongIsSaidByTheStatus() {
        assertThat(verdict(SampleMedia.jpeg(400, 400), "")).containsEntry("failureReason", "invalidFile");
        assertThat(verdict("words".getBytes(StandardCharsets.UTF_8), "")).containsEntry("failureReason", "invalidFile");
        byte[] long16 = SampleMedia.mp4(640, 360, Duration.ofMinutes(16));
        assertThat(verdict(long16, "")).containsEntry("uploadStatus", "processed");
        assertThat(verdict(long16, "UCadawdrodze000000000000")).containsEntry("rejectionReason", "length");
        nothingWrongWasSent();
    }

    private Map<String, String> verdict(byte[] film, String account) {
        String token = tokens(asked(), account, Set.of()).at("/access_token");
        String address = open(video("Moss", "public"), film.length, token).header("location");
        String id = put(address, film, 0, film.length, token).at("/id");
        clock.passes(Duration.ofMinutes(1));
        Got read = get("/videos?part=status&id=" + id, token);
        Map<String, String> status = new HashMap<>();
        for (String field : List.of("uploadStatus", "failureReason", "rejectionReason")) {
            status.put(field, read.at("/items/0/status/" + field));
        }
        return status;
    }

    @Test
    void aDayHasAHundredUploadsAndBeginsInCalifornia() {
        String token = access();
        for (int i = 0; i < 100; i++) {
            assertThat(open(video("Moss", "public"), 10, token).status()).isEqualTo(200);
        }
        Got refused = open(video("Moss", "public"), 10, token);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(reason(refused)).isEqualTo("quotaExceeded");

        clock.passes(Duration.ofHours(23));

        assertThat(open(video("Moss", "public"), 10, access()).status()).isEqualTo(200);
    }

    @Test
    void aChannelMayUploadSoManyADay() {
        site.uploadsOfAChannel(1);
        String token = access();
        sent("Moss", "public", token);

        Got refused = open(video("Fern", "public"), 10, token);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(reason(refused)).isEqualTo("uploadLimitExceeded");
    }

    @Test
    void anUnauditedProjectIsLockedToPrivate() {
        site.audited(false);
        String token = access();

        String id = sent("Moss", "public", token);

        assertThat(privacy(id, token)).isEqualTo("private");
    }
}
