package planner.adapter.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static planner.adapter.youtube.YouTubeSamples.plain;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.kit.Lists;
import planner.adapter.youtube.YouTubeOptions.Audience;
import planner.adapter.youtube.YouTubeOptions.Privacy;
import planner.adapter.youtube.YouTubeSamples.Some;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.NetworkException;
import planner.network.OptionLimits;
import planner.network.Outcome;
import planner.network.Publisher;
import planner.network.Step;

/** Sections 2 and 4 of the sheet: at each limit the video is taken; one over is refused by preflight and by YouTube. */
class YouTubeLimitsTest extends YouTubeStand {
    private static final long MOST_BYTES = 274_877_906_944L;
    private static final int MOST_OF_A_THUMBNAIL = 50_000_000;
    private static final int MOST_OF_CAPTIONS = 104_857_600;

    /** @param finding what preflight says of the second; @param code what YouTube says */
    private record Limit(String name, Delivery full, Delivery over, String finding, String code) {}

    @TestFactory
    Stream<DynamicTest> atEachLimitTheVideoIsTakenAndOneOverIsRefused() {
        return limits().stream()
                .map(limit -> DynamicTest.dynamicTest(limit.name(), () -> {
                    taken(limit.full());
                    assertThat(errors(limit.over())).contains(limit.finding());
                    refused(limit.over(), limit.code());
                }));
    }

    private List<Limit> limits() {
        return List.of(
                new Limit(
                        "title",
                        titled("a".repeat(100)),
                        titled("a".repeat(101)),
                        "title.too-long.utf16",
                        "invalidTitle"),
                new Limit("no title", titled("a"), titled(""), "title.too-short", "invalidTitle"),
                new Limit(
                        "emoji in titles count twice",
                        titled("🌱".repeat(50)),
                        titled("🌱".repeat(50) + "a"),
                        "title.too-long.utf16",
                        "invalidTitle"),
                new Limit("tags", tagged("a".repeat(500)), tagged("a".repeat(501)), "youtube.tags", "invalidTags"),
                new Limit(
                        "commas between tags",
                        tagged("a".repeat(249), "b".repeat(250)),
                        tagged("a".repeat(250), "b".repeat(250)),
                        "youtube.tags",
                        "invalidTags"),
                new Limit(
                        "quotes around tags",
                        tagged("a " + "b".repeat(496)),
                        tagged("a " + "b".repeat(497)),
                        "youtube.tags",
                        "invalidTags"),
                new Limit(
                        "length",
                        video(lasting(Duration.ofHours(12)), plain()),
                        video(lasting(Duration.ofHours(12).plusSeconds(1)), plain()),
                        "media.seconds",
                        "length"));
    }

    private Delivery titled(String title) {
        return delivery("video", title, "", film(), plain());
    }

    private Delivery tagged(String... tags) {
        var some = new Some();
        some.tags = List.of(tags);
        return video(some);
    }

    @Test
    void angleBracketsAreRefused() {
        assertThat(errors(titled("a < b"))).containsExactly("youtube.angle-brackets");
        refused(titled("a < b"), "invalidTitle");
        var described = delivery("video", "Moss", "a > b", film(), plain());
        assertThat(errors(described)).containsExactly("youtube.angle-brackets");
        refused(described, "invalidDescription");
        assertThat(errors(tagged("<b>"))).containsExactly("youtube.angle-brackets");
        refused(tagged("<b>"), "invalidTags");
    }

    /** Nothing is uploaded here: YouTube already looks at the announced size. */
    @Test
    void aVideoHasAQuarterOfATerabyte() {
        for (var format : List.of("video", "short")) {
            var full = delivery(format, "Moss", "", upright(MOST_BYTES), plain());
            var over = delivery(format, "Moss", "", upright(MOST_BYTES + 1), plain());

            assertThat(errors(full)).isEmpty();
            assertThat(errors(over)).containsExactly("media.bytes");
            assertThat(opened(network.publisher(), full)).isInstanceOf(Outcome.Next.class);
            assertThatThrownBy(() -> opened(network.publisher(), over))
                    .isInstanceOfSatisfying(
                            NetworkException.class, it -> assertThat(it.fault()).isInstanceOf(Fault.Rejected.class));
        }
    }

