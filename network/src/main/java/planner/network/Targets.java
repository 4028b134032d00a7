package planner.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import planner.network.Capabilities.MediaRule;
import planner.network.Capabilities.Range;
import planner.network.Capabilities.Sides;
import planner.network.Recipe.Film;
import planner.network.Recipe.Sound;
import planner.network.Recipe.Target;

/** Reckons what a file must become to fit one rule, and what it will then be like. */
final class Targets {
    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";
    private static final String MP4 = "video/mp4";
    /** What a film is encoded as; every network takes them. */
    private static final String H264 = "h264";

    /** What an MP4 may hold for everybody, so that another packing is enough. */
    private static final List<String> WELL_KNOWN = List.of(H264, "hevc");

    private static final String AAC = "aac";
    private static final String FLAT = "yuv420p";
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/webp", "image/gif");
    private static final int SOUND_RATE = 48_000;
    /** Width and height of a film that is encoded: networks show no more, and encode it once more. */
    private static final int MOST_OF_A_FILM = 1920;
    /** As much as good quality takes. */
    private static final double BITS_A_PIXEL = 0.12;

    private static final double USUAL_FPS = 30;
    /** More than any picture takes. */
    private static final double BYTES_A_PIXEL = 6;

    private static final long SOME = 1_000_000;

    /** Of a rate that is a limit; the container and the peaks take the rest. */
    private static final double RATE_SHARE = 0.9;

    private Targets() {}

    /** Empty when it goes as it is, or when nothing can be made of it. */
    static Optional<Recipe> recipe(MediaRule rule, Media media, Edit edit) {
        return switch (rule) {
            case MediaRule.Image image -> still(image, media, edit);
            case MediaRule.Animation animation -> animation(animation, media, edit);
            case MediaRule.Video video -> film(video, media, edit);
            case MediaRule.Document document -> Optional.empty();
        };
    }

    /** Where no rule says what it should be: the person's change alone. */
    static Optional<Recipe> ofEdit(Media media, Edit edit) {
        return switch (media.kind()) {
            case IMAGE -> recipe(anyImage(), media, edit);
            case ANIMATION, VIDEO -> recipe(anyFilm(), media, edit);
            case DOCUMENT -> Optional.empty();
        };
    }

    private static MediaRule anyImage() {
        return new MediaRule.Image(Set.of(JPEG, PNG), Long.MAX_VALUE, Sides.any(), Range.any(), null);
    }

    private static MediaRule anyFilm() {
        return new MediaRule.Video(
                Set.of(MP4), Set.of(H264), Long.MAX_VALUE, Range.any(), Range.any(), Sides.any(), Range.any());
    }

    /** What the edit alone makes of the measures. */
    static Media edited(Media media, Edit edit) {
        if (edit.nothing()) {
            return media;
        }
        var size = Size.of(media, edit);
        var trim = edit.trim();
        double seconds = trim == null ? media.seconds() : Math.clamp(media.seconds() - trim.from(), 0, trim.seconds());
        return with(
                media, media.kind(), media.type(), media.bytes(), size.width(), size.height(), seconds, media.fps());
    }

    /** What comes of it, as far as that can be known before it is made. */
    static Media predict(Media media, Recipe recipe) {
        var target = recipe.target();
        var edited = edited(media, recipe.edit());
        var film = target.video();
        double seconds = film == null || film.seconds() == 0 ? edited.seconds() : film.seconds();
        double fps = film == null || film.fps() == 0 ? edited.fps() : film.fps();
        long bytes = Math.min(target.maxBytes(), target.repack() ? media.bytes() : expected(target, seconds));
        var will = with(media, target.kind(), target.type(), bytes, target.width(), target.height(), seconds, fps);
        return film == null ? clean(will, target) : clean(will, target, film);
    }

    private static Media clean(Media media, Target target) {
        var was = media.details();
        boolean alpha = was.alpha() && !target.type().equals(JPEG);
        var colour = target.repack() ? was.colour() : "srgb";
        return details(
                media,
                target.repack() ? media.codec() : null,
                media.sound(),
                new MediaDetails(0, null, 0, 0, null, colour, alpha, false, false, true, was.pages()));
    }

