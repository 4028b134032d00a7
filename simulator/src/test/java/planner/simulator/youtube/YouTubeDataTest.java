package planner.simulator.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import planner.simulator.Web.Got;
import planner.simulator.media.SampleMedia;

class YouTubeDataTest extends Stand {
    private static final String ITEMS = "/playlistItems?part=snippet";
    private static final String THREADS = "/commentThreads?part=snippet";

    private static Map<String, Object> item(String playlist, String video) {
        return Map.of(
                "snippet",
                Map.of("playlistId", playlist, "resourceId", Map.of("kind", "youtube#video", "videoId", video)));
    }

    private static Map<String, Object> thread(String video, String text) {
        return Map.of(
                "snippet",
                Map.of(
                        "channelId",
                        "UCzielonykat000000000000",
                        "videoId",
                        video,
                        "topLevelComment",
                        Map.of("snippet", Map.of("textOriginal", text))));
    }

    @Test
    void whatIsPublicIsSeenAndWhatIsPrivateIsTheOwnersAlone() {
        String token = access();
        String stranger = tokens(asked(), "UCadawdrodze000000000000", Set.of()).at("/access_token");
        String open = sent("Moss", "public", token);
        String secret = sent("Fern", "private", token);
        clock.passes(Duration.ofMinutes(2));

        assertThat(get("/videos?part=statistics&id=" + open + "," + secret, token)
                        .json()
                        .path("items"))
                .hasSize(2);
        Got seen = get("/videos?part=statistics,fileDetails&id=" + open + "," + secret, stranger);
        assertThat(seen.json().path("items")).hasSize(1);
        assertThat(seen.json().at("/items/0/fileDetails").isMissingNode()).isTrue();
        assertThat(site.visible()).hasSize(2);
        nothingWrongWasSent();
    }

    @Test
    void aPlaylistTakesAVideoTwiceIfItIsToldTwice() {
        String token = access();
        String id = sent("Moss", "public", token);

        assertThat(post(ITEMS, item("PLzielonyogrod", id), token).status()).isEqualTo(200);
        assertThat(post(ITEMS, item("PLzielonyogrod", id), token).status()).isEqualTo(200);

        Got listed = get("/playlistItems?part=id&playlistId=PLzielonyogrod&videoId=" + id, token);
        assertThat(listed.json().path("items")).hasSize(2);
        assertThat(reason(post(ITEMS, item("PLnone", id), token))).isEqualTo("playlistNotFound");
        assertThat(reason(post(ITEMS, item("PLzielonyogrod", "none"), token))).isEqualTo("videoNotFound");
        nothingWrongWasSent();
    }

    @Test
    void theUploadsAreAPlaylistNewestFirst() {
        String token = access();
        String first = sent("Moss", "public", token);
        clock.passes(Duration.ofMinutes(1));
        String second = sent("Fern", "private", token);

        Got got = get("/playlistItems?part=contentDetails&maxResults=50&playlistId=UUzielonykat000000000000", token);

        assertThat(got.at("/items/0/contentDetails/videoId")).isEqualTo(second);
        assertThat(got.at("/items/1/contentDetails/videoId")).isEqualTo(first);
    }

    @Test
    void playlistsComeInPages() {
        String token = access();

        Got one = get("/playlists?part=snippet&mine=true&maxResults=1", token);
        Got two = get("/playlists?part=snippet&mine=true&maxResults=1&pageToken=" + one.at("/nextPageToken"), token);

        assertThat(one.at("/items/0/snippet/title")).isEqualTo("Ogród");
        assertThat(two.at("/items/0/snippet/title")).isEqualTo("Kuchnia");
        assertThat(two.at("/nextPageToken")).isEmpty();
        assertThat(reason(get("/playlists?part=snippet&mine=true&pageToken=x", token)))
                .isEqualTo("invalidPageToken");
        assertThat(reason(get("/playlists?part=snippet", token))).isEqualTo("missingRequiredParameter");
    }

    @Test
    void captionsOfOneLanguageAndNameComeOnce() {
        String token = access();
        String id = sent("Moss", "public", token);

        Got made = captions(id, "pl", "1\n00:00:00,000 --> 00:00:01,000\nMech", token);
        assertThat(made.at("/snippet/status")).isEqualTo("serving");
        Got again = captions(id, "pl", "other", token);
        assertThat(again.status()).isEqualTo(409);
        assertThat(reason(again)).isEqualTo("captionExists");
        assertThat(get("/captions?part=snippet&videoId=" + id, token).json().path("items"))
                .hasSize(1);
        assertThat(web.get(setting("web-url") + "/watch?v=" + id).text()).contains("CC pl");
        nothingWrongWasSent();
    }

