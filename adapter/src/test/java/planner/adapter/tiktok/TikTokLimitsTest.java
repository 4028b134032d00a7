package planner.adapter.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static planner.adapter.tiktok.TikTokSamples.EVERYONE;
import static planner.adapter.tiktok.TikTokSamples.NOBODY;
import static planner.adapter.tiktok.TikTokSamples.direct;
import static planner.adapter.tiktok.TikTokSamples.inbox;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Publisher;
import planner.network.Step;

/** Section 4 of the sheet: at each limit the post is taken; one over is refused by preflight and by TikTok. */
class TikTokLimitsTest extends TikTokStand {
    private static final Duration SHORT = Duration.ofSeconds(4);
    private static final long MOST_OF_A_VIDEO = 4_000_000_000L;
    private static final long MOST_OF_A_PHOTO = 20_000_000;

    /** @param finding what preflight says of the second; @param code what TikTok says */
    private record Limit(String name, String format, List<Media> full, List<Media> over, String finding, String code) {}

    @TestFactory
    Stream<DynamicTest> atEachLimitTheMediaAreTakenAndOneOverIsRefused() {
        return Stream.of(videos(), photos())
                .flatMap(List::stream)
                .map(limit -> DynamicTest.dynamicTest(limit.format() + " " + limit.name(), () -> {
                    taken(delivery(limit.format(), "", "Moss", limit.full(), direct(EVERYONE)));
                    var over = delivery(limit.format(), "", "Moss", limit.over(), direct(EVERYONE));
                    assertThat(errors(over)).contains(limit.finding());
                    refused(over, limit.code());
                }));
    }

    private List<Limit> videos() {
        return List.of(
                film("short", lasting(3000), lasting(2900), "media.seconds", "duration_check_failed"),
                film("long", lasting(600_000), lasting(601_000), "media.seconds", "duration_check_failed"),
                film("slow", paced(23), paced(22), "media.fps", "frame_rate_check_failed"),
                film("fast", paced(60), paced(61), "media.fps", "frame_rate_check_failed"),
                film("narrow", sized(360, 640), sized(359, 640), "media.width", "picture_size_check_failed"),
                film("low", sized(640, 360), sized(640, 359), "media.height", "picture_size_check_failed"),
                film("wide", sized(4096, 360), sized(4097, 360), "media.width", "picture_size_check_failed"),
                film("high", sized(360, 4096), sized(360, 4097), "media.height", "picture_size_check_failed"),
                film("codec", coded("hvc1"), coded("mp4v"), "media.codec", "file_format_check_failed"));
    }

    private List<Limit> photos() {
        return List.of(
                new Limit("most", "photos", many(35), many(36), "media.too-many", "invalid_params"),
                photo("upright", files.jpeg(1080, 1920, 0), files.jpeg(1081, 1920, 0), "media.width"),
                photo("high", files.jpeg(1080, 1920, 0), files.jpeg(1080, 1921, 0), "media.height"),
                photo("across", files.jpeg(1920, 1080, 0), files.jpeg(1920, 1081, 0), "media.height"),
                photo("wide", files.jpeg(1920, 1080, 0), files.jpeg(1921, 1080, 0), "media.width"),
                photo("square", files.jpeg(1080, 1080, 0), files.jpeg(1081, 1081, 0), "media.width"),
                photo(
                        "bytes",
                        files.jpeg(400, 400, MOST_OF_A_PHOTO),
                        files.jpeg(400, 400, MOST_OF_A_PHOTO + 1),
                        "media.bytes"),
                new Limit(
                        "jpeg",
                        "photos",
                        List.of(files.jpeg(400, 400, 0)),
                        List.of(files.png(400, 400)),
                        "media.type",
                        "file_format_check_failed"));
    }

    private static Limit film(String name, Media full, Media over, String finding, String code) {
        return new Limit(name, "video", List.of(full), List.of(over), finding, code);
    }

    private static Limit photo(String name, Media full, Media over, String finding) {
        return new Limit(name, "photos", List.of(full), List.of(over), finding, "picture_size_check_failed");
    }

