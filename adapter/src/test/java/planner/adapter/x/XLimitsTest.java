package planner.adapter.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import planner.adapter.contract.MediaLimits;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.kit.Http;
import planner.network.Capabilities.MediaRule;
import planner.network.Delivery;
import planner.network.Environment;
import planner.network.Fault;
import planner.network.Finding;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.Network;
import planner.network.NetworkException;
import planner.network.Preflight;

/** Section 4.4 of the sheet. */
class XLimitsTest extends MediaLimits {
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final String INVALID = "invalid-request";
    private static final String FAILED = "media-failed";
    private static final int PHOTO_BYTES = 5_000_000;
    private static final int GIF_BYTES = 15_000_000;
    private static final int VIDEO_BYTES = 512_000_000;
    private static final long VIDEO_BYTES_OF_X = 8L << 30;

    XLimitsTest() {
        super(new SimulatorStage("x"));
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new X(settings, http, stage.clock());
    }

    @Override
    protected Delivery.Options plain() {
        return Chosen.NOTHING;
    }

    @TestFactory
    Stream<DynamicTest> atEachLimitTheMediaAreTakenAndOneOverIsRefused() {
        return each(Stream.of(photos(), loops(), films()).flatMap(List::stream));
    }

    private List<Limit> photos() {
        return List.of(
                new Limit("most photos", XCapabilities.POST, many(4), many(5), "media.too-many", INVALID),
                limit("photo bytes", photo(PHOTO_BYTES), photo(PHOTO_BYTES + 1), "media.bytes", INVALID),
                limit(
                        "photo type",
                        files.png(40, 30),
                        files.opaque(MediaKind.IMAGE, "image/tiff", 0),
                        "media.type",
                        INVALID));
    }

    private List<Limit> loops() {
        return List.of(
                new Limit(
                        "most loops",
                        XCapabilities.POST,
                        List.of(loop(9, 9, 2)),
                        List.of(loop(9, 9, 2), loop(9, 9, 2)),
                        "media.too-many",
                        INVALID),
                limit(
                        "loop bytes",
                        files.gif(9, 9, 2, GIF_BYTES),
                        files.gif(9, 9, 2, GIF_BYTES + 1),
                        "media.bytes",
                        INVALID),
                limit("loop wide", loop(1280, 9, 2), loop(1281, 9, 2), "media.width", FAILED),
                limit("loop high", loop(9, 1080, 2), loop(9, 1081, 2), "media.height", FAILED),
                limit("loop frames", loop(9, 9, 350), loop(9, 9, 351), "media.frames", FAILED),
                limit("loop pixels", loop(1000, 1000, 300), loop(1000, 1001, 300), "media.frame-pixels", FAILED));
    }

    private List<Limit> films() {
        return List.of(
                new Limit(
                        "most films",
                        XCapabilities.POST,
                        List.of(sized(640, 360)),
                        List.of(sized(640, 360), sized(640, 360)),
                        "media.too-many",
                        INVALID),
                limit("film short", lasting(500), lasting(499), "media.seconds", FAILED),
                limit("film long", lasting(140_000), lasting(140_001), "media.seconds", OURS),
                limit("film fast", paced(60), paced(61), "media.fps", FAILED),
                limit("film codec", coded("avc1"), coded("hvc1"), "media.codec", FAILED),
                limit("film narrow", sized(32, 32), sized(31, 32), "media.width", FAILED),
                limit("film low", sized(32, 32), sized(32, 31), "media.height", FAILED),
                limit("film wide", sized(1920, 1080), sized(1921, 1080), "media.width", FAILED),
                limit("film high", sized(1080, 1920), sized(1080, 1921), "media.height", FAILED),
                limit("film frame", sized(1920, 1200), sized(1920, 1201), "media.height", FAILED),
                limit("film frame upright", sized(1200, 1920), sized(1201, 1920), "media.width", FAILED),
                limit("film upright", sized(600, 1800), sized(599, 1800), "media.aspect", FAILED),
                limit("film across", sized(1800, 600), sized(1801, 600), "media.aspect", FAILED));
    }

    /** Today's documents say 1280x1024 and recommend 720x1280; the older 1920x1200 is still taken. */
    @Test
    void aFrameLargerThanAdvisedIsSaid() {
        for (var advised : List.of(sized(1280, 1024), sized(1024, 1280), sized(720, 1280))) {
            assertThat(rules(advised)).doesNotContain("x.video-large");
        }
        for (var large : List.of(sized(1281, 1024), sized(1280, 1025), sized(1080, 1920))) {
            assertThat(rules(large)).contains("x.video-large");
        }
    }

    private List<String> rules(Media film) {
        return Preflight.check(
                        network(),
                        delivery(XCapabilities.POST, List.of(film)),
                        session().account())
                .stream()
                .map(Finding::rule)
                .toList();
    }

    private static Limit limit(String name, Media full, Media over, String finding, String code) {
        return one(name, XCapabilities.POST, full, over, finding, code);
    }