    private static Media clean(Media media, Target target, Film film) {
        var was = media.details();
        var known = film.sound() == Sound.KEEP ? media.sound() : Boolean.valueOf(film.sound() == Sound.ALWAYS);
        boolean sound = Boolean.TRUE.equals(known);
        double rate = media.bytes() * 8 / Math.max(0.1, media.seconds());
        return details(
                media,
                target.repack() ? media.codec() : H264,
                known,
                new MediaDetails(
                        (long) (film.maxBitrate() == 0 ? rate : Math.min(rate, film.maxBitrate())),
                        sound ? AAC : null,
                        sound ? Math.min(SOUND_RATE, was.soundRate() == 0 ? SOUND_RATE : was.soundRate()) : 0,
                        sound ? Math.clamp(was.soundChannels(), 1, 2) : 0,
                        target.repack() ? was.pixels() : FLAT,
                        target.repack() ? was.colour() : null,
                        false,
                        false,
                        false,
                        true,
                        0));
    }

    private static Optional<Recipe> still(MediaRule.Image rule, Media media, Edit edit) {
        var bounds = new Size.Bounds(rule.sides(), rule.aspect(), rule.maxSum() == null ? 0 : rule.maxSum(), 1);
        var size = Size.within(media, edit, bounds);
        boolean sameType = rule.types().contains(media.type());
        boolean same = edit.nothing()
                && sameType
                && size.is(media)
                && media.bytes() <= rule.maxBytes()
                && !media.details().turned()
                && !"cmyk".equals(media.details().colour())
                && Preflight.misfits(rule, media).stream()
                        .noneMatch(it -> it.rule().equals("media.colour"));
        if (same && !media.details().personal()) {
            return Optional.empty();
        }
        boolean repack = same && PICTURES.contains(media.type());
        var type = repack ? media.type() : stillType(rule.types(), rule.maxBytes(), media);
        if (type == null) {
            return Optional.empty();
        }
        double bytes = repack ? media.bytes() : BYTES_A_PIXEL * size.width() * size.height();
        long most = enough(rule.maxBytes(), bytes);
        return Optional.of(
                new Recipe(edit, new Target(MediaKind.IMAGE, type, repack, size.width(), size.height(), most, null)));
    }

    /** What may be see-through stays so where it can; a photo is a JPEG. */
    private static @Nullable String stillType(Set<String> types, long maxBytes, Media media) {
        boolean drawn = media.type().equals(PNG) && media.bytes() <= maxBytes;
        var order =
                media.details().alpha() || drawn ? List.of(PNG, "image/webp", JPEG) : List.of(JPEG, PNG, "image/webp");
        return order.stream().filter(types::contains).findFirst().orElse(null);
    }

    private static Optional<Recipe> animation(MediaRule.Animation rule, Media media, Edit edit) {
        var size = Size.within(media, edit, new Size.Bounds(frame(rule, media), Range.any(), 0, 1));
        boolean same = edit.nothing()
                && rule.types().contains(media.type())
                && size.is(media)
                && media.bytes() <= rule.maxBytes();
        boolean repack = same && media.details().personal();
        if (same && !repack || !rule.types().contains("image/gif") && !same) {
            return Optional.empty();
        }
        var type = same ? media.type() : "image/gif";
        return Optional.of(new Recipe(
                edit,
                new Target(MediaKind.ANIMATION, type, repack, size.width(), size.height(), rule.maxBytes(), null)));
    }

    /** What all frames together may have is shared among them. */
    private static Sides frame(MediaRule.Animation rule, Media media) {
        var sides = rule.sides();
        var all = rule.maxFramePixels();
        if (all == null || media.frames() == 0) {
            return sides;
        }
        long each = all / media.frames();
        return new Sides(
                sides.minWidth(),
                sides.maxWidth(),
                sides.minHeight(),
                sides.maxHeight(),
                sides.maxPixels() == 0 ? each : Math.min(each, sides.maxPixels()));
    }

    private static Optional<Recipe> film(MediaRule.Video rule, Media media, Edit edit) {
        var bounds = new Size.Bounds(rule.sides(), rule.aspect(), 0, 1);
        boolean picturesStay = edit.nothing()
                && picturesFit(rule, media)
                && Size.within(media, edit, bounds).is(media);
        boolean same = picturesStay && Preflight.misfits(rule, media).stream().allMatch(Targets::notMendable);
        if (same && !media.details().personal()) {
            return Optional.empty();
        }
        if (!rule.types().contains(MP4)) {
            return Optional.empty();
        }
        var sound = rule.stream().needsSound() ? Sound.ALWAYS : Sound.KEEP;
        if (picturesStay && (same || WELL_KNOWN.contains(media.codec()))) {
            long most = enough(rule.maxBytes(), 2.0 * media.bytes());
            var type = same ? media.type() : MP4;
            return Optional.of(new Recipe(
                    edit,
                    new Target(
                            MediaKind.VIDEO,
                            type,
                            true,
                            media.width(),
                            media.height(),
                            most,
                            new Film(0, 0, 0, sound))));
        }
        return Optional.of(new Recipe(edit, encoded(rule, media, edit, sound)));
    }