    private Media upright(long bytes) {
        return files.heavy.video(360, 640, Duration.ofMinutes(3), 30, "avc1", bytes);
    }

    private <S extends Step> Outcome<S> opened(Publisher<S> publisher, Delivery delivery) {
        return publisher.perform(publisher.first(delivery), delivery, session());
    }

    /** YouTube takes what is no Short as a video like any other: the format is the planner's promise alone. */
    @Test
    void aShortIsUprightOrSquareAndHasThreeMinutes() {
        var longest = Duration.ofMinutes(3);
        for (var film : List.of(files.heavy.video(360, 640, longest), files.heavy.video(400, 400, longest))) {
            assertThat(brief(taken(delivery("short", "Moss", "", film, plain()))))
                    .isTrue();
        }
        var wide = delivery("short", "Moss", "", files.heavy.video(401, 400, longest), plain());
        assertThat(errors(wide)).containsExactly("media.aspect");
        assertThat(brief(walked(wide))).isFalse();
        var late = delivery("short", "Moss", "", files.heavy.video(360, 640, longest.plusSeconds(1)), plain());
        assertThat(errors(late)).containsExactly("media.seconds");
        assertThat(brief(walked(late))).isFalse();
    }

    private boolean brief(Walked walked) {
        return stage.site().extras(walked.post().id()).orElseThrow().brief();
    }

    @Test
    void aThumbnailHasFiftyMegabytes() {
        var full = pictured(files.heavy.jpeg(1280, 720, MOST_OF_A_THUMBNAIL));
        var over = pictured(files.heavy.jpeg(1280, 720, MOST_OF_A_THUMBNAIL + 1));

        assertThat(findings(full, Severity.WARNING)).containsExactly("youtube.thumbnail-heavy");
        assertThat(taken(full).post().note()).isEmpty();
        assertThat(errors(over)).containsExactly("youtube.thumbnail-bytes");
        assertThat(walked(over).post().note()).startsWith("the thumbnail was refused: ");
    }

    @Test
    void aThumbnailIsAPictureOfGoodShape() {
        assertThat(errors(pictured(film()))).containsExactly("youtube.thumbnail-type");
        var webp = new Media(
                UUID.randomUUID(), MediaKind.IMAGE, "image/webp", 1000, 1280, 720, 0, 0, 0, null, "thumb", "");
        assertThat(errors(pictured(webp))).containsExactly("youtube.thumbnail-type");
        assertThat(findings(pictured(files.heavy.jpeg(640, 360, 0)), Severity.WARNING))
                .isEmpty();
        assertThat(findings(pictured(files.heavy.jpeg(639, 360, 0)), Severity.WARNING))
                .containsExactly("youtube.thumbnail-width");
        assertThat(findings(pictured(files.heavy.jpeg(1280, 1280, 0)), Severity.WARNING))
                .containsExactly("youtube.thumbnail-shape");
    }

    private Delivery pictured(Media picture) {
        var some = new Some();
        some.thumbnail = picture;
        return video(some);
    }

    @Test
    void captionsHaveAHundredMegabytes() {
        var full = subtitled(files.document("moss.srt", MOST_OF_CAPTIONS), "pl");
        var over = subtitled(files.document("moss.srt", MOST_OF_CAPTIONS + 1), "pl");

        assertThat(taken(full).post().note()).isEmpty();
        assertThat(errors(over)).containsExactly("youtube.captions-bytes");
        assertThat(walked(over).post().note()).startsWith("the captions were refused: ");
    }

    @Test
    void captionsAreAFileWithALanguage() {
        assertThat(errors(subtitled(files.document("moss.doc", 10), "pl"))).containsExactly("youtube.captions-type");
        assertThat(errors(subtitled(files.document("moss.vtt", 10), ""))).containsExactly("youtube.captions-language");
        assertThat(errors(subtitled(files.document("moss.vtt", 10), "pl"))).isEmpty();
    }

    /** How many is ours: YouTube has said no number. */
    @Test
    void aVideoGoesIntoTwentyPlaylists() {
        var some = new Some();
        some.playlists = IntStream.rangeClosed(1, 20).mapToObj(i -> "PL" + i).toList();
        some.playlists.forEach(id -> stage.site().playlist(id, "Number " + id));
        assertThat(OptionLimits.check(some.options())).isEmpty();

        var walked = taken(video(some));

        assertThat(walked.post().note()).isEmpty();
        assertThat(walked.paths()).filteredOn("POST /playlistItems"::equals).hasSize(20);
        some.playlists = Lists.plus(some.playlists, "PL21");
        assertThat(OptionLimits.check(some.options()))
                .containsExactly(Finding.error("option.range", "options.playlists", "0-20", "21"));
    }