    private List<Media> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> files.png(40 + i, 30)).toList();
    }

    private Media photo(long bytes) {
        return files.jpeg(400, 300, bytes);
    }

    private Media loop(int width, int height, int frames) {
        return files.gif(width, height, frames, 0);
    }

    private Media lasting(long millis) {
        return files.video(640, 360, Duration.ofMillis(millis));
    }

    private Media paced(int fps) {
        return files.video(640, 360, SHORT, fps, "avc1", 0);
    }

    private Media coded(String sample) {
        return files.video(640, 360, SHORT, 30, sample, 0);
    }

    private Media sized(int width, int height) {
        return files.video(width, height, SHORT);
    }

    /** What X itself says to a long film: preflight keeps to the 140 seconds that hold for every account. */
    @Test
    void anAccountThatDoesNotPayMayShowTwentyMinutes() {
        published(XCapabilities.POST, List.of(lasting(1_200_000)));
        refused(XCapabilities.POST, List.of(lasting(1_200_001)), FAILED);
    }

    /** Nothing is uploaded here: X already looks at the announced size. */
    @Test
    void aFilmHasFiveHundredAndTwelveMegabytesAndXTakesMore() {
        assertThat(errors(XCapabilities.POST, List.of(weighing(VIDEO_BYTES)))).isEmpty();
        assertThat(errors(XCapabilities.POST, List.of(weighing(VIDEO_BYTES + 1L))))
                .containsExactly("media.bytes");
        assertThat(announced(weighing(VIDEO_BYTES + 1L))).isNotBlank();
        assertThat(announced(weighing(VIDEO_BYTES_OF_X))).isNotBlank();
        assertThatThrownBy(() -> announced(weighing(VIDEO_BYTES_OF_X + 1)))
                .isInstanceOfSatisfying(
                        NetworkException.class,
                        it -> assertThat(it.fault())
                                .isInstanceOfSatisfying(
                                        Fault.Rejected.class,
                                        fault -> assertThat(fault.code()).isEqualTo(INVALID)));
    }

    /** A long post may carry what the documentation gives today; its account pays. */
    @Test
    void aLongPostHasTwentyMinutesAndEightThousandMegabytes() {
        assertThat(XCapabilities.ALL.format(XCapabilities.LONG_POST).orElseThrow().media().stream()
                        .flatMap(set -> set.anyOf().stream())
                        .filter(rule -> rule.kind() == MediaKind.VIDEO))
                .singleElement()
                .isInstanceOfSatisfying(MediaRule.Video.class, film -> {
                    assertThat(film.maxBytes()).isEqualTo(8_000_000_000L);
                    assertThat(film.seconds().has(1_200)).isTrue();
                    assertThat(film.seconds().has(1_200.1)).isFalse();
                });
        assertThat(announced(weighing(8_000_000_000L))).isNotBlank();
    }

    /** At most 1000 pieces: those of the largest films are longer, and stay below what X takes at once. */
    @Test
    void aThousandPiecesHoldTheLargestFilm() {
        assertThat(XPublisher.piece(VIDEO_BYTES)).isEqualTo(4 * 1024 * 1024);
        assertThat(XPublisher.piece(8_000_000_000L)).isBetween(8_000_000L, 8L * 1024 * 1024);
        assertThat(XPublisher.piece(8_000_000_000L) * 1_000).isGreaterThanOrEqualTo(8_000_000_000L);
    }

    private String announced(Media film) {
        var door = new XDoor(XApp.from(stage.settings()), new Http(stage.transport()), stage.clock());
        return new XUploads(door).initialize(film, session().credential());
    }

    private static Media weighing(long bytes) {
        return typed(MediaKind.VIDEO, "video/mp4", bytes, 30);
    }

    @Test
    void photosLoopsAndFilmsAreNotMixed() {
        for (var other : List.of(loop(9, 9, 2), sized(640, 360))) {
            var mixed = List.of(files.png(40, 30), other);
            assertThat(errors(XCapabilities.POST, mixed)).containsExactly("media.mix");
            refused(XCapabilities.POST, mixed, INVALID);
        }
    }

    @Test
    void aFileThatIsNoFilmIsRefused() {
        refused(XCapabilities.POST, List.of(files.text()), FAILED);
    }

    @Test
    void theTypesThatXNames() {
        for (var type : List.of("image/jpeg", "image/png", "image/webp")) {
            assertThat(errors(XCapabilities.POST, List.of(typed(MediaKind.IMAGE, type, 1, 0))))
                    .isEmpty();
        }
        for (var type : List.of("video/mp4", "video/quicktime")) {
            assertThat(errors(XCapabilities.POST, List.of(typed(MediaKind.VIDEO, type, 1, 30))))
                    .isEmpty();
        }
        assertThat(errors(XCapabilities.POST, List.of(typed(MediaKind.VIDEO, "video/webm", 1, 30))))
                .containsExactly("media.type");
        assertThatThrownBy(() -> announced(typed(MediaKind.VIDEO, "video/x-matroska", 1, 30)))
                .isInstanceOf(NetworkException.class);
    }

    @Test
    void aFilmSlowerThanAPictureASecondIsFound() {
        assertThat(errors(XCapabilities.POST, List.of(typed(MediaKind.VIDEO, "video/mp4", 1, 1))))
                .isEmpty();
        assertThat(errors(XCapabilities.POST, List.of(typed(MediaKind.VIDEO, "video/mp4", 1, 0.9))))
                .containsExactly("media.fps");
    }

    private static Media typed(MediaKind kind, String type, long bytes, double fps) {
        return new Media(UUID.randomUUID(), kind, type, bytes, 640, 360, 5, fps, 0, null, "file", "");
    }
}
