package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.adapter.AllNetworks;
import planner.network.Account;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Media;
import planner.network.MediaDetails;
import planner.network.MediaKind;
import planner.network.Network;

/** What a network takes, and shows better if it is otherwise: said, and never in the way. Each number is one of the sheets. */
class ShownBestTest {
    private static final Account ACCOUNT = new Account("1", "Ada", "ada", null, Map.of());

    /** Of the files kind, width, height, seconds, frames a second and bytes; several are apart by a bar. */
    @ParameterizedTest
    @CsvSource({
        "instagram, reel, video 1080 1920 5 30 9, ",
        "instagram, reel, video 1080 1920 90 30 9, ",
        "instagram, reel, video 1080 1920 91 30 9, INFO instagram.reels-tab-length",
        "instagram, reel, video 1080 1920 4 30 9, INFO instagram.reels-tab-length",
        "instagram, reel, video 1920 1080 9 30 9, INFO instagram.reels-tab-shape",
        "instagram, story, image 1080 1920 0 0 9, ",
        "instagram, story, image 1080 1350 0 0 9, WARNING instagram.story-shape",
        "instagram, carousel, image 1080 1350 0 0 9|image 540 675 0 0 9, ",
        "instagram, carousel, image 1080 1350 0 0 9|image 1080 1080 0 0 9, WARNING instagram.carousel-crop",
        "facebook, reel, video 1080 1920 9 30 9, ",
        "facebook, reel, video 720 1280 9 30 9, INFO facebook.reel-small",
        "facebook, story, image 1080 1920 0 0 9, ",
        "facebook, story, image 1080 1080 0 0 9, WARNING facebook.story-shape",
        "facebook, feed, png 1080 1080 0 0 1000000, ",
        "facebook, feed, png 1080 1080 0 0 1000001, INFO facebook.png-heavy",
        "facebook, feed, image 1080 1080 0 0 1000001, ",
        "threads, post, video 1080 1920 4 30 12500000, ",
        "threads, post, video 1080 1920 4 30 12500001, WARNING threads.bit-rate-high",
        "youtube, video, video 1920 1080 9 24 9, ",
        "youtube, video, video 7680 4320 9 60 9, ",
        "youtube, video, video 1920 1080 9 23 9, WARNING youtube.fps",
        "youtube, video, video 1920 1080 9 61 9, WARNING youtube.fps",
        "youtube, video, video 7682 4320 9 30 9, WARNING youtube.frame",
        "google-business, standard, image 1200 900 0 0 20000, ",
        "google-business, standard, image 1199 899 0 0 20000, INFO google-business.photo-advised",
        "google-business, standard, image 1200 1200 0 0 20000, INFO google-business.photo-advised",
        "pinterest, image, image 1000 1500 0 0 9, ",
        "pinterest, image, image 1000 1000 0 0 9, INFO pinterest.shape",
        "linkedin, image, image 200 200 0 0 10000000, ",
        "linkedin, image, image 200 199 0 0 9, WARNING linkedin.image-small",
        "linkedin, image, image 200 200 0 0 10000001, WARNING linkedin.image-large",
        "linkedin, video, video 640 360 9 60 90000, ",
        "linkedin, video, video 640 360 9 61 90000, WARNING linkedin.fps",
        "x, post, video 1280 1024 9 30 9, ",
        "x, post, video 1282 1024 9 30 9, WARNING x.video-large"
    })
    void whatIsAdvisedIsSaidFromItsNumberOn(String network, String format, String files, String said) {
        var media = Arrays.stream(files.split("\\|")).map(ShownBestTest::media).toList();

        assertThat(found(network, format, media)).isEqualTo(said == null ? List.of() : List.of(said));
    }

    /** What is not about files is left out, for example what a post costs. */
    private static List<String> found(String id, String format, List<Media> media) {
        var network = networks().stream()
                .filter(it -> it.id().value().equals(id))
                .findFirst()
                .orElseThrow();
        var sample = CoverageTest.samples(id).all().stream()
                .filter(it -> it.format().equals(format))
                .findFirst()
                .orElseThrow();
        var delivery = new Delivery(
                new UUID(0, 1),
                Instant.EPOCH,
                format,
                sample.title(),
                List.of(new Part("Moss", media)),
                sample.options());
        return network.preflight(delivery, ACCOUNT).stream()
                .filter(it -> it.severity() != Severity.ERROR && it.field().equals("media"))
                .map(ShownBestTest::line)
                .toList();
    }

    private static String line(Finding finding) {
        return finding.severity() + " " + finding.rule();
    }

    private static List<Network> networks() {
        return AllNetworks.all(
                id -> new MapEnvironment(Map.of()),
                call -> {
                    throw new IOException("nobody is asked here");
                },
                Clock.systemUTC());
    }

    private static Media media(String facts) {
        var words = facts.split(" ");
        boolean film = words[0].equals("video");
        return new Media(
                UUID.nameUUIDFromBytes(facts.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                film ? MediaKind.VIDEO : MediaKind.IMAGE,
                film ? "video/mp4" : words[0].equals("png") ? "image/png" : "image/jpeg",
                Long.parseLong(words[5]),
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                Double.parseDouble(words[3]),
                Double.parseDouble(words[4]),
                0,
                film ? "h264" : null,
                null,
                "file",
                "",
                MediaDetails.UNKNOWN);
    }
}
