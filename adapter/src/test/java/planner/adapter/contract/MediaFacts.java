package planner.adapter.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import planner.network.Capabilities.MediaRule;
import planner.network.Capabilities.MediaSet;
import planner.network.Capabilities.Range;
import planner.network.Capabilities.Sides;
import planner.network.Capabilities.Stream;
import planner.network.Media;
import planner.network.MediaDetails;
import planner.network.MediaKind;

/** The facts of a file that keeps a rule, and what of it a test wants otherwise. */
record MediaFacts(
        MediaRule rule,
        String type,
        long bytes,
        int width,
        int height,
        double seconds,
        double fps,
        int frames,
        String codec,
        MediaDetails details) {
    /** More than this is not sent by the contract. */
    private static final long HEAVY = 24_000_000;

    private static final double LONG = 3_600;

    /** Headers of videos count in milliseconds and whole frames a second. */
    private static final double SHORTEST = 0.001;

    /** Of several types the one that a file is of where its type does not matter. */
    private static final Set<String> USUAL =
            Set.of("image/jpeg", "image/png", "image/gif", "video/mp4", "application/pdf");

    private static final int[] HEIGHTS = {960, 1000, 640, 720, 1080, 500, 400, 200, 100, 1200, 1920, 50};
    private static final Map<String, String> SAMPLES =
            Map.of("h264", "avc1", "hevc", "hvc1", "mpeg4", "mp4v", "vp8", "vp08", "vp9", "vp09");
    private static final List<String> WEBM = List.of("vp9", "vp8");

    static MediaFacts of(MediaRule rule) {
        var type = rule.types().stream()
                .min(Comparator.<String, Boolean>comparing(name -> !USUAL.contains(name))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
        boolean flat = rule.kind() == MediaKind.DOCUMENT;
        var facts = new MediaFacts(
                rule, type, 100_000, 0, 0, 0, 0, rule.kind() == MediaKind.ANIMATION ? 2 : 0, "", MediaDetails.UNKNOWN);
        if (rule instanceof MediaRule.Video video) {
            var seconds = Math.clamp(5, video.seconds().min(), video.seconds().max());
            var fps = Math.clamp(30, video.fps().min(), video.fps().max());
            var codec = video.codecs().isEmpty() || video.codecs().contains("h264")
                    ? "h264"
                    : video.codecs().stream().sorted().findFirst().orElseThrow();
            facts = new MediaFacts(rule, type, 100_000, 0, 0, seconds, fps, 0, codec, MediaDetails.UNKNOWN);
        }
        return flat ? facts : facts.shaped(sides(rule), aspect(rule));
    }

    static Sides sides(MediaRule rule) {
        return switch (rule) {
            case MediaRule.Image image -> image.sides();
            case MediaRule.Animation animation -> animation.sides();
            case MediaRule.Video video -> video.sides();
            case MediaRule.Document document -> Sides.any();
        };
    }

    static Range aspect(MediaRule rule) {
        return switch (rule) {
            case MediaRule.Image image -> image.aspect();
            case MediaRule.Video video -> video.aspect();
            case MediaRule.Animation animation -> Range.any();
            case MediaRule.Document document -> Range.any();
        };
    }

    /** Sides within these bounds, of a usual size where they allow one. */
    private MediaFacts shaped(Sides sides, Range aspect) {
        var heights = new ArrayList<Integer>();
        for (int height : HEIGHTS) {
            heights.add(Math.clamp(height, sides.minHeight(), sides.maxHeight()));
        }
        for (int high : heights) {
            for (double ratio : new double[] {9 / 16.0, 4 / 3.0, 1, aspect.min(), aspect.max()}) {
                double wide = Math.clamp(ratio * high, sides.minWidth(), sides.maxWidth());
                for (double width : new double[] {Math.rint(wide), Math.ceil(wide), Math.floor(wide)}) {
                    if (width >= 1 && aspect.has(width / high)) {
                        return sides((int) width, high);
                    }
                }
            }
        }
        throw new AssertionError("no sides fit " + rule);
    }

    MediaFacts sides(int wide, int high) {
        return new MediaFacts(rule, type, bytes, wide, high, seconds, fps, frames, codec, details);
    }

    MediaFacts width(double bound, int step) {
        var sides = sides(rule);
        int exact = (int) bound;
        var fixed = shaped(new Sides(exact, exact, sides.minHeight(), sides.maxHeight()), aspect(rule));
        return fixed.sides(exact + step, fixed.height());
    }

    MediaFacts height(double bound, int step) {
        var sides = sides(rule);
        int exact = (int) bound;
        var fixed = shaped(new Sides(sides.minWidth(), sides.maxWidth(), exact, exact), aspect(rule));
        return fixed.sides(fixed.width(), exact + step);
    }

    /** The widest or narrowest whole width; one pixel beyond it. */
    MediaFacts aspect(double bound, int step) {
        var sides = sides(rule);
        boolean least = bound == aspect(rule).min();
        int sum = rule instanceof MediaRule.Image image && image.maxSum() != null
                ? image.maxSum() - 1
                : Integer.MAX_VALUE;
        for (int high : HEIGHTS) {
            int wide = (int) (least ? Math.ceil(bound * high - 1e-9) : Math.floor(bound * high + 1e-9));
            boolean fits = high >= sides.minHeight()
                    && high <= sides.maxHeight()
                    && wide - 1 >= Math.max(1, sides.minWidth())
                    && wide + 1 <= sides.maxWidth()
                    && wide + high <= sum
                    && aspect(rule).has((double) wide / high);
            if (fits) {
                return sides(wide + step, high);
            }
        }
        throw new AssertionError("no sides for " + bound);
    }

    /** A large film is a long one: what counts is also how much of it a second is. */
    MediaFacts bytes(long size) {
        double length =
                rule instanceof MediaRule.Video video ? Math.min(video.seconds().max(), LONG) : 0;
        return new MediaFacts(rule, type, size, width, height, length, fps, frames, codec, details);
    }

    /** With a codec of the rule's that goes into such a file. */
    MediaFacts type(String name) {
        var inside = name.equals("video/webm") && rule instanceof MediaRule.Video video
                ? WEBM.stream()
                        .filter(it -> video.codecs().isEmpty() || video.codecs().contains(it))
                        .findFirst()
                        .orElse(codec)
                : codec;
        return new MediaFacts(rule, name, bytes, width, height, seconds, fps, frames, inside, details);
    }

    MediaFacts codec(String name) {
        return new MediaFacts(rule, type, bytes, width, height, seconds, fps, frames, name, details);
    }

    MediaFacts frames(int count) {
        return new MediaFacts(rule, type, bytes, width, height, seconds, fps, count, codec, details);
    }

    MediaFacts seconds(double bound, int step) {
        double unit = bound < 1 ? bound / 2 : bound > 60 ? 1 : 0.1;
        return new MediaFacts(rule, type, bytes, width, height, bound + step * unit, fps, frames, codec, details);
    }

    MediaFacts fps(double bound, int step) {
        // no frames a second at all would say that nobody knows how many
        double unit = bound > 1 ? 1 : bound / 2;
        return new MediaFacts(rule, type, bytes, width, height, seconds, bound + step * unit, frames, codec, details);
    }

    /** So many pixels in all as whole sides come near to. */
    MediaFacts pixels(long bound, int step) {
        int high = (int) Math.min(Math.sqrt(bound), sides(rule).maxHeight());
        return sides((int) (bound / high) + step, high);
    }

    MediaFacts framePixels(long bound, int step) {
        var most = ((MediaRule.Animation) rule).maxFrames();
        int count = Math.min(300, most == null ? 300 : most);
        return frames(count).sides((int) (bound / count / 1000) + step, 1000);
    }

    /** So many bits a second that the file itself is small. */
    MediaFacts bitrate(double bound, int step) {
        double length = Math.max(1, ((MediaRule.Video) rule).seconds().min());
        var size = (long) (bound * length / 8) + step;
        return new MediaFacts(rule, type, size, width, height, length, fps, frames, codec, details);
    }

    MediaFacts details(MediaDetails other) {
        return new MediaFacts(rule, type, bytes, width, height, seconds, fps, frames, codec, other);
    }

    MediaFacts heard(String soundCodec, int rate, int channels) {
        return details(new MediaDetails(0, soundCodec, rate, channels, null, null, false, false, false, true, 0));
    }

    MediaFacts coloured(@Nullable String pixels, @Nullable String colour) {
        return details(new MediaDetails(0, null, 0, 0, pixels, colour, false, false, false, true, 0));
    }

    MediaFacts indexed(boolean first) {
        return details(new MediaDetails(0, null, 0, 0, null, null, false, false, false, first, 0));
    }

    MediaFacts pages(int count) {
        return details(new MediaDetails(0, null, 0, 0, null, null, false, false, false, true, count));
    }

    /** So many files of the usual facts, this one among them. */
    List<Media> with(int count) {
        // of one shape: some networks want it so
        var others = of(rule);
        boolean shaped = width != others.width || height != others.height;
        var all = new ArrayList<>((shaped ? others.sides(width, height) : others).times(count - 1));
        all.addFirst(media(0));
        return List.copyOf(all);
    }

    List<Media> times(int count) {
        var all = new ArrayList<Media>();
        for (int i = 0; i < count; i++) {
            all.add(media(i + 1));
        }
        return List.copyOf(all);
    }

    private Media media(int number) {
        long size = bytes + (bytes == 100_000 ? number : 0);
        var id = UUID.nameUUIDFromBytes((this + " " + number).getBytes(StandardCharsets.UTF_8));
        var film = rule.kind() == MediaKind.VIDEO ? codec : null;
        var sound = details.soundCodec() == null ? null : Boolean.TRUE;
        return new Media(
                id, rule.kind(), type, size, width, height, seconds, fps, frames, film, sound, "file", "", details);
    }

    static boolean makeable(Media item) {
        boolean known = (USUAL.contains(item.type()) || Beginnings.known(item.type())) && item.bytes() <= HEAVY;
        if (item.kind() == MediaKind.VIDEO && (item.seconds() < SHORTEST || item.fps() < 1)) {
            return false;
        }
        return known && (item.codec() == null || SAMPLES.containsKey(item.codec()));
    }

    static String sample(Media item) {
        return SAMPLES.getOrDefault("" + item.codec(), "avc1");
    }

    /** Said once more, by other words than preflight's. */
    static boolean fits(MediaSet set, List<Media> media) {
        return media.size() >= set.min()
                && media.size() <= set.max()
                && media.stream().allMatch(item -> set.anyOf().stream().anyMatch(rule -> fits(rule, item)));
    }

    private static boolean fits(MediaRule rule, Media item) {
        var sides = sides(rule);
        boolean common = rule.kind() == item.kind()
                && rule.types().contains(item.type())
                && item.bytes() <= rule.maxBytes()
                && (rule.kind() == MediaKind.DOCUMENT
                        || item.width() >= sides.minWidth()
                                && item.width() <= sides.maxWidth()
                                && item.height() >= sides.minHeight()
                                && item.height() <= sides.maxHeight()
                                && (sides.maxPixels() == 0 || item.pixels() <= sides.maxPixels())
                                && aspect(rule).has(item.aspect()));
        return common
                && switch (rule) {
                    case MediaRule.Image image ->
                        (image.maxSum() == null || item.width() + item.height() <= image.maxSum())
                                && among(image.colours(), item.details().colour());
                    case MediaRule.Animation animation ->
                        (animation.maxFrames() == null || item.frames() <= animation.maxFrames())
                                && (animation.maxFramePixels() == null
                                        || item.pixels() * item.frames() <= animation.maxFramePixels());
                    case MediaRule.Video video ->
                        (video.codecs().isEmpty() || video.codecs().contains("" + item.codec()))
                                && video.seconds().has(item.seconds())
                                && video.fps().has(item.fps())
                                && fits(video.stream(), item);
                    case MediaRule.Document document ->
                        document.maxPages() == 0 || item.details().pages() <= document.maxPages();
                };
    }

    private static boolean fits(Stream stream, Media item) {
        var is = item.details();
        return (stream.maxBitrate() == 0 || item.bytes() * 8 / item.seconds() <= stream.maxBitrate())
                && among(stream.soundCodecs(), is.soundCodec())
                && (stream.maxSoundRate() == 0 || is.soundRate() <= stream.maxSoundRate())
                && (stream.maxSoundChannels() == 0 || is.soundChannels() <= stream.maxSoundChannels())
                && among(stream.pixels(), is.pixels())
                && (is.indexFirst() || !stream.indexFirst());
    }

    private static boolean among(Set<String> names, @Nullable String name) {
        return names.isEmpty() || name == null || names.contains(name);
    }
}
