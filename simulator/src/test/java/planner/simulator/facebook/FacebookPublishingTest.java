package planner.simulator.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import planner.simulator.Faults.Fault;
import planner.simulator.Faults.Kind;
import planner.simulator.Web.Got;
import planner.simulator.media.SampleMedia;

class FacebookPublishingTest extends Stand {
    private static final byte[] JPEG = SampleMedia.jpeg(400, 300);
    private static final byte[] REEL = SampleMedia.mp4(540, 960, Duration.ofSeconds(4));

    private final String token = token();

    private String id(String edge, String... form) {
        Got got = post("/" + CAFE + "/" + edge, token, form);
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        return got.at("/id");
    }

    private String refused(String edge, String... form) {
        return error(post("/" + CAFE + "/" + edge, token, form));
    }

    private Got published() {
        return ask(
                "/" + CAFE + "/published_posts?fields=id,message,created_time,permalink_url,"
                        + "attachments%7Bmedia_type,target%7Bid%7D,subattachments%7Btarget%7Bid%7D%7D%7D&limit=25",
                token);
    }

    @Test
    void aPostIsSeenAtOnceAndListedALittleLater() {
        String post = id("feed", "message", "Zażółć #jaźń");

        assertThat(site.visible()).containsExactly("Zażółć #jaźń");
        assertThat(published().json().at("/data")).isEmpty();
        clock.passes(Duration.ofSeconds(11));
        assertThat(published().at("/data/0/id")).isEqualTo(post);
        Got node = ask("/" + post + "?fields=permalink_url,is_published,created_time", token);
        assertThat(web.get(node.at("/permalink_url")).text()).contains("Zażółć");
        assertThat(node.header("x-business-use-case-usage")).contains("\"pages\"");
        nothingWrongWasSent();
    }

    @Test
    void theSameWordsAgainAtOnceAreADouble() {
        id("feed", "message", "Good morning");

        assertThat(refused("feed", "message", "Good morning")).isEqualTo("506/1455006");
        clock.passes(Duration.ofHours(2));
        id("feed", "message", "Good morning");
        nothingWrongWasSent();
    }

