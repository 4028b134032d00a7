package planner.adapter.pinterest;

import static org.assertj.core.api.Assertions.assertThat;
import static planner.adapter.pinterest.PinterestSamples.board;
import static planner.adapter.pinterest.PinterestSamples.cards;
import static planner.adapter.pinterest.PinterestSamples.colored;
import static planner.adapter.pinterest.PinterestSamples.covered;
import static planner.adapter.pinterest.PinterestSamples.fetched;
import static planner.adapter.pinterest.PinterestSamples.fresh;
import static planner.adapter.pinterest.PinterestSamples.in;
import static planner.adapter.pinterest.PinterestSamples.linked;
import static planner.adapter.pinterest.PinterestSamples.on;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import planner.adapter.contract.TestFiles;
import planner.adapter.pinterest.PinterestOptions.Card;
import planner.adapter.pinterest.PinterestOptions.Privacy;
import planner.network.Account;
import planner.network.Delivery;
import planner.network.Finding.Severity;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.Preflight;

/** Section 4 of the sheet: at each limit the pin is taken; one over is refused by preflight and by Pinterest. */
class PinterestLimitsTest extends PinterestStand {
    private static final long MOST_OF_AN_IMAGE = 20_000_000;
    private static final long MOST_OF_A_VIDEO = 2_000_000_000;
    private static final String INVALID = "invalid-request";

    /** @param finding what preflight says of the second; @param code what Pinterest says */
    private record Limit(String name, String format, List<Media> full, List<Media> over, String finding, String code) {}

    @TestFactory
    Stream<DynamicTest> atEachLimitTheMediaAreTakenAndOneOverIsRefused() {
        return Stream.of(images(), carousels(), videos())
                .flatMap(List::stream)
                .map(limit -> DynamicTest.dynamicTest(limit.format() + " " + limit.name(), () -> {
                    taken(delivery(limit.format(), "", "Moss", limit.full(), board()));
                    var over = delivery(limit.format(), "", "Moss", limit.over(), board());
                    assertThat(errors(over)).contains(limit.finding());
                    refused(over, limit.code());
                }));
    }

    private List<Limit> images() {
        return List.of(
                still("narrow", files.jpeg(200, 400, 0), files.jpeg(199, 400, 0), "media.width"),
                still("low", files.png(400, 300), files.png(400, 299), "media.height"),
                still(
                        "bytes",
                        files.jpeg(400, 600, MOST_OF_AN_IMAGE),
                        files.jpeg(400, 600, MOST_OF_AN_IMAGE + 1),
                        "media.bytes"));
    }

    private List<Limit> carousels() {
        return List.of(
                new Limit("most", "carousel", many(5), many(6), "media.too-many", INVALID),
                new Limit("least", "carousel", many(2), many(1), "media.too-few", INVALID),
                new Limit(
                        "size",
                        "carousel",
                        List.of(files.jpeg(400, 600, 0), files.jpeg(400, 600, 0)),
                        List.of(files.jpeg(400, 600, 0), files.jpeg(400, 601, 0)),
                        "pinterest.same-size",
                        INVALID));
    }

    private List<Limit> videos() {
        return List.of(
                film("short", lasting(4_000), lasting(3_900), "media.seconds"),
                film("long", lasting(900_000), lasting(901_000), "media.seconds"),
                film("slow", paced(25), paced(24), "media.fps"),
                film("upright", sized(320, 640), sized(319, 640), "media.aspect"),
                film("across", sized(764, 400), sized(765, 400), "media.aspect"),
                film("codec", coded("hvc1"), coded("mp4v"), "media.codec"));
    }

    private static Limit still(String name, Media full, Media over, String finding) {
        return new Limit(name, "image", List.of(full), List.of(over), finding, INVALID);
    }

    private static Limit film(String name, Media full, Media over, String finding) {
        return new Limit(name, "video", List.of(full), List.of(over), finding, "media-failed");
    }

