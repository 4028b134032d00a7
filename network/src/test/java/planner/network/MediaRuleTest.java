package planner.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import planner.network.Capabilities.Format;
import planner.network.Capabilities.MediaRule;
import planner.network.Capabilities.MediaSet;
import planner.network.Capabilities.Range;
import planner.network.Capabilities.Sides;
import planner.network.Capabilities.Stream;

/** What width, height and size alone do not say; and what is made of a file that misses it. */
class MediaRuleTest {
    private static final MediaRule PHOTO = new MediaRule.Image(
            Set.of("image/jpeg"), 8_000_000, Sides.any(), Range.any(), null, Set.of("srgb", "gray"));

    @Test
    void coloursThatTheNetworkDoesNotShowAreFoundAndMended() {
        var wide = still(1000, 1000, "wide");

        assertThat(Preflight.misfits(PHOTO, wide)).containsExactly(wrong("colour", "gray, srgb", "wide"));
        assertThat(Preflight.misfits(PHOTO, made(PHOTO, wide))).isEmpty();
    }

    @Test
    void coloursThatNobodyKnowsAndGreyAreTaken() {
        assertThat(Preflight.misfits(PHOTO, still(1000, 1000, null))).isEmpty();
        assertThat(Preflight.misfits(PHOTO, still(1000, 1000, "gray"))).isEmpty();
    }

    @Test
    void aPictureOfTooManyPixelsBecomesAsLargeAsItMay() {
        var rule = new MediaRule.Image(Set.of("image/jpeg"), 80_000_000, Sides.pixels(36_152_319), Range.any(), null);

        assertThat(Preflight.misfits(rule, still(6000, 6025, "srgb"))).isEmpty();
        assertThat(Preflight.misfits(rule, still(6000, 6026, "srgb")))
                .containsExactly(wrong("resolution", "36152319", "36156000"));
        var made = made(rule, still(12_000, 9_000, "srgb"));
        assertThat(Preflight.misfits(rule, made)).isEmpty();
        assertThat(made.pixels()).isBetween(36_000_000L, 36_152_319L);
        assertThat(made.aspect()).isBetween(1.333, 1.334);
    }

    @Test
    void aFilmOfTooManyPixelsBecomesSmallerInItsOwnProportions() {
        var rule = film(Stream.any(), Sides.pixels(1_000_000));

        var made = made(rule, video(1_000_000, 5, 1920, 1080, MediaDetails.UNKNOWN));

        assertThat(Preflight.misfits(rule, made)).isEmpty();
        assertThat(made.pixels()).isBetween(950_000L, 1_000_000L);
    }

    @Test
    void allFramesOfALoopTogetherAreCounted() {
        var rule = new MediaRule.Animation(Set.of("image/gif"), 1_000_000, Sides.any(), null, 300_000_000L);

        assertThat(Preflight.misfits(rule, loop(1000, 1000, 300))).isEmpty();
        assertThat(Preflight.misfits(rule, loop(1000, 1001, 300)))
                .containsExactly(wrong("frame-pixels", "300000000", "300300000"));
        assertThat(Preflight.misfits(rule, made(rule, loop(2000, 1000, 300)))).isEmpty();
    }

    @Test
    void pagesAreCountedWhereSomebodyCountedThem() {
        var rule = new MediaRule.Document(Set.of("application/pdf"), 1_000, 300);

        assertThat(Preflight.misfits(rule, paper(300))).isEmpty();
        assertThat(Preflight.misfits(rule, paper(301))).containsExactly(wrong("pages", "300", "301"));
        assertThat(Preflight.misfits(rule, paper(0))).isEmpty();
    }

    @Test
    void bitsPerSecondAreReckonedWhereNobodyCountedThem() {
        var rule = film(new Stream(8_000, Set.of(), 0, 0, Set.of(), false, false), Sides.any());

        assertThat(Preflight.misfits(rule, video(5_000, 5, 640, 360, MediaDetails.UNKNOWN)))
                .isEmpty();
        assertThat(Preflight.misfits(rule, video(5_001, 5, 640, 360, MediaDetails.UNKNOWN)))
                .containsExactly(wrong("bitrate", "8000", "8002"));
        var counted = new MediaDetails(8_000, null, 0, 0, null, null, false, false, false, true, 0);
        assertThat(Preflight.misfits(rule, video(9_000, 5, 640, 360, counted))).isEmpty();
        assertThat(video(9_000, 0, 640, 360, MediaDetails.UNKNOWN).bitsPerSecond())
                .isZero();
    }

    private static Media made(MediaRule rule, Media media) {
        var format = new Format("any", List.of(), List.of(MediaSet.one(rule)), 1);
        var fitted = Fitting.of(format, List.of(new Fitting.Wanted(media, Edit.NONE)), 0)
                .getFirst();
        assertThat(fitted.recipe()).isNotNull();
        return fitted.media();
    }

    private static MediaRule film(Stream stream, Sides sides) {
        return new MediaRule.Video(
                Set.of("video/mp4"), Set.of("h264"), 9_000_000, Range.any(), Range.any(), sides, Range.any(), stream);
    }

    private static Media still(int width, int height, @Nullable String colour) {
        var details = new MediaDetails(0, null, 0, 0, null, colour, false, false, false, true, 0);
        return media(MediaKind.IMAGE, "image/jpeg", 100_000, width, height, 0, 0, details);
    }

    private static Media loop(int width, int height, int frames) {
        return media(MediaKind.ANIMATION, "image/gif", 1_000, width, height, 3, frames, MediaDetails.UNKNOWN);
    }

    private static Media paper(int pages) {
        var details = new MediaDetails(0, null, 0, 0, null, null, false, false, false, true, pages);
        return media(MediaKind.DOCUMENT, "application/pdf", 1_000, 0, 0, 0, 0, details);
    }

    private static Media video(long bytes, double seconds, int width, int height, MediaDetails details) {
        return media(MediaKind.VIDEO, "video/mp4", bytes, width, height, seconds, 0, details);
    }

    private static Media media(
            MediaKind kind,
            String type,
            long bytes,
            int width,
            int height,
            double seconds,
            int frames,
            MediaDetails details) {
        boolean film = kind == MediaKind.VIDEO;
        return new Media(
                new UUID(0, 3),
                kind,
                type,
                bytes,
                width,
                height,
                seconds,
                film ? 30 : 0,
                frames,
                film ? "h264" : null,
                film ? Boolean.FALSE : null,
                "file",
                "",
                details);
    }

    private static Finding wrong(String rule, String limit, String actual) {
        return new Finding(Finding.Severity.ERROR, "media." + rule, "media", 0, 0, limit, actual);
    }
}