    @Test
    void aLinkHasACardAndIsLookedAt() {
        String page = web.offer(
                "page.html",
                "text/html",
                "<meta property=\"og:title\" content=\"A &amp; B\">".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String post = id("feed", "message", "Read", "link", page);

        String shown = web.get(ask("/" + post + "?fields=permalink_url", token).at("/permalink_url"))
                .text();
        assertThat(shown).contains("A &amp; B", "class=\"card\"");
        id("feed", "message", "Elsewhere", "link", "https://example.org/nothing-is-fetched");
        assertThat(refused("feed", "link", page + "/gone")).isEqualTo("100/1609005");
        assertThat(refused("feed", "link", "https://www.facebook.com/x")).isEqualTo("100/1609008");
        assertThat(refused("feed", "link", "no address")).isEqualTo("100/2061006");
        nothingWrongWasSent();
    }

    @Test
    void photosAreUnseenUntilAPostShowsThemAndShownOnce() {
        String first = photo(token, JPEG, "alt_text_custom", "A boat");
        String second = photo(token, SampleMedia.png(200, 300));
        assertThat(site.visible()).isEmpty();
        String both = "[{\"media_fbid\":\"" + first + "\"},{\"media_fbid\":\"" + second + "\"}]";
        String post = id("feed", "message", "Two", "attached_media", both);

        assertThat(refused("feed", "message", "Again", "attached_media", both)).isEqualTo("100/1366051");
        clock.passes(Duration.ofSeconds(11));
        Got list = published();
        assertThat(list.at("/data/0/attachments/data/0/media_type")).isEqualTo("album");
        assertThat(list.at("/data/0/attachments/data/0/subattachments/data/1/target/id"))
                .isEqualTo(second);
        assertThat(web.get(ask("/" + post + "?fields=permalink_url", token).at("/permalink_url"))
                        .text())
                .contains("alt=\"A boat\"");
        nothingWrongWasSent();
    }

    @Test
    void aPhotoThatNobodyUsesIsKeptForADay() {
        String brief = photo(token, JPEG);
        String kept = photo(token, JPEG, "temporary", "true");
        clock.passes(Duration.ofHours(25));

        assertThat(refused("feed", "attached_media", "[{\"media_fbid\":\"" + brief + "\"}]"))
                .isEqualTo("100/33");
        id("feed", "attached_media", "[{\"media_fbid\":\"" + kept + "\"}]");
    }

    @Test
    void photosAreLookedAt() {
        byte[] heavy = Arrays.copyOf(JPEG, 4_000_001);

        assertThat(error(file("/" + CAFE + "/photos", token, "source", heavy, "published", "false")))
                .isEqualTo("324/1366046");
        assertThat(error(file("/" + CAFE + "/photos", token, "source", REEL, "published", "false")))
                .isEqualTo("324/1366046");
        photo(token, Arrays.copyOf(JPEG, 4_000_000));
        nothingWrongWasSent();
        assertThat(refused("photos", "published", "false")).isEqualTo("100");
        wrongWasSent(1);
    }

    @Test
    void whatIsScheduledAppearsByItself() {
        long in = clock.instant().plus(Duration.ofMinutes(30)).getEpochSecond();
        String post = id("feed", "message", "Later", "published", "false", "scheduled_publish_time", "" + in);

        assertThat(site.visible()).isEmpty();
        assertThat(ask("/" + CAFE + "/scheduled_posts?fields=id,message,scheduled_publish_time", token)
                        .at("/data/0/scheduled_publish_time"))
                .isEqualTo("" + in);
        assertThat(error(post("/" + post + "/comments", token, "message", "First")))
                .isEqualTo("100");
        clock.passes(Duration.ofMinutes(30));
        assertThat(site.visible()).containsExactly("Later");
        assertThat(ask("/" + CAFE + "/scheduled_posts?fields=id", token).json().at("/data"))
                .isEmpty();
        nothingWrongWasSent();
    }

    @Test
    void aScheduleHasItsBounds() {
        var now = clock.instant();
        assertThat(scheduled(now.plus(Duration.ofMinutes(10)).minusSeconds(1).getEpochSecond()))
                .isEqualTo("100/1363004");
        assertThat(scheduled(now.plus(Duration.ofDays(30)).plusSeconds(1).getEpochSecond()))
                .isEqualTo("100/1363004");
        id(
                "feed",
                "message",
                "b",
                "published",
                "false",
                "scheduled_publish_time",
                "" + now.plus(Duration.ofDays(30)).getEpochSecond());
        nothingWrongWasSent();
        assertThat(refused("feed", "message", "c", "scheduled_publish_time", "" + now.getEpochSecond()))
                .as("needs published=false")
                .isEqualTo("100");
        wrongWasSent(1);
    }

    private String scheduled(long second) {
        return refused("feed", "message", "a", "published", "false", "scheduled_publish_time", "" + second);
    }

    @Test
    void aDraftIsSeenByNobodyUntilItIsPublished() {
        String post = id("feed", "message", "Draft", "published", "false", "unpublished_content_type", "DRAFT");

        assertThat(site.visible()).isEmpty();
        assertThat(post("/" + post, token, "is_published", "true").at("/success"))
                .isEqualTo("true");
        assertThat(site.visible()).containsExactly("Draft");
        assertThat(post("/" + post, token, "message", "Edited").at("/success")).isEqualTo("true");
        assertThat(site.visible()).containsExactly("Edited");
        assertThat(web.delete(graph + "/" + post, "Authorization", "Bearer " + token)
                        .at("/success"))
                .isEqualTo("true");
        assertThat(site.visible()).isEmpty();
        nothingWrongWasSent();
    }

    @Test
    void aVideoIsSentPieceByPiece() {
        byte[] video = SampleMedia.mp4(640, 360, Duration.ofSeconds(5), 30, "avc1", 1_500_000);
        Got start = post("/" + CAFE + "/videos", token, "upload_phase", "start", "file_size", "" + video.length);
        String session = start.at("/upload_session_id");
        assertThat(start.at("/end_offset")).isEqualTo("1048576");

        Got second = piece(session, 0, Arrays.copyOf(video, 1_048_576));
        assertThat(second.at("/start_offset")).isEqualTo("1048576");
        assertThat(error(piece(session, 0, Arrays.copyOf(video, 10)))).isEqualTo("6000/1363037");
        assertThat(error(post("/" + CAFE + "/videos", token, "upload_phase", "finish", "upload_session_id", session)))
                .isEqualTo("6000/1363030");
        String id = start.at("/video_id");
        assertThat(ask("/" + id + "?fields=status", token).at("/status/uploading_phase/bytes_transferred"))
                .isEqualTo("1048576");
        Got last = piece(session, 1_048_576, Arrays.copyOfRange(video, 1_048_576, video.length));
        assertThat(last.at("/start_offset")).isEqualTo(last.at("/end_offset"));

        Map<String, String> finish =
                form("upload_phase", "finish", "upload_session_id", session, "title", "Waves", "description", "At sea");
        assertThat(web.form(graph + "/" + CAFE + "/videos", finish, "Authorization", "Bearer " + token)
                        .at("/success"))
                .isEqualTo("true");
        assertThat(site.visible()).isEmpty();
        assertThat(ask("/" + id + "?fields=status", token).at("/status/publishing_phase/status"))
                .isEqualTo("in_progress");
        clock.passes(Duration.ofSeconds(10));
        assertThat(site.visible()).containsExactly("At sea");
        Got node = ask("/" + id + "?fields=status,permalink_url,post_id", token);
        assertThat(node.at("/status/video_status")).isEqualTo("ready");
        assertThat(node.at("/permalink_url")).isEqualTo("/reel/" + id + "/");
        assertThat(web.get(settings.get("dialog-url") + node.at("/permalink_url"))
                        .text())
                .contains("Waves");
        nothingWrongWasSent();
    }

    private Got piece(String session, long from, byte[] bytes) {
        return file(
                "/" + CAFE + "/videos",
                token,
                "video_file_chunk",
                bytes,
                "upload_phase",
                "transfer",
                "upload_session_id",
                session,
                "start_offset",
                "" + from);
    }

    private String sent(String edge, byte[] video) {
        Got start = post("/" + CAFE + "/" + edge, token, "upload_phase", "start");
        Got sent = web.send(
                "POST",
                start.at("/upload_url"),
                video,
                "Authorization",
                "OAuth " + token,
                "offset",
                "0",
                "file_size",
                "" + video.length);
        assertThat(sent.at("/success")).as(sent.text()).isEqualTo("true");
        return start.at("/video_id");
    }

    @Test
    void aReelIsFinishedOnceHoweverOftenItIsSaid() {
        String id = sent("video_reels", REEL);
        String[] finish = {"upload_phase", "finish", "video_id", id, "video_state", "PUBLISHED", "description", "Moves"
        };
        post("/" + CAFE + "/video_reels", token, finish);
        post("/" + CAFE + "/video_reels", token, finish);
        clock.passes(Duration.ofSeconds(10));

        assertThat(site.visible()).containsExactly("Moves");
        assertThat(published().json().at("/data"))
                .as("reels are not listed there")
                .isEmpty();
        Got cover = file("/" + id + "/thumbnails", token, "source", JPEG, "is_preferred", "true");
        assertThat(cover.at("/success")).isEqualTo("true");
        assertThat(web.get(ask("/" + id + "?fields=picture", token).at("/picture"))
                        .status())
                .isEqualTo(200);
        assertThat(post("/" + id + "/comments", token, "message", "First!").at("/id"))
                .contains("_");
        assertThat(ask("/" + id + "/comments?filter=stream&order=reverse_chronological&fields=message,from", token)
                        .at("/data/0/from/id"))
                .isEqualTo(CAFE);
        nothingWrongWasSent();
    }

    @Test
    void aReelThatIsNoneFailsInProcessing() {
        String id = sent("video_reels", SampleMedia.mp4(960, 540, Duration.ofSeconds(4)));
        post("/" + CAFE + "/video_reels", token, "upload_phase", "finish", "video_id", id, "video_state", "PUBLISHED");
        clock.passes(Duration.ofSeconds(10));

        Got node = ask("/" + id + "?fields=status", token);
        assertThat(node.at("/status/video_status")).isEqualTo("error");
        assertThat(node.at("/status/processing_phase/errors/0/message")).contains("960 by 540");
        assertThat(site.visible()).isEmpty();
    }

    @Test
    void aReelCanBeADraftOrLater() {
        String draft = sent("video_reels", REEL);
        post("/" + CAFE + "/video_reels", token, "upload_phase", "finish", "video_id", draft, "video_state", "DRAFT");
        String later = sent("video_reels", REEL);
        String in = "" + clock.instant().plus(Duration.ofDays(29)).getEpochSecond();
        post(
                "/" + CAFE + "/video_reels",
                token,
                form(
                                "upload_phase",
                                "finish",
                                "video_id",
                                later,
                                "video_state",
                                "SCHEDULED",
                                "description",
                                "Later",
                                "scheduled_publish_time",
                                in)
                        .entrySet()
                        .stream()
                        .flatMap(it -> java.util.stream.Stream.of(it.getKey(), it.getValue()))
                        .toArray(String[]::new));
        clock.passes(Duration.ofMinutes(1));

        assertThat(site.visible()).isEmpty();
        assertThat(ask("/" + draft + "?fields=status", token).at("/status/publishing_phase/publish_status"))
                .isEqualTo("draft");
        clock.passes(Duration.ofDays(29));
        assertThat(site.visible()).containsExactly("Later");
        nothingWrongWasSent();
    }

    @Test
    void storiesAreListedByTheirMedia() {
        String photo = photo(token, JPEG);
        String story =
                post("/" + CAFE + "/photo_stories", token, "photo_id", photo).at("/post_id");
        assertThat(refused("photo_stories", "photo_id", photo)).isEqualTo("100/1366051");
        String video = sent("video_stories", REEL);
        assertThat(refused("video_stories", "upload_phase", "finish", "video_id", video))
                .as("not whole yet")
                .isEqualTo("6000/1363030");
        clock.passes(Duration.ofSeconds(2));
        post("/" + CAFE + "/video_stories", token, "upload_phase", "finish", "video_id", video);
        clock.passes(Duration.ofSeconds(11));

        Got list = ask("/" + CAFE + "/stories?status=PUBLISHED,ARCHIVED", token);
        assertThat(list.at("/data/0/media_id")).isEqualTo(video);
        assertThat(list.at("/data/1/post_id")).isEqualTo(story);
        assertThat(web.get(list.at("/data/0/url")).status()).isEqualTo(200);
        assertThat(ask("/" + story + "/insights?metric=STORY_MEDIA_VIEW", token).at("/data/0/name"))
                .isEqualTo("STORY_MEDIA_VIEW");
        clock.passes(Duration.ofHours(25));
        assertThat(ask("/" + CAFE + "/stories?status=PUBLISHED", token).json().at("/data"))
                .isEmpty();
        nothingWrongWasSent();
    }

    @Test
    void thirtyReelsADay() {
        for (int i = 0; i < 30; i++) {
            finish(sent("video_reels", REEL));
        }
        String id = sent("video_reels", REEL);
        assertThat(refused("video_reels", "upload_phase", "finish", "video_id", id, "video_state", "PUBLISHED"))
                .isEqualTo("613");
        clock.passes(Duration.ofHours(24));
        finish(sent("video_reels", REEL));
        nothingWrongWasSent();
    }

    private void finish(String id) {
        Got got = post(
                "/" + CAFE + "/video_reels",
                token,
                "upload_phase",
                "finish",
                "video_id",
                id,
                "video_state",
                "PUBLISHED");
        assertThat(got.at("/success")).as(got.text()).isEqualTo("true");
    }

    @Test
    void whatNoCorrectClientSendsIsRemembered() {
        assertThat(refused("feed", "mesage", "Hi")).isEqualTo("100");
        assertThat(refused("feed", "published", "true")).isEqualTo("100");
        assertThat(refused("wall", "message", "Hi")).isEqualTo("2500");
        assertThat(refused("video_reels", "upload_phase", "begin")).isEqualTo("100");
        assertThat(error(ask("/" + CAFE + "?fields=id,likes_count", token))).isEqualTo("100");
        assertThat(error(ask("/" + CAFE + "/published_posts?limit=101", token))).isEqualTo("100");
        assertThat(error(web.json(
                        graph + "/" + CAFE + "/feed",
                        Map.of("message", "Hi", "nonsense", 1),
                        "Authorization",
                        "Bearer " + token)))
                .isEqualTo("100");
        wrongWasSent(7);
        assertThat(site.visible()).isEmpty();
    }

    @Test
    void aRetiredMetricFailsTheWholeQuestion() {
        String post = id("feed", "message", "Hi");

        assertThat(error(ask("/" + post + "/insights?metric=post_media_view,post_impressions", token)))
                .isEqualTo("100");
        Got good = ask("/" + post + "/insights?metric=post_media_view", token);
        assertThat(good.json().at("/data/0/values/0/value/organic").isNumber()).isTrue();
        Got counters = ask(
                "/" + post + "?fields=shares,reactions.summary(true).limit(0),comments.summary(true).limit(0)", token);
        assertThat(counters.json().at("/reactions/summary/total_count").isNumber())
                .isTrue();
        nothingWrongWasSent();
    }

    @Test
    void itBreaksThrottlesAndLiesInItsOwnWords() {
        simulator.faults().add(Fault.next("facebook", Kind.ERROR_BEFORE));
        assertThat(error(post("/" + CAFE + "/feed", token, "message", "Hi"))).isEqualTo("1");
        simulator.faults().add(Fault.next("facebook", Kind.THROTTLED).lasting(Duration.ofMinutes(7)));
        Got throttled = post("/" + CAFE + "/feed", token, "message", "Hi");
        assertThat(error(throttled)).isEqualTo("32");
        assertThat(throttled.header("x-business-use-case-usage")).contains("\"estimated_time_to_regain_access\":7");
        assertThat(site.visible()).isEmpty();
        simulator.faults().add(Fault.next("facebook", Kind.LIE).at("POST", "/feed"));
        assertThat(error(post("/" + CAFE + "/feed", token, "message", "Hi"))).isEqualTo("506/1455006");
        assertThat(site.visible()).containsExactly("Hi");
    }

    @Test
    void thePageShowsWhatAViewerSees() {
        id("feed", "message", "Hello #world", "place", "106377336067638");
        String page = web.get(simulator.timeline("facebook").toString()).text();

        assertThat(page).contains("Café pod Lipą", "Hello <span class=\"tag\">#world</span>", "Kraków, Poland");
        assertThat(web.get(settings.get("dialog-url") + "/settings/apps").text())
                .contains("Planner");
        assertThat(refused("feed", "message", "Where", "place", "17")).isEqualTo("100");
    }
}