    private Media lasting(long millis) {
        return files.video(360, 640, Duration.ofMillis(millis));
    }

    private Media paced(int fps) {
        return files.video(360, 640, SHORT, fps, "avc1", 0);
    }

    private Media sized(int width, int height) {
        return files.video(width, height, SHORT);
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
    void aTitleOfPhotosHasNinetyCharacters() {
        taken(titled("a".repeat(90)));
        assertThat(errors(titled("a".repeat(91)))).containsExactly("title.too-long.utf16");
        refused(titled("a".repeat(91)), "invalid_params");
    }

    private Delivery titled(String title) {
        return delivery("photos", title, "Leaves", many(1), direct(EVERYONE));
    }

    /** Nothing is uploaded here: TikTok already looks at the announced size. */
    @Test
    void aVideoHasFourGigabytes() {
        var full = video(files.video(360, 640, SHORT, 30, "avc1", MOST_OF_A_VIDEO), direct(EVERYONE));
        var over = video(files.video(360, 640, SHORT, 30, "avc1", MOST_OF_A_VIDEO + 1), direct(EVERYONE));

        assertThat(errors(full)).isEmpty();
        assertThat(errors(over)).containsExactly("media.bytes");
        assertThat(opened(network.publisher(), full)).isInstanceOf(Outcome.Next.class);
        assertThatThrownBy(() -> opened(network.publisher(), over))
                .isInstanceOfSatisfying(
                        NetworkException.class, it -> assertThat(it.fault()).isInstanceOf(Fault.Rejected.class));
    }

    private <S extends Step> Outcome<S> opened(Publisher<S> publisher, Delivery delivery) {
        var session = session();
        var check = publisher.perform(publisher.first(delivery), delivery, session);
        return publisher.perform(((Outcome.Next<S>) check).step(), delivery, session);
    }

    /** The second account may post three minutes. */
    @Test
    void everyAccountHasALongestVideoOfItsOwn() {
        stage.who = "-000adaprywatnie";

        taken(video(lasting(180_000), direct(NOBODY)));
        assertThat(errors(video(lasting(181_000), direct(NOBODY)))).containsExactly("tiktok.seconds");
        refused(video(lasting(181_000), direct(NOBODY)), "duration_check_failed");
    }

    /** A draft is not checked beforehand: TikTok finds out while it processes. */
    @Test
    void aDraftOfTooLongAVideoIsRefusedToo() {
        stage.who = "-000adaprywatnie";

        taken(video(lasting(180_000), inbox(null)));
        assertThat(errors(video(lasting(181_000), inbox(null)))).containsExactly("tiktok.seconds");
        refused(video(lasting(181_000), inbox(null)), "duration_check_failed");
    }

    @Test
    void videosAndPhotosAreNotMixed() {
        var mixed = List.of(files.jpeg(400, 400, 0), lasting(4000));

        assertThat(errors(delivery("photos", "", "Both", mixed, direct(EVERYONE))))
                .containsExactly("media.mix");
        assertThat(errors(delivery("video", "", "Both", mixed, direct(EVERYONE))))
                .containsExactly("media.mix");
    }

    @Test
    void aFileThatIsNoVideoIsRefused() {
        refused(video(files.text(), direct(EVERYONE)), "file_format_check_failed");
    }

    @Test
    void theTypesThatTikTokNames() {
        for (var type : List.of("video/mp4", "video/quicktime", "video/webm")) {
            assertThat(errors(video(typed(MediaKind.VIDEO, type, "vp9"), direct(EVERYONE))))
                    .isEmpty();
        }
        assertThat(errors(video(typed(MediaKind.VIDEO, "video/x-matroska", "vp9"), direct(EVERYONE))))
                .containsExactly("media.type");
        var webp = List.of(typed(MediaKind.IMAGE, "image/webp", "webp"));
        assertThat(errors(delivery("photos", "", "Moss", webp, direct(EVERYONE))))
                .isEmpty();
    }

    private static Media typed(MediaKind kind, String type, String codec) {
        return new Media(UUID.randomUUID(), kind, type, 1_000_000, 720, 1080, 5, 30, 0, codec, "file", "");
    }
}
