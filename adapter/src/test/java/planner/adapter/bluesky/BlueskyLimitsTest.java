package planner.adapter.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import planner.adapter.contract.MediaLimits;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.kit.Http;
import planner.network.Delivery;
import planner.network.Environment;
import planner.network.Fault;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.Network;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Publisher;
import planner.network.Step;

/** Sections 2.4 and 2.5 of the sheet. */
class BlueskyLimitsTest extends MediaLimits {
    private static final String POST = BlueskyCapabilities.POST;
    private static final int IMAGE_BYTES = 2_000_000;
    private static final long VIDEO_BYTES = 300_000_000;

    /** Videos go through the video service, as those of every account that Bluesky hosts. */
    private static final class Hosted extends SimulatorStage {
        Hosted() {
            super(Bluesky.ID.value());
        }

        @Override
        protected Map<String, String> adjusted(Map<String, String> settings) {
            settings.put("video-hosts", "127.0.0.1");
            return settings;
        }
    }

    BlueskyLimitsTest() {
        super(new Hosted());
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new Bluesky(settings, http, stage.clock());
    }

    @Override
    protected Delivery.Options plain() {
        return BlueskyOptions.plain();
    }

    @TestFactory
    Stream<DynamicTest> atEachLimitTheMediaAreTakenAndOneOverIsRefused() {
        return each(Stream.of(
                // a gallery has 20 by its schema; clients shall stop at 10
                new Limit("most images", POST, many(10), many(11), "media.too-many", OURS),
                one("image bytes", POST, weighing(IMAGE_BYTES), weighing(IMAGE_BYTES + 1), "media.bytes", "media"),
                new Limit(
                        "image bytes in a gallery",
                        POST,
                        fifth(weighing(IMAGE_BYTES)),
                        fifth(weighing(IMAGE_BYTES + 1)),
                        "media.bytes",
                        "media"),
                // the lexicon takes image/*; people's browsers do not show every one of them
                one(
                        "image type",
                        POST,
                        files.png(40, 30),
                        files.opaque(MediaKind.IMAGE, "image/tiff", 0),
                        "media.type",
                        OURS),
                one("video seconds", POST, lasting(600_000), lasting(600_001), "media.seconds", "video-failed")));
    }

    private List<Media> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> files.png(40 + i, 30)).toList();
    }

    private Media weighing(long bytes) {
        return files.jpeg(400, 300, bytes);
    }

    private List<Media> fifth(Media image) {
        return Stream.concat(many(4).stream(), Stream.of(image)).toList();
    }

    private Media lasting(long millis) {
        return files.video(640, 360, Duration.ofMillis(millis));
    }

    /** A post embeds one: there is no way to tell Bluesky of a second. */
    @Test
    void aPostHasOneVideo() {
        assertThat(errors(POST, List.of(lasting(3_000), lasting(4_000)))).containsExactly("media.too-many");
    }

    @Test
    void aGalleryEndsAtTwentyByItsSchema() {
        published(POST, many(20));
        refused(POST, many(21), "record");
    }

    /** Nothing is uploaded here: the service already looks at the announced size. */
    @Test
    void aVideoHasThreeHundredMegabytes() {
        var full = delivery(POST, List.of(film(VIDEO_BYTES)));
        var over = delivery(POST, List.of(film(VIDEO_BYTES + 1)));

        assertThat(errors(POST, full.media())).isEmpty();
        assertThat(errors(POST, over.media())).containsExactly("media.bytes");
        assertThat(announced(network().publisher(), full)).isInstanceOf(At.VideoPart.class);
        assertThatThrownBy(() -> announced(network().publisher(), over))
                .isInstanceOfSatisfying(
                        NetworkException.class,
                        it -> assertThat(it.fault())
                                .isInstanceOfSatisfying(
                                        Fault.Rejected.class,
                                        fault -> assertThat(fault.code()).isEqualTo("media")));
    }

    private Media film(long bytes) {
        return files.video(640, 360, Duration.ofSeconds(3), 30, "avc1", bytes);
    }

    /** The step after the upload was announced. */
    private <S extends Step> S announced(Publisher<S> publisher, Delivery delivery) {
        var session = session();
        S step = publisher.first(delivery);
        boolean announced = false;
        while (!announced) {
            announced = step instanceof At.VideoStart;
            step = ((Outcome.Next<S>) publisher.perform(step, delivery, session)).step();
        }
        return step;
    }

    @Test
    void imagesAndVideosAreNotMixed() {
        var mixed = List.of(files.png(40, 30), lasting(3_000));

        assertThat(errors(POST, mixed)).containsExactly("media.mix");
        refused(POST, mixed, "record");
    }

    @Test
    void aFileThatIsNoVideoIsRefused() {
        refused(POST, List.of(files.text()), "video-failed");
    }

    @Test
    void theTypesThatAreOffered() {
        for (var type : List.of("image/jpeg", "image/png", "image/webp", "image/gif")) {
            assertThat(errors(POST, List.of(files.opaque(MediaKind.IMAGE, type, 0))))
                    .isEmpty();
        }
        assertThat(errors(POST, List.of(files.opaque(MediaKind.VIDEO, "video/mp4", 0))))
                .isEmpty();
        assertThat(errors(POST, List.of(files.opaque(MediaKind.VIDEO, "video/quicktime", 0))))
                .containsExactly("media.type");
    }
}
