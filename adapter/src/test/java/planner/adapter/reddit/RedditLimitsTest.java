package planner.adapter.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import planner.adapter.contract.MiniWalk;
import planner.adapter.reddit.RedditOptions.Poll;
import planner.adapter.reddit.RedditSamples.Choice;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.OptionLimits;

/** Section 4 of the sheet: at each limit the post is taken; one over is refused by preflight and by Reddit. */
class RedditLimitsTest extends RedditStand {
    private static final long MOST_OF_A_PICTURE = 20_971_520;

    /** @param finding what preflight says of the second; @param code what Reddit says */
    private record Limit(String name, Delivery full, Delivery over, String finding, String code) {}

    @TestFactory
    Stream<DynamicTest> atEachLimitThePostIsTakenAndOneOverIsRefused() {
        return Stream.of(words(), polls(), pictures())
                .flatMap(List::stream)
                .map(limit -> DynamicTest.dynamicTest(limit.name(), () -> {
                    taken(limit.full());
                    assertThat(errors(limit.over())).containsExactly(limit.finding());
                    refused(limit.over(), limit.code());
                }));
    }

    private List<Limit> words() {
        return List.of(
                new Limit(
                        "title",
                        titled("é".repeat(300)),
                        titled("é".repeat(301)),
                        "title.too-long.code_points",
                        "TOO_LONG"),
                new Limit("title of one", titled("a"), titled(""), "title.too-short", "NO_TEXT"),
                new Limit(
                        "caption",
                        captioned("🌿".repeat(180)),
                        captioned("🌿".repeat(181)),
                        "alt.too-long.code_points",
                        "TOO_LONG"));
    }

    private List<Limit> polls() {
        return List.of(
                new Limit("most answers", poll(6, "a", 3), poll(7, "a", 3), "reddit.poll-answers", "INVALID_OPTION"),
                new Limit("fewest answers", poll(2, "a", 3), poll(1, "a", 3), "reddit.poll-answers", "TOO_FEW_OPTIONS"),
                new Limit(
                        "long answer",
                        asked(List.of("a".repeat(120), "b"), 3),
                        asked(List.of("a".repeat(121), "b"), 3),
                        "reddit.poll-answer",
                        "TOO_LONG"),
                new Limit("most days", poll(2, "a", 7), poll(2, "a", 8), "reddit.poll-days", "INVALID_OPTION"),
                new Limit("fewest days", poll(2, "a", 1), poll(2, "a", 0), "reddit.poll-days", "INVALID_OPTION"));
    }

    private List<Limit> pictures() {
        return List.of(
                new Limit("most pictures", gallery(20), gallery(21), "media.too-many", "INVALID_OPTION"),
                new Limit("fewest pictures", gallery(2), gallery(1), "media.too-few", "INVALID_OPTION"),
                new Limit(
                        "bytes",
                        image(files.jpeg(400, 300, MOST_OF_A_PICTURE)),
                        image(files.jpeg(400, 300, MOST_OF_A_PICTURE + 1)),
                        "media.bytes",
                        "too-large"));
    }

    private Delivery titled(String title) {
        return delivery("text", title, "Moss", List.of(), Choice.of(OPEN));
    }

    private Delivery captioned(String caption) {
        var one = files.png(40, 30);
        var described = new Media(
                one.id(),
                one.kind(),
                one.type(),
                one.bytes(),
                one.width(),
                one.height(),
                0,
                0,
                0,
                null,
                one.name(),
                caption);
        return delivery("gallery", "Two", "", List.of(described, files.png(41, 30)), Choice.of(OPEN));
    }

    /** Answers are told apart by their last character. */
    private Delivery poll(int answers, String beginning, int days) {
        var options = IntStream.range(0, answers)
                .mapToObj(i -> beginning + (char) ('a' + i))
                .toList();
        return asked(options, days);
    }

    private Delivery asked(List<String> options, int days) {
        return delivery(
                "poll", "Which one?", "Say why.", List.of(), Choice.of(OPEN).poll(new Poll(options, days)));
    }

    private Delivery gallery(int count) {
        var many =
                IntStream.range(0, count).mapToObj(i -> files.png(40 + i, 30)).toList();
        return delivery("gallery", "Many of them", "", many, Choice.of(OPEN));
    }

    private Delivery image(Media picture) {
        return delivery("image", "My fern", "", List.of(picture), Choice.of(OPEN));
    }

    private Delivery film(Duration length) {
        return delivery("video", "Rain", "", List.of(files.video(360, 640, length)), Choice.of(OPEN));
    }

