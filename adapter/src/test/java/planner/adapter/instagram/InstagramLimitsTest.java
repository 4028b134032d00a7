package planner.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.TestFiles;
import planner.network.Finding;
import planner.network.Media;
import planner.network.Option;

/** Section 4 of the sheet: at each limit the post is taken; one over is refused by preflight and by the network. */
class InstagramLimitsTest extends InstagramStand {
    private static final Duration SHORT = Duration.ofSeconds(4);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final Duration TOO_SHORT = Duration.ofMillis(2_900);

    /** @param finding what preflight says of the second; @param code what Instagram says */
    private record Limit(String name, String format, List<Media> full, List<Media> over, String finding, String code) {}

    @TestFactory
    Stream<DynamicTest> atEachLimitTheMediaAreTakenAndOneOverIsRefused() {
        return limits().map(limit -> DynamicTest.dynamicTest(limit.format() + " " + limit.name(), () -> {
            taken(delivery(limit.format(), limit.full(), InstagramSamples.plain()));
            refused(delivery(limit.format(), limit.over(), InstagramSamples.plain()), limit.finding(), limit.code());
        }));
    }

    private Stream<Limit> limits() {
        return Stream.of(images(), videos(), counts()).flatMap(List::stream);
    }

    private List<Limit> images() {
        long most = 8_000_000;
        return List.of(
                one("bytes", "feed", files.jpeg(400, 400, most), files.jpeg(400, 400, most + 1), "bytes", "2207004"),
                one("narrow", "feed", files.jpeg(800, 1000, 0), files.jpeg(799, 1000, 0), "aspect", "2207009"),
                one("wide", "feed", files.jpeg(1910, 1000, 0), files.jpeg(1911, 1000, 0), "aspect", "2207009"),
                one("jpeg", "feed", files.jpeg(400, 400, 0), files.png(400, 400), "type", "2207005"),
                one("any shape", "story", files.jpeg(100, 1000, 0), files.png(400, 400), "type", "2207005"),
                one("bytes", "story", files.jpeg(400, 400, most), files.jpeg(400, 400, most + 1), "bytes", "2207004"));
    }

    private List<Limit> videos() {
        return List.of(
                film("bytes", "reel", heavy(300_000_000, LONG), heavy(300_000_001, LONG), "bytes"),
                film("bytes", "story", heavy(100_000_000, MINUTE), heavy(100_000_001, MINUTE), "bytes"),
                bits("reel"),
                bits("story"),
                film("short", "reel", lasting(Duration.ofSeconds(3)), lasting(TOO_SHORT), "seconds"),
                film("long", "reel", lasting(Duration.ofMinutes(15)), lasting(Duration.ofSeconds(901)), "seconds"),
                film("short", "story", lasting(Duration.ofSeconds(3)), lasting(TOO_SHORT), "seconds"),
                film("long", "story", lasting(Duration.ofSeconds(60)), lasting(Duration.ofSeconds(61)), "seconds"),
                film("slow", "reel", paced(23), paced(22), "fps"),
                film("fast", "story", paced(60), paced(61), "fps"),
                film("wide", "reel", files.video(1920, 1080, SHORT), files.video(1921, 1080, SHORT), "width"),
                film("flat", "story", files.video(1920, 192, SHORT), files.video(1920, 191, SHORT), "aspect"),
                film("slim", "story", files.video(100, 1000, SHORT), files.video(100, 1001, SHORT), "aspect"),
                film("slim", "reel", files.video(10, 1000, SHORT), files.video(10, 1001, SHORT), "aspect"),
                film("codec", "reel", coded("hvc1"), coded("mp4v"), "codec"));
    }

    private List<Limit> counts() {
        return List.of(
                new Limit("most", "carousel", many(10), many(11), "media.too-many", "2207028"),
                new Limit("least", "carousel", many(2), many(1), "media.too-few", "2207028"),
                new Limit(
                        "bytes",
                        "carousel",
                        List.of(files.jpeg(400, 400, 0), heavy(100_000_000, MINUTE)),
                        List.of(files.jpeg(400, 400, 0), heavy(100_000_001, MINUTE)),
                        "media.bytes",
                        "2207026"),
                new Limit(
                        "video",
                        "carousel",
                        List.of(files.jpeg(400, 400, 0), lasting(Duration.ofSeconds(60))),
                        List.of(files.jpeg(400, 400, 0), lasting(Duration.ofSeconds(61))),
                        "media.seconds",
                        "2207026"));
    }