    private static Target encoded(MediaRule.Video rule, Media media, Edit edit, Sound sound) {
        var size = Size.within(media, edit, new Size.Bounds(rule.sides().atMost(MOST_OF_A_FILM), rule.aspect(), 0, 2));
        var edited = edited(media, edit);
        double fps = fps(rule.fps(), media.fps());
        double length = length(rule.seconds(), edited);
        double bits = BITS_A_PIXEL * size.width() * size.height() * (fps > 0 ? fps : Math.max(media.fps(), USUAL_FPS));
        double bytes = bits / 8 * (length > 0 ? length : edited.seconds());
        long mostBits = (long) (rule.stream().maxBitrate() * RATE_SHARE);
        return new Target(
                MediaKind.VIDEO,
                MP4,
                false,
                size.width(),
                size.height(),
                enough(rule.maxBytes(), bytes),
                new Film(fps, length, mostBits > bits ? 0 : mostBits, sound));
    }

    /** The limit, or what is enough in any case: so that networks whose limits are far away share one file. */
    private static long enough(long limit, double bytes) {
        return Math.min(limit, (long) bytes + SOME);
    }

    /** Whether the picture track may go as it is, whatever is around it. */
    private static boolean picturesFit(MediaRule.Video rule, Media media) {
        var stream = rule.stream();
        var details = media.details();
        return media.kind() == MediaKind.VIDEO
                && (rule.types().contains(media.type()) || WELL_KNOWN.contains(media.codec()))
                && (rule.codecs().isEmpty()
                        || media.codec() == null
                        || rule.codecs().contains(media.codec()))
                && media.bytes() <= rule.maxBytes()
                && (media.fps() == 0 || rule.fps().has(media.fps()))
                && (stream.maxBitrate() == 0 || media.bitsPerSecond() <= stream.maxBitrate())
                && (stream.pixels().isEmpty()
                        || details.pixels() == null
                        || stream.pixels().contains(details.pixels()));
    }

    /** What another packing of the same pictures cannot change. */
    private static boolean notMendable(Finding finding) {
        return Set.of("media.seconds", "media.aspect", "media.width", "media.height")
                .contains(finding.rule());
    }

    /** A rate that the rule allows, as near to the film's own as can be; 0 = its own. */
    private static double fps(Range allowed, double own) {
        if (own == 0 || allowed.has(own)) {
            return 0;
        }
        if (own > allowed.max()) {
            return own / 2 >= allowed.min() && own / 2 <= allowed.max() ? own / 2 : Math.floor(allowed.max());
        }
        double times = Math.ceil(allowed.min() / own);
        return own * times <= allowed.max() ? own * times : Math.ceil(allowed.min());
    }

    /** An animation plays again and again anyway: it may do so until it is long enough. */
    private static double length(Range allowed, Media edited) {
        double own = edited.seconds();
        if (edited.kind() != MediaKind.ANIMATION || own <= 0 || own >= allowed.min()) {
            return 0;
        }
        double whole = Math.ceil(allowed.min() / own) * own;
        return whole <= allowed.max() ? whole : allowed.min();
    }

    /** A guess; the limit is what holds. */
    private static long expected(Target target, double seconds) {
        double pixels = (double) target.width() * target.height();
        return (long)
                (target.video() == null
                        ? pixels * (target.type().equals(PNG) ? 1.5 : 0.25) + 1_000
                        : (pixels * 2 + 128_000) / 8 * seconds + 10_000);
    }

    private static Media with(
            Media it, MediaKind kind, String type, long bytes, int width, int height, double seconds, double fps) {
        return new Media(
                it.id(),
                kind,
                type,
                bytes,
                width,
                height,
                seconds,
                fps,
                it.frames(),
                it.codec(),
                it.sound(),
                it.name(),
                it.alt(),
                it.details());
    }

    private static Media details(Media it, @Nullable String codec, @Nullable Boolean sound, MediaDetails details) {
        return new Media(
                it.id(),
                it.kind(),
                it.type(),
                it.bytes(),
                it.width(),
                it.height(),
                it.seconds(),
                it.fps(),
                it.kind() == MediaKind.ANIMATION ? it.frames() : 0,
                codec,
                sound,
                it.name(),
                it.alt(),
                details);
    }
}
