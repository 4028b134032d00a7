package planner.adapter.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import planner.adapter.contract.HeavyFiles;
import planner.adapter.contract.MiniWalk.End;
import planner.adapter.contract.TestFiles;
import planner.adapter.facebook.FacebookOptions.Publish;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.Media;
import planner.network.NetworkException;
import planner.network.Option;
import planner.network.Preflight;

/** Section 4 of the sheet: at each limit the post is taken; one over is refused by preflight and by the network. */
class FacebookLimitsTest extends FacebookStand {
    private static final Duration SHORT = Duration.ofSeconds(4);

    private final HeavyFiles files = new HeavyFiles();

    @AfterEach
    void closeFiles() {
        files.close();
    }

    /** @param finding what preflight says of the second; @param code what Facebook says */
    private record Limit(String name, String format, List<Media> full, List<Media> over, String finding, String code) {}

    @TestFactory
    Stream<DynamicTest> atEachLimitTheMediaAreTakenAndOneOverIsRefused() {
        return Stream.of(photos(), reels(), stories(), films())
                .flatMap(List::stream)
                .map(limit -> DynamicTest.dynamicTest(limit.format() + " " + limit.name(), () -> {
                    taken(delivery(limit.format(), text(limit.format()), limit.full(), FacebookSamples.plain()));
                    refused(
                            delivery(limit.format(), text(limit.format()), limit.over(), FacebookSamples.plain()),
                            limit.finding(),
                            limit.code());
                }));
    }

    private static String text(String format) {
        return format.equals("story") ? "" : "Look";
    }

    private List<Limit> photos() {
        long most = 4_000_000;
        return List.of(
                one("bytes", "feed", files.jpeg(400, 400, most), files.jpeg(400, 400, most + 1), "bytes", "1366046"),
                one("bytes", "story", files.jpeg(360, 640, most), files.jpeg(360, 640, most + 1), "bytes", "1366046"),
                new Limit("most", "feed", many(10), many(11), "media.too-many", "100"));
    }