    private static Limit one(String name, String format, Media full, Media over, String finding, String code) {
        return new Limit(name, format, List.of(full), List.of(over), "media." + finding, code);
    }

    private static Limit film(String name, String format, Media full, Media over, String finding) {
        return one(name, format, full, over, finding, "2207026");
    }

    /** 25 million bits a second, and 128,000 for the sound. */
    private Limit bits(String format) {
        long most = SHORT.toSeconds() * 25_128_000 / 8;
        return new Limit(
                "bits",
                format,
                List.of(heavy(most, SHORT)),
                List.of(heavy(most + 1, SHORT)),
                "media.bitrate",
                "2207026");
    }

    private Media heavy(long bytes, Duration length) {
        return files.video(360, 640, length, 30, "avc1", bytes);
    }

    private Media lasting(Duration length) {
        return files.video(360, 640, length);
    }

    private Media paced(int fps) {
        return files.video(360, 640, SHORT, fps, "avc1", 0);
    }

    private Media coded(String sample) {
        return files.video(360, 640, SHORT, 30, sample, 0);
    }

    private List<Media> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> files.jpeg(400 + i, 400, 0))
                .toList();
    }

    @Test
    void aDescriptionHasAThousandCharacters() {
        taken(delivery("feed", List.of(described(1_000)), InstagramSamples.plain()));
        refused(delivery("feed", List.of(described(1_001)), InstagramSamples.plain()), "alt.too-long.utf16", "100");
    }

    private Media described(int length) {
        return TestFiles.described(files.jpeg(400, 400, 0), "a".repeat(length));
    }

    @Test
    void theCoverLiesInsideTheVideo() {
        taken(delivery("reel", List.of(lasting(SHORT)), cover(3_999)));
        refused(delivery("reel", List.of(lasting(SHORT)), cover(4_000)), "instagram.cover-offset", "2207057");
    }

    private static InstagramOptions cover(int millis) {
        return InstagramSamples.options(Map.of("coverOffsetMs", millis));
    }

    /** The house checks the numbers of {@link Option} before a post is scheduled. */
    @Test
    void threeCollaboratorsAreInvitedAndNoMore() {
        assertThat(most("collaborators")).isEqualTo(3);

        var picture = List.of(files.jpeg(400, 400, 0));
        taken(delivery("feed", picture, invited(3)));
        assertThat(code(walked(delivery("feed", picture, invited(4))))).isEqualTo("100");
    }

    private static InstagramOptions invited(int count) {
        return InstagramSamples.options(Map.of("collaborators", Collections.nCopies(count, "ada.wedruje")));
    }

    @TestFactory
    Stream<DynamicTest> theFirstCommentHasRulesOfItsOwn() {
        return Stream.of(
                        List.of("#aa #bb #cc #dd", "#aa #bb #cc #dd #ee", "instagram.comment-hashtags"),
                        List.of(
                                "see https://a.example/1",
                                "see https://a.example/1 https://a.example/2",
                                "instagram.comment-links"),
                        List.of("Hello", "HELLO", "instagram.comment-capitals"))
                .map(rule -> DynamicTest.dynamicTest(rule.getLast(), () -> {
                    var picture = List.of(files.jpeg(400, 400, 0));
                    taken(delivery("feed", picture, commented(rule.getFirst())));

                    var over = delivery("feed", picture, commented(rule.get(1)));
                    assertThat(errors(over)).containsExactly(rule.getLast());
                    assertThat(walked(over))
                            .isInstanceOfSatisfying(
                                    MiniWalk.End.Published.class,
                                    end -> assertThat(end.post().note()).contains("the first comment was refused"));
                }));
    }

    private static InstagramOptions commented(String text) {
        return InstagramSamples.options(Map.of("firstComment", text));
    }

    @Test
    void aFirstCommentWhereNobodyMayCommentIsWarnedOf() {
        var both = InstagramSamples.options(Map.of("firstComment", "First", "comments", false));
        var delivery = delivery("feed", List.of(files.jpeg(400, 400, 0)), both);

        assertThat(network.preflight(delivery, stage.connect(network).account()))
                .containsExactly(Finding.warning("instagram.comment-off", "options.firstComment", "", ""));
        assertThat(walked(delivery))
                .isInstanceOfSatisfying(
                        MiniWalk.End.Published.class,
                        end -> assertThat(end.post().note()).contains("the first comment was refused"));
    }

    @Test
    void aFileThatIsNoVideoIsRefused() {
        assertThat(code(walked(delivery("reel", List.of(files.text()), InstagramSamples.plain()))))
                .isEqualTo("2207026");
    }
}
