package planner.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
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
import planner.network.Finding.Severity;
import planner.network.Fitting.Fitted;

class FittingTest {
    private static final MediaRule PHOTO = new MediaRule.Image(
            Set.of("image/jpeg"), 8_000_000, new Sides(320, 1440, 1, 5000), Range.of(0.8, 1.91), null);
    private static final MediaRule REEL = new MediaRule.Video(
            Set.of("video/mp4"),
            Set.of("h264"),
            100_000_000,
            Range.of(3, 60),
            Range.of(23, 60),
            new Sides(1, 1920, 1, 1920),
            Range.of(0.5, 2),
            new Stream(5_000_000, Set.of("aac"), 48_000, 2, Set.of("yuv420p"), true, false));
    private static final Edit ENLARGED = new Edit(null, null, null, true);

    @Test
    void whatFitsGoesAsItIs() {
        var photo = still("image/jpeg", 1080, 1080, 500_000, MediaDetails.UNKNOWN);

        var fitted = fit(PHOTO, photo);

        assertThat(fitted.recipe()).isNull();
        assertThat(fitted.media()).isEqualTo(photo);
        assertThat(fitted.mended()).isEmpty();
    }

    @Test
    void aScreenshotBecomesAJpegOfItsSize() {
        var fitted = fit(PHOTO, still("image/png", 1200, 1000, 500_000, MediaDetails.UNKNOWN));

        var target = target(fitted);
        assertThat(target.type()).isEqualTo("image/jpeg");
        assertThat(target.width()).isEqualTo(1200);
        assertThat(target.height()).isEqualTo(1000);
        assertThat(target.maxBytes()).isLessThanOrEqualTo(8_000_000);
        assertThat(fitted.mended())
                .containsExactly(new Finding(Severity.INFO, "media.type", "media", 0, 0, "image/jpeg", "image/png"));
    }

    @Test
    void aLargePhotoBecomesSmallerInItsOwnProportions() {
        var target = target(fit(PHOTO, still("image/jpeg", 4032, 3024, 9_000_000, MediaDetails.UNKNOWN)));

        assertThat(target.width()).isEqualTo(1440);
        assertThat(target.height()).isEqualTo(1080);
    }

