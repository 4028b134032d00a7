package planner.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import planner.network.Capabilities.Format;
import planner.network.Capabilities.MediaRule;
import planner.network.Capabilities.MediaSet;
import planner.network.Capabilities.Range;
import planner.network.Capabilities.Sides;

class FixesTest {
    private static final MediaRule PHOTO = new MediaRule.Image(
            Set.of("image/jpeg"), 8_000_000, new Sides(320, 1440, 320, 5000), Range.of(0.8, 1.91), null);
    private static final MediaRule TALL = new MediaRule.Video(
            Set.of("video/mp4"), Set.of(), 100_000_000, Range.of(3, 60), Range.any(), Sides.any(), Range.of(0.5, 0.6));
    private static final Capabilities NETWORK = new Capabilities(
            "Example",
            List.of(
                    new Format("feed", List.of(), List.of(MediaSet.one(PHOTO)), 1),
                    new Format("album", List.of(), List.of(MediaSet.of(2, 3, PHOTO)), 1),
                    new Format("reel", List.of(), List.of(MediaSet.one(TALL)), 1),
                    new Format("thread", List.of(), List.of(MediaSet.none(), MediaSet.of(1, 2, PHOTO)), 5)),
            Set.of(),
            1);

    @Test
    void aPictureOfTheWrongAspectIsCutOrFramedToTheNearestKnownOne() {
        assertThat(fixes("feed", "media.aspect", photo(1080, 1920))).startsWith(new Fix.Crop(0.8), new Fix.Pad(0.8));
        assertThat(fixes("feed", "media.aspect", photo(3000, 1000))).startsWith(new Fix.Crop(1.91), new Fix.Pad(1.91));
        assertThat(fixes("reel", "media.aspect", film(1920, 1080, 30)))
                .startsWith(new Fix.Crop(9 / 16.), new Fix.Pad(9 / 16.));
    }

    @Test
    void aFilmThatIsTooLongIsTrimmedAndOneThatIsTooShortIsNot() {
        assertThat(fixes("reel", "media.seconds", film(1080, 1920, 61))).contains(new Fix.Trim(60));
        assertThat(fixes("reel", "media.seconds", film(1080, 1920, 2))).isEmpty();
    }

    @Test
    void aSmallPictureIsMadeLargerUnlessThatWouldBeMush() {
        assertThat(fixes("feed", "media.width", photo(200, 200))).contains(new Fix.Enlarge());
        assertThat(fixes("feed", "media.width", photo(50, 50))).doesNotContain(new Fix.Enlarge());
    }

    @Test
    void severalPicturesAreShownAsAnAlbumOrOnlySomeOfThem() {
        assertThat(fixes("feed", "media.too-many", photo(1080, 1080), photo(1080, 1080)))
                .containsExactly(new Fix.Drop(1), new Fix.UseFormat("album"), new Fix.UseFormat("thread"));
    }

    @Test
    void whatIsTooMuchForOnePostGoesOnInTheThread() {
        var five = new Media[5];
        Arrays.fill(five, photo(1080, 1080));

        assertThat(fixes("thread", "media.too-many", five))
                .startsWith(new Fix.Spread(2), new Fix.Drop(2), new Fix.Drop(3), new Fix.Drop(4));
    }

    @Test
    void aFilmAmongPicturesIsLeftOut() {
        assertThat(fixes("album", "media.mix", photo(1080, 1080), film(1080, 1920, 30), photo(1080, 1080)))
                .containsExactly(new Fix.Drop(1));
    }

    @Test
    void oneBadPictureOfAnAlbumIsLeftOutButNotTheLastThatIsNeeded() {
        assertThat(fixes("album", "media.aspect", photo(1080, 1080), photo(1080, 4000), photo(1080, 1080)))
                .contains(new Fix.Crop(0.8), new Fix.Drop(1));
        assertThat(fixes("album", "media.aspect", photo(1080, 1080), photo(1080, 4000)))
                .doesNotContain(new Fix.Drop(1));
    }

    @Test
    void anotherFormatIsOfferedForAFilmInThePlaceOfAPhoto() {
        assertThat(fixes("feed", "media.mix", film(1080, 1920, 30))).contains(new Fix.UseFormat("reel"));
    }

    private static List<Fix> fixes(String format, String rule, Media... media) {
        var delivery = new Delivery(
                UUID.randomUUID(),
                Instant.EPOCH,
                format,
                "",
                List.of(new Delivery.Part("text", List.of(media))),
                new Delivery.Options() {});
        var found = NETWORK.formats().stream()
                .filter(it -> it.id().equals(format))
                .flatMap(it -> Preflight.mediaFindings(it, delivery.part(), 0).stream())
                .filter(it -> it.rule().equals(rule))
                .findFirst()
                .orElseThrow();
        return Fixes.of(NETWORK, delivery, found);
    }

    private static Media photo(int width, int height) {
        return new Media(
                UUID.randomUUID(), MediaKind.IMAGE, "image/jpeg", 1_000, width, height, 0, 0, 0, null, "a", "");
    }

    private static Media film(int width, int height, double seconds) {
        return new Media(
                UUID.randomUUID(), MediaKind.VIDEO, "video/mp4", 1_000, width, height, seconds, 30, 0, "h264", "a", "");
    }
}
