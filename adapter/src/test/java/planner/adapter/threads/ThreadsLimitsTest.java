package planner.adapter.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import planner.adapter.contract.HeavyFiles;
import planner.adapter.contract.MiniWalk.End;
import planner.adapter.contract.Wire;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Fault;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Media;
import planner.network.Preflight;

/** Section 4 of the sheet: at each limit the post is taken; one over is refused by preflight and by the network. */
class ThreadsLimitsTest extends ThreadsStand {
    private static final Duration SHORT = Duration.ofSeconds(4);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final HeavyFiles files = new HeavyFiles();

    @AfterEach
    void closeFiles() {
        files.close();
    }

    /** @param finding what preflight says of the second; @param code what Threads says */
    private record Limit(String name, List<Media> full, List<Media> over, String finding, String code) {}

    @TestFactory
    Stream<DynamicTest> atEachLimitTheMediaAreTakenAndOneOverIsRefused() {
        return Stream.concat(limits().stream(), counts().stream())
                .map(limit -> DynamicTest.dynamicTest(limit.name(), () -> {
                    taken(delivery("Look", limit.full(), ThreadsSamples.plain()));
                    refused(delivery("Look", limit.over(), ThreadsSamples.plain()), limit.finding(), limit.code());
                }));
    }

    private List<Limit> limits() {
        long most = 8_000_000;
        return List.of(
                one("image bytes", files.jpeg(400, 400, most), files.jpeg(400, 400, most + 1), "bytes", "100"),
                one("image slim", files.jpeg(100, 1000, 0), files.jpeg(100, 1001, 0), "aspect", "100"),
                one("image flat", files.jpeg(1000, 100, 0), files.jpeg(1001, 100, 0), "aspect", "100"),
                one("video long", lasting(FIVE_MINUTES), lasting(FIVE_MINUTES.plusSeconds(1)), "seconds", "DURATION"),
                one("video slow", paced(23), paced(22), "fps", "FRAME_RATE"),
                one("video fast", paced(60), paced(61), "fps", "FRAME_RATE"),
                one(
                        "video wide",
                        files.video(1920, 1080, SHORT),
                        files.video(1921, 1080, SHORT),
                        "width",
                        "FAILED_PROCESSING_VIDEO"),
                one(
                        "video flat",
                        files.video(1000, 100, SHORT),
                        files.video(1001, 100, SHORT),
                        "aspect",
                        "ASPEC_RATIO"),
                one("video slim", files.video(10, 1000, SHORT), files.video(10, 1001, SHORT), "aspect", "ASPEC_RATIO"),
                one("video codec", coded("hvc1"), coded("mp4v"), "codec", "FAILED_PROCESSING_VIDEO"),
                one("video bits", heavy(50_000_000), heavy(50_000_100), "bitrate", "BIT_RATE"));
    }

    private List<Limit> counts() {
        return List.of(new Limit("carousel most", many(20), many(21), "media.too-many", "100"));
    }

    private static Limit one(String name, Media full, Media over, String finding, String code) {
        var rule = finding.contains(".") ? finding : "media." + finding;
        var word = code.equals("100") || code.startsWith("FAILED") ? code : "INVALID_" + code;
        return new Limit(name, List.of(full), List.of(over), rule, word);
    }

    private Media heavy(long bytes) {
        return files.video(360, 640, SHORT, 30, "avc1", bytes);
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
    void twoPicturesMakeACarousel() {
        taken(delivery("Two", many(2), ThreadsSamples.hidden()));
    }

    @Test
    void aDrawingIsTakenAndAFileThatIsNoVideoIsNot() {
        taken(delivery("Look", List.of(files.png(400, 400)), ThreadsSamples.plain()));
        var end = walked(
                stage.transport(), delivery("Look", List.of(files.text()), ThreadsSamples.plain()), session(files));

        assertThat(code(end)).isEqualTo("FAILED_PROCESSING_VIDEO");
    }

    @Test
    void aLargeBitRateIsWarnedOf() {
        var delivery = delivery("Look", List.of(heavy(12_500_100)), ThreadsSamples.plain());

        assertThat(findings(delivery)).extracting(Finding::rule).containsExactly("threads.bit-rate-high");
        assertThat(findings(delivery("Look", List.of(heavy(12_500_000)), ThreadsSamples.plain())))
                .isEmpty();
    }

    @Test
    void anEmojiIsAsLongAsItsBytes() {
        taken(delivery("👩‍🚀".repeat(45) + "aaaaa", List.of(), ThreadsSamples.plain()));
        refused(
                delivery("👩‍🚀".repeat(45) + "aaaaaa", List.of(), ThreadsSamples.plain()),
                "text.too-long.weighted",
                "text");
    }

    @Test
    void fiveLinksAreTakenTheAttachedOneAmongThem() {
        taken(delivery(links(5), List.of(), ThreadsSamples.plain()));
        taken(delivery(links(5), List.of(), ThreadsSamples.linked("https://lipa.example/1")));
        taken(delivery(links(4), List.of(), ThreadsSamples.linked("https://lipa.example/attached")));
        refused(delivery(links(6), List.of(), ThreadsSamples.plain()), "threads.links", "link-limit");
        refused(
                delivery(links(5), List.of(), ThreadsSamples.linked("https://lipa.example/attached")),
                "threads.links",
                "link-limit");
    }

    private static String links(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "https://lipa.example/" + i)
                .collect(Collectors.joining(" "));
    }