    /** Reddit takes any film and says nothing when it makes no post of it. */
    @Test
    void aFilmHasTwoSecondsToAQuarterOfAnHour() {
        taken(film(Duration.ofSeconds(2)));
        taken(film(Duration.ofMinutes(15)));
        for (var wrong : List.of(Duration.ofMillis(1_900), Duration.ofSeconds(901))) {
            assertThat(errors(film(wrong))).containsExactly("media.seconds");
            assertThat(walked(film(wrong)).end()).isInstanceOf(MiniWalk.End.Unconfirmed.class);
        }
        assertThat(stage.visible()).hasSize(2);
    }

    /** A gigabyte is not sent in a test: only preflight looks. */
    @Test
    void aFilmHasOneGigabyte() {
        assertThat(errors(weighing(1_000_000_000))).isEmpty();
        assertThat(errors(weighing(1_000_000_001))).containsExactly("media.bytes");
    }

    private Delivery weighing(long bytes) {
        var heavy = new Media(
                UUID.randomUUID(), MediaKind.VIDEO, "video/mp4", bytes, 360, 640, 5, 30, 0, "h264", "film", "");
        return delivery("video", "Rain", "", List.of(heavy), Choice.of(OPEN));
    }

    @Test
    void theTypesThatRedditTakes() {
        for (var type : List.of("image/jpeg", "image/png", "image/gif")) {
            assertThat(errors(image(typed(MediaKind.IMAGE, type)))).isEmpty();
        }
        assertThat(errors(image(typed(MediaKind.ANIMATION, "image/gif")))).isEmpty();
        assertThat(errors(image(typed(MediaKind.IMAGE, "image/webp")))).containsExactly("media.type");
        for (var type : List.of("video/mp4", "video/quicktime")) {
            assertThat(errors(delivery("video", "Rain", "", List.of(typed(MediaKind.VIDEO, type)), Choice.of(OPEN))))
                    .isEmpty();
        }
        assertThat(errors(
                        delivery("video", "Rain", "", List.of(typed(MediaKind.VIDEO, "video/webm")), Choice.of(OPEN))))
                .containsExactly("media.type");
    }

    private static Media typed(MediaKind kind, String type) {
        return new Media(UUID.randomUUID(), kind, type, 1_000_000, 720, 1080, 5, 30, 0, null, "file", "");
    }

    @Test
    void aPosterIsASmallPicture() {
        assertThat(errors(posted(typed(MediaKind.IMAGE, "image/png")))).isEmpty();
        assertThat(errors(posted(typed(MediaKind.IMAGE, "image/gif")))).containsExactly("reddit.poster-type");
        assertThat(errors(posted(files.jpeg(400, 300, MOST_OF_A_PICTURE)))).isEmpty();
        assertThat(errors(posted(files.jpeg(400, 300, MOST_OF_A_PICTURE + 1)))).containsExactly("reddit.poster-bytes");
        refused(posted(files.jpeg(400, 300, MOST_OF_A_PICTURE + 1)), "too-large");
    }

    private Delivery posted(Media poster) {
        var film = files.video(360, 640, Duration.ofSeconds(4));
        return delivery("video", "Rain", "", List.of(film), Choice.of(OPEN).poster(poster));
    }

    @Test
    void everyPictureOfAGalleryMayHaveALink() {
        var walked = taken(linked(20));
        assertThat(walked.wire().sent().stream()
                        .flatMap(sent -> Pattern.compile("\"outbound_url\":\"https://a.example/\\d+\"")
                                .matcher(sent.text())
                                .results()))
                .hasSize(20);

        assertThat(errors(linked(21))).containsExactly("reddit.picture-links-many");
        assertThat(OptionLimits.check(linked(21).options()))
                .containsExactly(Finding.error("option.range", "options.pictureLinks", "0-20", "21"));
    }

    private Delivery linked(int links) {
        var addresses = IntStream.range(0, links).mapToObj(i -> "https://a.example/" + i);
        return delivery(
                "gallery",
                "Many of them",
                "",
                gallery(20).media(),
                Choice.of(OPEN).pictureLinks(addresses.toArray(String[]::new)));
    }

    /** The option's own bound keeps it out of the editor; Reddit refuses it, and the post stays. */
    @Test
    void aCommentHasTenThousandCharacters() {
        assertThat(walked(text("Short", Choice.of(OPEN).comment("a".repeat(10_000))))
                        .post()
                        .note())
                .isEmpty();
        assertThat(walked(text("Long", Choice.of(OPEN).comment("a".repeat(10_001))))
                        .post()
                        .note())
                .contains("the first comment was refused: r/plantcare");
    }
}