    @Test
    void whatIsSaidOfNoCaptionsIsPointedOut() {
        var some = new Some();
        some.captionsLanguage = "pl";
        some.captionsName = "Po polsku";

        assertThat(findings(video(some), Severity.WARNING))
                .containsExactly("youtube.captions-none", "youtube.captions-none");
        assertThat(findings(video(new Some()), Severity.WARNING)).isEmpty();
    }

    private Delivery subtitled(Media file, String language) {
        var some = new Some();
        some.captions = file;
        some.language = language;
        return video(some);
    }

    @Test
    void whetherItIsForKidsMustBeSaid() {
        var some = new Some();
        some.audience = null;

        assertThat(OptionLimits.check(some.options()))
                .containsExactly(Finding.error("option.required", "options.audience", "", ""));
        refused(video(some), "audience");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2026-12-24T18:00:00", "2026-12-24"})
    void aReleaseIsATimeWithAnOffset(String text) {
        assertThat(errors(released(text, Privacy.PUBLIC))).containsExactly("youtube.publish-at");
        refused(released(text, Privacy.PUBLIC), "publish-at");
    }

    @Test
    void aReleaseComesAfterTheUploadAndMakesTheVideoPublic() {
        assertThat(errors(released("2026-12-01T10:00:00+01:00", Privacy.PUBLIC)))
                .containsExactly("youtube.publish-at-early");
        assertThat(errors(released("2026-12-01T10:00:01+01:00", Privacy.PUBLIC)))
                .isEmpty();
        for (var hidden : List.of(Privacy.UNLISTED, Privacy.PRIVATE)) {
            assertThat(errors(released("2026-12-24T18:00:00Z", hidden))).containsExactly("youtube.publish-at-privacy");
            refused(released("2026-12-24T18:00:00Z", hidden), "publish-at-privacy");
        }
    }

    private Delivery released(String at, Privacy privacy) {
        var some = new Some();
        some.publishAt = at;
        some.privacy = privacy;
        return video(some);
    }

    @Test
    void languagesAndDatesAreChecked() {
        var some = new Some();
        some.language = "polish language";
        assertThat(errors(video(some))).containsExactly("youtube.language");
        some.language = "pl-PL";
        some.recordedOn = "30.11.2026";
        assertThat(errors(video(some))).containsExactly("youtube.recorded-on");
        some.recordedOn = "2026-11-30";
        taken(video(some));
    }

    @Test
    void aCommentWhereThereAreNoneIsWarnedOf() {
        var some = new Some();
        some.comment = "First!";
        assertThat(findings(video(some), Severity.WARNING)).isEmpty();
        some.audience = Audience.MADE_FOR_KIDS;
        assertThat(findings(video(some), Severity.WARNING)).containsExactly("youtube.comments-off");
        some.audience = Audience.NOT_FOR_KIDS;
        some.privacy = Privacy.PRIVATE;
        assertThat(findings(video(some), Severity.WARNING)).containsExactly("youtube.comments-off");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "video/mp4",
                "video/quicktime",
                "video/x-msvideo",
                "video/x-ms-wmv",
                "video/x-flv",
                "video/3gpp",
                "video/mpeg",
                "video/webm",
                "video/x-matroska"
            })
    void theContainersThatYouTubeNames(String type) {
        assertThat(errors(video(typed(type), plain()))).isEmpty();
    }

    @Test
    void otherContainersAreRefused() {
        assertThat(errors(video(typed("video/ogg"), plain()))).containsExactly("media.type");
        assertThat(errors(video(files.heavy.jpeg(640, 360, 0), plain()))).containsExactly("media.mix");
    }

    private static Media typed(String type) {
        return new Media(UUID.randomUUID(), MediaKind.VIDEO, type, 1_000_000, 1280, 720, 5, 30, 0, "vp9", "file", "");
    }

    @Test
    void aFileThatIsNoVideoIsRefused() {
        refused(video(files.heavy.text(), plain()), "invalidFile");
    }
}