    @Test
    void aPictureAtTheEdgeOfAnAspectDoesNotFallOverItWhenItShrinks() {
        var random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            int height = 400 + random.nextInt(6000);
            double aspect = random.nextBoolean() ? 0.8 : 1.91;
            int width = aspect == 0.8 ? (int) Math.ceil(height * aspect) : (int) Math.floor(height * aspect);
            var fitted = fit(PHOTO, still("image/png", width, height, 500, MediaDetails.UNKNOWN));
            if (width >= 320) {
                assertThat(Preflight.misfits(PHOTO, fitted.media()))
                        .as(width + " × " + height)
                        .isEmpty();
            }
        }
    }

    @Test
    void aCropToTheEdgeOfAnAspectFitsWhateverThePictureMeasures() {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            var media = still(
                    "image/jpeg", 500 + random.nextInt(5000), 500 + random.nextInt(5000), 500, MediaDetails.UNKNOWN);
            double to = media.aspect() < 0.8 ? 0.8 : 1.91;
            var crop = new Edit(
                    null, Edit.Crop.around(media.aspect(), to, random.nextDouble(), random.nextDouble()), null, true);
            var pad = new Edit(null, null, new Edit.Pad(to, Edit.Fill.BLUR), true);

            assertThat(Preflight.misfits(PHOTO, fit(PHOTO, media, crop).media()))
                    .isEmpty();
            assertThat(Preflight.misfits(PHOTO, fit(PHOTO, media, pad).media())).isEmpty();
        }
    }

    @Test
    void thePlaceWhereAPhotoWasTakenStaysInTheHouseAndThePictureIsNotEncodedAnew() {
        var located = new MediaDetails(0, null, 0, 0, null, "srgb", false, false, true, true, 0);

        var target = target(fit(PHOTO, still("image/jpeg", 1080, 1080, 500_000, located)));

        assertThat(target.repack()).isTrue();
    }

    @Test
    void aTurnedPhotoIsMadeUpright() {
        var turned = new MediaDetails(0, null, 0, 0, null, "srgb", false, true, false, true, 0);

        assertThat(target(fit(PHOTO, still("image/jpeg", 1080, 1080, 500_000, turned)))
                        .repack())
                .isFalse();
    }

    @Test
    void theAspectIsLeftForAPersonToChooseAndTheRestIsDone() {
        var fitted = fit(PHOTO, still("image/png", 1000, 3000, 500_000, MediaDetails.UNKNOWN));

        assertThat(target(fitted).type()).isEqualTo("image/jpeg");
        assertThat(Preflight.misfits(PHOTO, fitted.media()))
                .extracting(Finding::rule)
                .containsExactly("media.aspect");
    }

    @Test
    void whatIsTooSmallIsMadeLargerOnlyWhenAPersonSaysSo() {
        var small = still("image/jpeg", 200, 200, 5_000, MediaDetails.UNKNOWN);

        assertThat(fit(PHOTO, small).recipe()).isNull();
        assertThat(target(fit(PHOTO, small, ENLARGED)).width()).isEqualTo(320);
    }

    @Test
    void seeThroughPicturesStaySoWhereTheNetworkTakesIt() {
        var both = new MediaRule.Image(
                Set.of("image/jpeg", "image/png"), 8_000_000, Sides.between(1, 1000), Range.any(), null);
        var alpha = new MediaDetails(0, null, 0, 0, null, "srgb", true, false, false, true, 0);

        assertThat(target(fit(both, still("image/webp", 2000, 1000, 5_000, alpha)))
                        .type())
                .isEqualTo("image/png");
        assertThat(target(fit(both, still("image/webp", 2000, 1000, 5_000, MediaDetails.UNKNOWN)))
                        .type())
                .isEqualTo("image/jpeg");
        assertThat(target(fit(PHOTO, still("image/webp", 1000, 1000, 5_000, alpha)))
                        .type())
                .isEqualTo("image/jpeg");
    }

    @Test
    void aFilmThatFitsIsNotEncodedAnew() {
        assertThat(fit(REEL, film("h264", 1080, 1920, 10, 30, "aac", "yuv420p", 4_000_000))
                        .recipe())
                .isNull();
    }

    @Test
    void aFilmWithItsIndexAtTheEndIsOnlyPackedAnew() {
        var late = new MediaDetails(4_000_000, "aac", 48_000, 2, "yuv420p", null, false, false, true, false, 0);
        var film = film("video/mp4", "h264", 1080, 1920, 10, 30, late);

        var target = target(fit(REEL, film));

        assertThat(target.repack()).isTrue();
        assertThat(target.type()).isEqualTo("video/mp4");
    }

    @Test
    void aFilmOfAPhoneIsPackedIntoTheContainerThatTheNetworkTakes() {
        var details = new MediaDetails(4_000_000, "aac", 48_000, 2, "yuv420p", null, false, false, false, true, 0);

        var fitted = fit(REEL, film("video/quicktime", "h264", 1080, 1920, 10, 30, details));

        assertThat(target(fitted).repack()).isTrue();
        assertThat(target(fitted).type()).isEqualTo("video/mp4");
        assertThat(Preflight.misfits(REEL, fitted.media())).isEmpty();
    }

    @Test
    void aFilmInFourKWithManyFramesAndTenBitsFitsInTheEnd() {
        var fitted = fit(REEL, film("hevc", 2160, 3840, 10, 120, "aac", "yuv420p10le", 60_000_000));

        var target = target(fitted);
        assertThat(target.repack()).isFalse();
        assertThat(target.width()).isEqualTo(1080);
        assertThat(target.height()).isEqualTo(1920);
        assertThat(film(target).fps()).isEqualTo(60);
        assertThat(film(target).maxBitrate()).isLessThan(5_000_000).isGreaterThan(4_000_000);
        assertThat(Preflight.misfits(REEL, fitted.media())).isEmpty();
    }

    @Test
    void aSlowFilmShowsEachPictureMoreThanOnce() {
        assertThat(film(target(fit(REEL, film("h264", 1080, 1920, 10, 12, "aac", "yuv420p", 1_000_000))))
                        .fps())
                .isEqualTo(24);
    }

    @Test
    void oddSidesBecomeEven() {
        var fitted = fit(REEL, film("vp9", 1081, 1921, 10, 30, "opus", "yuv420p", 1_000_000));

        assertThat(target(fitted).width() % 2).isZero();
        assertThat(target(fitted).height() % 2).isZero();
        assertThat(Preflight.misfits(REEL, fitted.media())).isEmpty();
    }

    @Test
    void onlyAPersonShortensAFilm() {
        var film = film("h264", 1080, 1920, 90, 30, "aac", "yuv420p", 4_000_000);

        assertThat(fit(REEL, film).recipe()).isNull();
        var shortened = fit(REEL, film, new Edit(new Edit.Trim(10, 60), null, null, false));
        assertThat(shortened.media().seconds()).isEqualTo(60);
        assertThat(Preflight.misfits(REEL, shortened.media())).isEmpty();
    }

    @Test
    void anAnimationIsShownAsAFilmWhereThereAreNoneAndPlaysUntilItIsLongEnough() {
        var loop = new Media(
                UUID.randomUUID(), MediaKind.ANIMATION, "image/gif", 900_000, 481, 271, 1.3, 10, 13, null, "a.gif", "");

        var fitted = fit(REEL, loop);

        assertThat(fitted.media().kind()).isEqualTo(MediaKind.VIDEO);
        assertThat(film(target(fitted)).seconds()).isCloseTo(3.9, within(0.001));
        assertThat(Preflight.misfits(REEL, fitted.media())).isEmpty();
    }

    @Test
    void anAnimationStaysOneWhereTheNetworkTakesIt() {
        var format = new Format(
                "post",
                List.of(),
                List.of(
                        MediaSet.one(REEL),
                        MediaSet.one(new MediaRule.Animation(Set.of("image/gif"), 1_000_000, Sides.any(), 50))),
                1);

        assertThat(kind(format, loop(13))).isEqualTo(MediaKind.ANIMATION);
        assertThat(kind(format, loop(51))).isEqualTo(MediaKind.VIDEO);
    }

    @Test
    void silenceIsAddedWhereANetworkWantsSoundAndThePicturesStay() {
        var loud = new MediaRule.Video(
                Set.of("video/mp4"),
                Set.of("h264"),
                100_000_000,
                Range.any(),
                Range.any(),
                Sides.any(),
                Range.any(),
                new Stream(0, Set.of(), 0, 0, Set.of(), false, true));

        var fitted = fit(loud, film("h264", 640, 360, 5, 30, null, "yuv420p", 1_000_000));

        assertThat(film(target(fitted)).sound()).isEqualTo(Recipe.Sound.ALWAYS);
        assertThat(target(fitted).repack()).isTrue();
        assertThat(Preflight.misfits(loud, fitted.media())).isEmpty();
    }

    @Test
    void soundOfAnotherKindIsEncodedAnewAndThePicturesStay() {
        var fitted = fit(REEL, film("h264", 1080, 1920, 10, 30, "pcm_s16le", "yuv420p", 4_000_000));

        assertThat(target(fitted).repack()).isTrue();
        assertThat(Preflight.misfits(REEL, fitted.media())).isEmpty();
    }

    @Test
    void networksWhoseLimitsAreFarAwayShareOneFile() {
        var film = film("hevc", 2160, 3840, 10, 30, "aac", "yuv420p10le", 20_000_000);
        var large = video(1_000_000_000, 0);
        var larger = video(4_000_000_000L, 100_000_000);
        var small = video(2_000_000, 0);

        assertThat(target(fit(large, film))).isEqualTo(target(fit(larger, film)));
        assertThat(target(fit(small, film)).maxBytes()).isEqualTo(2_000_000);
    }

    private static MediaRule video(long bytes, long rate) {
        return new MediaRule.Video(
                Set.of("video/mp4"),
                Set.of("h264"),
                bytes,
                Range.any(),
                Range.any(),
                Sides.any(),
                Range.any(),
                new Stream(rate, Set.of(), 0, 0, Set.of(), false, false));
    }

    private static MediaKind kind(Format format, Media media) {
        return Fitting.of(format, List.of(new Fitting.Wanted(media, Edit.NONE)), 0)
                .getFirst()
                .media()
                .kind();
    }

    private static Media loop(int frames) {
        return new Media(
                UUID.randomUUID(),
                MediaKind.ANIMATION,
                "image/gif",
                900_000,
                480,
                270,
                5,
                10,
                frames,
                null,
                "a.gif",
                "");
    }

    private static Fitted fit(MediaRule rule, Media media) {
        return fit(rule, media, Edit.NONE);
    }

    private static Fitted fit(MediaRule rule, Media media, Edit edit) {
        var format = new Format("post", List.of(), List.of(MediaSet.one(rule)), 1);
        return Fitting.of(format, List.of(new Fitting.Wanted(media, edit)), 0).getFirst();
    }

    private static Recipe.Target target(Fitted fitted) {
        var recipe = fitted.recipe();
        if (recipe == null) {
            throw new AssertionError("nothing is made of " + fitted.media());
        }
        return recipe.target();
    }

    private static Recipe.Film film(Recipe.Target target) {
        var film = target.video();
        if (film == null) {
            throw new AssertionError("no film: " + target);
        }
        return film;
    }

    private static Media still(String type, int width, int height, long bytes, MediaDetails details) {
        return new Media(
                UUID.randomUUID(), MediaKind.IMAGE, type, bytes, width, height, 0, 0, 0, null, null, "a", "", details);
    }

    private static Media film(
            String codec,
            int width,
            int height,
            double seconds,
            double fps,
            @Nullable String sound,
            String pixels,
            long rate) {
        return film(
                "video/mp4",
                codec,
                width,
                height,
                seconds,
                fps,
                new MediaDetails(
                        rate, sound, sound == null ? 0 : 48_000, 2, pixels, null, false, false, false, true, 0));
    }

    private static Media film(
            String type, String codec, int width, int height, double seconds, double fps, MediaDetails details) {
        return new Media(
                UUID.randomUUID(),
                MediaKind.VIDEO,
                type,
                (long) (details.bitrate() / 8.0 * seconds),
                width,
                height,
                seconds,
                fps,
                0,
                codec,
                details.soundCodec() != null,
                "a",
                "",
                details);
    }
}