    @Test
    void aTopicHasNeitherDotsNorAmpersands() {
        taken(delivery("Bread", List.of(), ThreadsSamples.about("t".repeat(50))));
        refused(delivery("Bread", List.of(), ThreadsSamples.about("tea & cake")), "threads.topic-signs", "100");
        refused(delivery("Bread", List.of(), ThreadsSamples.about("tea.cake")), "threads.topic-signs", "100");
    }

    @Test
    void aPollHasTwoToFourAnswers() {
        taken(delivery("Tea?", List.of(), ThreadsSamples.polled("Yes", "No")));
        taken(delivery("Tea?", List.of(), ThreadsSamples.polled("a".repeat(25), "b", "c", "d")));
        refused(delivery("Tea?", List.of(), ThreadsSamples.polled("Yes")), "threads.poll-choices", "100");
        var five = delivery("Tea?", List.of(), ThreadsSamples.polled("a", "b", "c", "d", "e"));
        int before = stage.visible().size();
        assertThat(code(walked(stage.transport(), five, session(files)))).isEqualTo("poll");
        assertThat(stage.visible()).hasSize(before);
    }

    @Test
    void tenPassagesAreHiddenAndNoMore() {
        taken(delivery("secret x ".repeat(10), List.of(), ThreadsSamples.hiding("secret")));
        refused(
                delivery("secret x ".repeat(11), List.of(), ThreadsSamples.hiding("secret")),
                "threads.spoilers",
                "100");
    }

    @Test
    void aPostThatAThreadHangsOnMustExist() {
        var end = walked(
                stage.transport(),
                delivery("Bread", List.of(), ThreadsSamples.quoting("18090000000000009")),
                session(files));

        assertThat(code(end)).isEqualTo("gone");
    }

    @Test
    void aPieceOfAThreadHasTheSameLimits() {
        var first = new Part("One", List.of());
        taken(chain(List.of(first, new Part("a".repeat(500), many(2))), ThreadsSamples.plain()));
        refusedLate(chain(List.of(first, new Part("a".repeat(501), List.of())), ThreadsSamples.plain()));
    }

    private void refusedLate(Delivery delivery) {
        assertThat(errors(delivery)).containsExactly("text.too-long.weighted");
        assertThat(code(walked(stage.transport(), delivery, session(files)))).isEqualTo("text");
    }

    private void taken(Delivery delivery) {
        assertThat(errors(delivery)).isEmpty();
        assertThat(walked(stage.transport(), delivery, session(files)))
                .isInstanceOfSatisfying(
                        End.Published.class,
                        end -> assertThat(end.post().note()).isEmpty());
    }

    private void refused(Delivery delivery, String finding, String code) {
        assertThat(errors(delivery)).contains(finding);
        int before = stage.visible().size();
        assertThat(code(walked(stage.transport(), delivery, session(files)))).isEqualTo(code);
        assertThat(stage.visible()).hasSize(before);
    }

    private List<String> errors(Delivery delivery) {
        return findings(delivery).stream()
                .filter(it -> it.severity() == Severity.ERROR)
                .map(Finding::rule)
                .toList();
    }

    private List<Finding> findings(Delivery delivery) {
        var network = network(new Wire(stage.transport()));
        return Preflight.check(network, delivery, stage.connect(network).account());
    }

    private static String code(End end) {
        assertThat(end)
                .isInstanceOfSatisfying(
                        End.Failed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Rejected.class));
        return ((Fault.Rejected) ((End.Failed) end).fault()).code();
    }
}