    private List<Media> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> files.png(300, 450)).toList();
    }

    private Media lasting(long millis) {
        return files.video(360, 640, Duration.ofMillis(millis));
    }

    private Media paced(int fps) {
        return files.video(360, 640, Duration.ofSeconds(5), fps, "avc1", 0);
    }

    private Media sized(int width, int height) {
        return files.video(width, height, Duration.ofSeconds(5));
    }

    private Media coded(String sample) {
        return files.video(360, 640, Duration.ofSeconds(5), 30, sample, 0);
    }

    @Test
    void aTitleHasAHundredCharacters() {
        taken(delivery("image", "a".repeat(100), "", List.of(photo()), board()));
        var over = delivery("image", "a".repeat(101), "", List.of(photo()), board());

        assertThat(errors(over)).containsExactly("title.too-long.utf16");
        refused(over, INVALID);
    }

    @Test
    void aDescriptionForThoseWhoCannotSeeHasFiveHundred() {
        taken(delivery("image", "", "Moss", List.of(TestFiles.described(photo(), "a".repeat(500))), board()));
        var over = delivery("image", "", "Moss", List.of(TestFiles.described(photo(), "a".repeat(501))), board());

        assertThat(errors(over)).containsExactly("alt.too-long.utf16");
        refused(over, INVALID);
    }

    /** A pin has one description, whatever the number of its images. */
    @Test
    void theDescriptionsOfSeveralImagesShareTheRoom() {
        taken(delivery("carousel", "", "Moss", pair(249, 249), board()));
        var over = delivery("carousel", "", "Moss", pair(250, 249), board());

        assertThat(errors(over)).containsExactly("pinterest.alt");
        refused(over, INVALID);
    }

    private List<Media> pair(int one, int other) {
        return List.of(
                TestFiles.described(files.png(300, 450), "a".repeat(one)),
                TestFiles.described(files.png(300, 450), "b".repeat(other)));
    }

    @Test
    void aLinkHasTwoThousandAndFortyEight() {
        var start = "https://example.com/";
        taken(image(linked(start + "a".repeat(2_048 - start.length()))));
        var over = image(linked(start + "a".repeat(2_049 - start.length())));

        assertThat(errors(over)).containsExactly("pinterest.link-long");
        refused(over, "link");
    }

    @Test
    void aLinkIsAWholeWebAddress() {
        for (var wrong : List.of("example.com", "ftp://example.com/x", "https:///x", "https://exa mple.com")) {
            assertThat(errors(image(linked(wrong)))).as(wrong).containsExactly("pinterest.link");
            refused(image(linked(wrong)), "link");
        }
        assertThat(errors(image(linked("https://bit.ly/abc")))).containsExactly("pinterest.link-short");
        refused(image(linked("https://bit.ly/abc")), "link");
        taken(image(linked("http://example.com")));
    }

    @Test
    void aColourHasSixDigits() {
        taken(image(colored("#6e7874")));
        for (var wrong : List.of("6E7874", "#6E787", "#6E78744", "green")) {
            assertThat(errors(image(colored(wrong)))).as(wrong).containsExactly("pinterest.color");
            refused(image(colored(wrong)), INVALID);
        }
    }

    @Test
    void theNameOfABoardHasFifty() {
        taken(image(fresh("b".repeat(50))));
        assertThat(errors(image(fresh("b".repeat(51))))).containsExactly("pinterest.board-name");
        refused(image(fresh("b".repeat(51))), INVALID);
    }

    @Test
    void aPinNeedsOneBoard() {
        assertThat(errors(image(on(null)))).containsExactly("pinterest.board");
        assertThat(errors(image(on("  ")))).containsExactly("pinterest.board");
        var both = new PinterestOptions(
                PinterestSamples.BOARD, null, "New", null, null, null, null, null, null, null, null, null);
        assertThat(errors(image(both))).containsExactly("pinterest.board-twice");
        var section = new PinterestOptions(
                null, PinterestSamples.SECTION, "New", null, null, null, null, null, null, null, null, null);
        assertThat(errors(image(section))).containsExactly("pinterest.section-board");
        refused(image(in(PinterestSamples.BOARD, "99")), "section-gone");
        assertThat(errors(image(on("Balkon i zieleń")))).containsExactly("pinterest.board-id");
        assertThat(errors(image(in(PinterestSamples.BOARD, "Mchy")))).containsExactly("pinterest.board-id");
    }

    @Test
    void aSecretBoardNeedsItsPermission() {
        var secret = image(fresh("Hidden", Privacy.SECRET));
        var without = new Account("1", "Ada", "ada", null, Map.of(PinterestConnector.SECRET_BOARDS, "false"));

        assertThat(errors(secret)).isEmpty();
        assertThat(Preflight.check(network(), secret, without))
                .anyMatch(it -> it.severity() == Severity.ERROR && it.rule().equals("pinterest.secret"));
    }

    @Test
    void theWordsOfEachImageHaveTheLimitsOfAPin() {
        taken(carousel(new Card("t".repeat(100), "d".repeat(800), "https://example.com")));
        refusedAs(carousel(new Card("t".repeat(101), null, null)), "pinterest.card-title", INVALID);
        refusedAs(carousel(new Card(null, "d".repeat(801), null)), "pinterest.card-description", INVALID);
        refusedAs(carousel(new Card(null, null, "nowhere")), "pinterest.link", "link");
        var three = List.of(new Card("1", null, null), new Card("2", null, null), new Card("3", null, null));
        refusedAs(delivery("carousel", "", "Moss", many(2), cards(three, null)), "pinterest.cards", "cards");
    }

    private Delivery carousel(Card card) {
        return delivery("carousel", "", "Moss", many(2), cards(List.of(card), null));
    }

    private void refusedAs(Delivery delivery, String finding, String code) {
        assertThat(errors(delivery)).containsExactly(finding);
        refused(delivery, code);
    }

    /** Unverified, and so the limit of one image holds for all that go up together. */
    @Test
    void imagesThatGoUpTogetherShareTwentyMegabytes() {
        var half = MOST_OF_AN_IMAGE / 2;
        taken(delivery("carousel", "", "Moss", weighing(half, half), board()));

        assertThat(errors(delivery("carousel", "", "Moss", weighing(half, half + 1), board())))
                .containsExactly("pinterest.upload-bytes");
        refused(delivery("carousel", "", "Moss", weighing(half, half + 2_000_000), board()), "too-large");
        taken(delivery("carousel", "", "Moss", weighing(half, half + 2_000_000), fetched()));
    }

    private List<Media> weighing(long one, long other) {
        return List.of(files.jpeg(400, 600, one), files.jpeg(400, 600, other));
    }

    @Test
    void aVideoHasTwoGigabytes() {
        var full = files.video(360, 640, Duration.ofSeconds(6), 30, "avc1", MOST_OF_A_VIDEO);
        assertThat(errors(delivery("video", "", "Fern", List.of(full), board())))
                .isEmpty();
        var over = files.video(360, 640, Duration.ofSeconds(6), 30, "avc1", MOST_OF_A_VIDEO + 1);
        assertThat(errors(delivery("video", "", "Fern", List.of(over), board())))
                .containsExactly("media.bytes");
    }

    /** The real limit is the same rule with a larger number. */
    @Test
    void theStoreTakesNoLargerFile() {
        stage.site().largestVideo(3_000_000);
        var full = files.video(360, 640, Duration.ofSeconds(6), 30, "avc1", 3_000_000);
        var over = files.video(360, 640, Duration.ofSeconds(6), 30, "avc1", 3_000_001);

        taken(delivery("video", "", "Fern", List.of(full), board()));
        refused(delivery("video", "", "Fern", List.of(over), board()), "too-large");
    }

    @Test
    void aCoverIsAnImageOfTheSameLimits() {
        taken(video(covered(files.jpeg(400, 600, MOST_OF_AN_IMAGE), null, null)));
        refusedAs(
                video(covered(files.jpeg(400, 600, MOST_OF_AN_IMAGE + 1), null, null)),
                "pinterest.cover-bytes",
                INVALID);
        refusedAs(
                video(covered(typed(MediaKind.IMAGE, "image/webp", null), null, null)),
                "pinterest.cover-type",
                INVALID);
    }

    @Test
    void aCoverFrameLiesWithinTheVideo() {
        assertThat(errors(video(covered(null, -1, null)))).containsExactly("pinterest.cover-time");
        assertThat(rules(Severity.WARNING, video(covered(null, 7, null)))).containsExactly("pinterest.cover-late");
        assertThat(rules(Severity.WARNING, video(covered(photo(), 2, null)))).containsExactly("pinterest.cover-twice");
        assertThat(rules(Severity.WARNING, video(covered(null, 6, null)))).isEmpty();
        taken(video(covered(null, 7, null)));
    }

    @Test
    void theTypesThatPinterestNames() {
        for (var type : List.of("video/mp4", "video/quicktime", "video/x-m4v")) {
            assertThat(errors(delivery("video", "", "Fern", List.of(typed(MediaKind.VIDEO, type, "h264")), board())))
                    .isEmpty();
        }
        assertThat(errors(delivery("video", "", "Fern", List.of(typed(MediaKind.VIDEO, "video/webm", "vp9")), board())))
                .contains("media.type");
        assertThat(errors(delivery("image", "", "Moss", List.of(typed(MediaKind.IMAGE, "image/webp", null)), board())))
                .containsExactly("media.type");
    }

    private Media typed(MediaKind kind, String type, @Nullable String codec) {
        var photo = photo();
        return new Media(
                kind == MediaKind.IMAGE ? photo.id() : UUID.randomUUID(),
                kind,
                type,
                photo.bytes(),
                720,
                1080,
                kind == MediaKind.VIDEO ? 6 : 0,
                kind == MediaKind.VIDEO ? 30 : 0,
                0,
                codec,
                "file",
                "");
    }

    @Test
    void imagesAndVideosAreNotMixed() {
        assertThat(errors(delivery("carousel", "", "Both", List.of(photo(), film()), board())))
                .contains("media.mix");
    }

    @Test
    void aFileThatIsNoVideoIsRefused() {
        refused(delivery("video", "", "Fern", List.of(files.text()), board()), "media-failed");
    }
}