    @Test
    void aThumbnailIsAPictureOfAVerifiedChannel() {
        String token = access();
        String id = sent("Moss", "public", token);

        assertThat(thumbnail(id, SampleMedia.jpeg(1280, 720), "image/jpeg", token)
                        .at("/kind"))
                .isEqualTo("youtube#thumbnailSetResponse");
        assertThat(site.extras(id).orElseThrow().thumbnail()).isTrue();
        assertThat(reason(thumbnail(id, "words".getBytes(StandardCharsets.UTF_8), "image/png", token)))
                .isEqualTo("invalidImage");
        assertThat(reason(thumbnail("none", SampleMedia.png(1280, 720), "image/png", token)))
                .isEqualTo("videoNotFound");
        nothingWrongWasSent();
        assertThat(thumbnail(id, SampleMedia.png(1280, 720), "image/gif", token).status())
                .isEqualTo(400);
        String ada = tokens(asked(), "UCadawdrodze000000000000", Set.of()).at("/access_token");
        String other = sent("Hills", "public", ada);
        assertThat(reason(thumbnail(other, SampleMedia.png(1280, 720), "image/png", ada)))
                .isEqualTo("forbidden");
    }

    private Got thumbnail(String video, byte[] picture, String type, String token) {
        return web.send(
                "POST",
                upload + "/thumbnails/set?uploadType=media&videoId=" + video,
                picture,
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                type);
    }

    @Test
    void commentsStandBelowOpenVideosOnly() {
        String token = access();
        String open = sent("Moss", "public", token);
        String secret = sent("Fern", "private", token);

        assertThat(post(THREADS, thread(open, "First!"), token).status()).isEqualTo(200);
        Got listed = get(THREADS + "&order=time&videoId=" + open, token);
        assertThat(listed.at("/items/0/snippet/topLevelComment/snippet/textOriginal"))
                .isEqualTo("First!");
        assertThat(reason(post(THREADS, thread(secret, "First!"), token))).isEqualTo("commentsDisabled");
        nothingWrongWasSent();
    }

    @Test
    void everyCallHasItsPrice() {
        String token = access();
        String id = sent("Moss", "public", token);
        assertThat(site.unitsSpent()).isZero();

        get("/videos?part=status&id=" + id, token);
        assertThat(site.unitsSpent()).isEqualTo(1);
        post(ITEMS, item("PLzielonyogrod", id), token);
        assertThat(site.unitsSpent()).isEqualTo(51);
        captions(id, "pl", "words", token);
        assertThat(site.unitsSpent()).isEqualTo(451);
        get("/captions?part=snippet&videoId=" + id, token);
        assertThat(site.unitsSpent()).isEqualTo(501);
        site.quota(100, 501);
        assertThat(reason(get("/videos?part=status&id=" + id, token))).isEqualTo("quotaExceeded");
    }

    @Test
    void reportsLagTwoDays() {
        String token = access();
        String id = sent("Moss", "public", token);
        String today = "?ids=channel==MINE&startDate=2005-02-14&metrics=shares&filters=video==" + id + "&endDate=";
        String reports = setting("analytics-url") + "/v2/reports";

        assertThat(web.get(reports + today + "2026-11-23", "Authorization", "Bearer " + token)
                        .json()
                        .has("rows"))
                .isFalse();
        clock.passes(Duration.ofDays(3));
        assertThat(web.get(reports + today + "2026-11-26", "Authorization", "Bearer " + access())
                        .json()
                        .at("/rows/0/0")
                        .isNumber())
                .isTrue();
        nothingWrongWasSent();
    }

    @Test
    void aPathThatGoogleDoesNotKnowIsAViolation() {
        String token = access();

        assertThat(get("/communityPosts?part=snippet", token).status()).isEqualTo(404);
        assertThat(get("/videos?part=colour&id=x", token).status()).isEqualTo(400);
        assertThat(get("/videos?part=status", token).status()).isEqualTo(400);
        assertThat(web.get(api + "/videos?part=status&id=x").status()).isEqualTo(401);
        assertThat(simulator.journal().violations()).hasSize(3);
    }

    @Test
    void viewersSeeVideosAndShorts() {
        String token = access();
        byte[] upright = SampleMedia.mp4(360, 640, Duration.ofSeconds(9));
        String address = open(video("Upright", "public"), upright.length, token).header("location");
        String brief = put(address, upright, 0, upright.length, token).at("/id");
        String id = sent("Moss & 3", "unlisted", token);
        post(THREADS, thread(id, "First!"), token);

        String channel = web.get(simulator.timeline("youtube").toString()).text();
        assertThat(channel)
                .contains("/shorts/" + brief)
                .contains("/watch?v=" + id)
                .contains("Unlisted")
                .contains("Moss &amp; 3");
        String page = web.get(setting("web-url") + "/watch?v=" + id).text();
        assertThat(page).contains("It grows").contains("First!");
        assertThat(web.get(setting("web-url") + "/shorts/" + brief).text()).contains("Upright");
        assertThat(web.get(setting("web-url") + "/watch?v=none").status()).isEqualTo(404);
        assertThat(web.get(setting("web-url") + "/@nobody").status()).isEqualTo(404);
    }
}