    private List<Media> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> files.jpeg(40 + i, 40, 0))
                .toList();
    }

    private List<Limit> reels() {
        return List.of(
                film("short", "reel", lasting(Duration.ofSeconds(3)), lasting(Duration.ofMillis(2_900)), "seconds"),
                film("long", "reel", lasting(Duration.ofSeconds(90)), lasting(Duration.ofSeconds(91)), "seconds"),
                film("slow", "reel", paced(24), paced(23), "fps"),
                film("fast", "reel", paced(60), paced(61), "fps"),
                film("narrow", "reel", files.video(540, 960, SHORT), files.video(539, 960, SHORT), "width"),
                film("low", "reel", files.video(541, 960, SHORT), files.video(541, 959, SHORT), "height"),
                film("slim", "reel", files.video(550, 1000, SHORT), files.video(549, 1000, SHORT), "aspect"),
                film("wide", "reel", files.video(575, 1000, SHORT), files.video(576, 1000, SHORT), "aspect"),
                film("codec", "reel", coded("hvc1", 540, 960), coded("mp4v", 540, 960), "codec"));
    }

    private List<Limit> stories() {
        return List.of(
                one(
                        "short",
                        "story",
                        lasting(Duration.ofSeconds(3)),
                        lasting(Duration.ofMillis(2_900)),
                        "seconds",
                        "352"),
                one(
                        "long",
                        "story",
                        lasting(Duration.ofSeconds(60)),
                        lasting(Duration.ofSeconds(61)),
                        "seconds",
                        "352"),
                one("slow", "story", paced(24), paced(23), "fps", "352"));
    }

    private List<Limit> films() {
        return List.of(
                film(
                        "long",
                        "video",
                        files.video(360, 640, Duration.ofMinutes(20)),
                        files.video(360, 640, Duration.ofSeconds(1_201)),
                        "seconds"),
                film("codec", "video", coded("hvc1", 640, 360), coded("mp4v", 640, 360), "codec"));
    }

    private static Limit one(String name, String format, Media full, Media over, String finding, String code) {
        return new Limit(name, format, List.of(full), List.of(over), "media." + finding, code);
    }

    private static Limit film(String name, String format, Media full, Media over, String finding) {
        return one(name, format, full, over, finding, "video");
    }

    private Media lasting(Duration length) {
        return files.video(540, 960, length);
    }

    private Media paced(int fps) {
        return files.video(540, 960, SHORT, fps, "avc1", 0);
    }

    private Media coded(String sample, int width, int height) {
        return files.video(width, height, SHORT, 30, sample, 0);
    }

    /** A gigabyte is not sent here: its size is announced before the first byte. */
    @Test
    void aVideoHasAtMostAGigabyte() {
        var full = delivery("video", "Look", List.of(heavy(1_000_000_000)), FacebookSamples.plain());
        var over = delivery("video", "Look", List.of(heavy(1_000_000_001)), FacebookSamples.plain());
        var session = session(files);

        assertThat(rules(full)).isEmpty();
        assertThat(publisher(stage.transport()).perform(new At.Open(0), full, session))
                .isNotNull();
        assertThat(rules(over)).containsExactly("media.bytes");
        var refused = catchThrowableOfType(
                NetworkException.class, () -> publisher(stage.transport()).perform(new At.Open(0), over, session));
        assertThat(refused.fault())
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("6000"));
    }

    private Media heavy(long bytes) {
        return files.video(640, 360, SHORT, 30, "avc1", bytes);
    }

    @Test
    void aDescriptionHasAThousandCharacters() {
        taken(delivery("feed", "Look", List.of(described(1_000)), FacebookSamples.plain()));
        refused(
                delivery("feed", "Look", List.of(described(1_001)), FacebookSamples.plain()),
                "alt.too-long.utf16",
                "100");
    }

    private Media described(int length) {
        return TestFiles.described(files.jpeg(400, 400, 0), "a".repeat(length));
    }

    @ParameterizedTest
    @CsvSource({"video, 640, 360", "reel, 540, 960"})
    void aTitleHas255Characters(String format, int width, int height) {
        var film = List.of(files.video(width, height, SHORT));

        taken(titled(format, "a".repeat(255), "Look", film, FacebookSamples.plain()));
        refused(titled(format, "a".repeat(256), "Look", film, FacebookSamples.plain()), "title.too-long.utf16", "100");
    }

    /** The house checks the numbers of {@link Option} before a post is scheduled. */
    @Test
    void aFirstCommentHasEightThousandCharacters() throws NoSuchMethodException {
        var limit = FacebookOptions.class.getRecordComponents()[3];
        assertThat(limit.getName()).isEqualTo("firstComment");
        assertThat(limit.getAnnotation(Option.class).max()).isEqualTo(8_000);

        taken(delivery("feed", "Look", List.of(), FacebookSamples.extras("a".repeat(8_000), null)));
        assertThat(walked(
                        stage.transport(),
                        delivery("feed", "See", List.of(), FacebookSamples.extras("a".repeat(8_001), null))))
                .isInstanceOfSatisfying(
                        End.Published.class,
                        end -> assertThat(end.post().note()).contains("the first comment was refused"));
    }

    /** Twenty minutes are ours, ten are Facebook's. */
    @ParameterizedTest
    @CsvSource({"feed, 30", "reel, 29"})
    void facebookPublishesWithinTheMonth(String format, int days) {
        var media = format.equals("reel") ? List.of(files.video(540, 960, SHORT)) : List.<Media>of();
        var now = stage.now();

        taken(at(format, media, now.plus(Duration.ofMinutes(20))));
        refused(at(format, media, now.plus(Duration.ofMinutes(9))), "facebook.publish-at-range", "1363004");
        assertThat(rules(at(format, media, stage.now().plus(Duration.ofDays(days)))))
                .isEmpty();
        refused(
                at(format, media, stage.now().plus(Duration.ofDays(days)).plusSeconds(3_600)),
                "facebook.publish-at-range",
                "1363004");
    }

    private Delivery at(String format, List<Media> media, Instant time) {
        return delivery(format, "Soon " + time, media, FacebookSamples.publish(Publish.SCHEDULED, time.toString()));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-24T18:00:00", "tomorrow", "''"})
    void aTimeWithoutAnOffsetIsNone(String time) {
        assertThat(rules(delivery("feed", "Soon", List.of(), FacebookSamples.publish(Publish.SCHEDULED, time))))
                .containsExactly("facebook.publish-at");
    }

    @ParameterizedTest
    @EnumSource(names = {"NOW", "DRAFT"})
    void aTimeIsNotPassedOver(Publish publish) {
        var time = FacebookSamples.publish(
                publish, stage.now().plus(Duration.ofDays(3)).toString());

        refused(delivery("feed", "Soon", List.of(), time), "facebook.publish-at-alone", "publish-at");
        refused(
                delivery("reel", "Soon", List.of(files.video(540, 960, SHORT)), time),
                "facebook.publish-at-alone",
                "publish-at");
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEDULED", "DRAFT"})
    void aStoryThatShallWaitIsNotShown(Publish publish) {
        var time = publish == Publish.DRAFT
                ? null
                : stage.now().plus(Duration.ofDays(3)).toString();
        for (var media : List.of(files.jpeg(360, 640, 0), files.video(540, 960, SHORT))) {
            refused(
                    delivery("story", "", List.of(media), FacebookSamples.publish(publish, time)),
                    "facebook.story-now",
                    "story-now");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.facebook.com/someone, facebook.link-own,     1609008",
        "example.org,                      facebook.link-address, 2061006",
        "ftp://example.org/a,              facebook.link-address, 2061006"
    })
    void aLinkLeadsOutOfFacebook(String link, String finding, String code) {
        refused(delivery("feed", "Look", List.of(), FacebookSamples.linked(link)), finding, code);
    }

    @Test
    void aCardStandsWithoutPhotos() {
        var delivery = delivery(
                "feed", "Look", List.of(files.jpeg(40, 40, 0)), FacebookSamples.linked("https://example.org/"));

        assertThat(rules(delivery)).containsExactly("facebook.link-photos");
    }

    @Test
    void aPostSaysSomething() {
        refused(delivery("feed", "", List.of(), FacebookSamples.plain()), "part.empty", "100");
        taken(delivery("feed", "", List.of(files.jpeg(40, 40, 0)), FacebookSamples.plain()));
    }

    @Test
    void aPlaceIsAPageWithAnAddress() {
        var wrong = new FacebookOptions(null, true, "Kraków", null, null, Publish.NOW, null);
        var unknown = new FacebookOptions(null, true, "17", null, null, Publish.NOW, null);

        refused(delivery("feed", "Look", List.of(), wrong), "facebook.place", "100");
        assertThat(code(walked(stage.transport(), delivery("feed", "Look", List.of(), unknown))))
                .isEqualTo("100");
    }

    @Test
    void aStoryOfAnotherShapeIsWarnedOf() {
        var delivery = delivery("story", "", List.of(files.jpeg(400, 400, 0)), FacebookSamples.plain());

        assertThat(rules(delivery)).containsExactly("facebook.story-shape");
        assertThat(walked(stage.transport(), delivery, files)).isInstanceOf(End.Published.class);
    }

    @Test
    void aFileThatIsNoVideoIsRefused() {
        assertThat(code(walked(
                        stage.transport(),
                        delivery("reel", "Look", List.of(files.text()), FacebookSamples.plain()),
                        files)))
                .isEqualTo("video");
    }

    /** Facebook asks for a rest after thirty. */
    @Test
    void theThirtyFirstReelOfADayWaits() {
        var film = List.of(files.video(540, 960, SHORT));
        for (int i = 0; i < 30; i++) {
            taken(delivery("reel", "Number " + i, film, FacebookSamples.plain()));
        }
        var before = stage.now();

        taken(delivery("reel", "Number 31", film, FacebookSamples.plain()));

        assertThat(Duration.between(before, stage.now())).isGreaterThan(Duration.ofHours(23));
    }

    private void taken(Delivery delivery) {
        assertThat(errors(delivery)).isEmpty();
        assertThat(walked(stage.transport(), delivery, files))
                .isInstanceOfSatisfying(
                        End.Published.class,
                        end -> assertThat(end.post().note()).doesNotContain("refused"));
    }

    private void refused(Delivery delivery, String finding, String code) {
        assertThat(errors(delivery)).contains(finding);
        int before = stage.visible().size();
        assertThat(code(walked(stage.transport(), delivery, files))).isEqualTo(code);
        assertThat(stage.visible()).hasSize(before);
    }

    private List<String> errors(Delivery delivery) {
        return Preflight.check(network(stage.transport()), delivery, session().account()).stream()
                .filter(it -> it.severity() == planner.network.Finding.Severity.ERROR)
                .map(planner.network.Finding::rule)
                .toList();
    }
}
