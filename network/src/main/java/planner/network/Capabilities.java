package planner.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a network can carry, as data. Every number here has its source in a comment beside it.
 *
 * @param name the name people know, for example {@code Bluesky}
 * @param formats at least one; the first whose media rules fit a part is its default format
 * @param features what the network can do beyond formats
 * @param concurrency how many publications the house sends to this network at once, over all channels; 1 or more
 */
public record Capabilities(String name, List<Format> formats, Set<Feature> features, int concurrency) {

    public Capabilities {
        formats = List.copyOf(formats);
        features = Set.copyOf(features);
        if (formats.isEmpty() || concurrency < 1) {
            throw new IllegalArgumentException(name + " needs a format and a concurrency");
        }
    }

    public Optional<Format> format(String id) {
        return formats.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    /**
     * One kind of post: feed, carousel, reel, story, thread …
     *
     * @param id as it stands in the API, lower case with hyphens
     * @param text every limit of every text field
     * @param media the allowed sets of media of one part; a part must fit one of them. {@link MediaSet#none()} among them
     *     means that a part without media is allowed
     * @param maxParts how many posts one delivery may chain; 1 = no threads
     */
    public record Format(String id, List<TextLimit> text, List<MediaSet> media, int maxParts) {
        public Format {
            text = List.copyOf(text);
            media = List.copyOf(media);
        }

        /** Whether a part may stand without media. */
        public boolean textAlone() {
            return media.stream().anyMatch(set -> set.max() == 0);
        }
    }

    /**
     * @param field which text
     * @param unit how it is counted
     * @param min the least, usually 0; checked only for a field that the format has
     * @param max the most, inclusive
     */
    public record TextLimit(TextField field, Unit unit, int min, int max) {
        public static TextLimit atMost(TextField field, Unit unit, int max) {
            return new TextLimit(field, unit, 0, max);
        }
    }

    /** The texts of a post. {@code TEXT} is the body of a part, {@code ALT} the description of one medium. */
    public enum TextField {
        TEXT,
        TITLE,
        ALT
    }

    /**
     * An allowed set: {@code min} to {@code max} media, each fitting one of the rules.
     *
     * @param anyOf empty only when {@code max} is 0
     */
    public record MediaSet(int min, int max, List<MediaRule> anyOf) {
        public MediaSet {
            anyOf = List.copyOf(anyOf);
        }

        public static MediaSet none() {
            return new MediaSet(0, 0, List.of());
        }

        public static MediaSet one(MediaRule... anyOf) {
            return new MediaSet(1, 1, List.of(anyOf));
        }

        public static MediaSet of(int min, int max, MediaRule... anyOf) {
            return new MediaSet(min, max, List.of(anyOf));
        }
    }

    /** What one medium must be like. Types are MIME types in lower case; bounds are inclusive. */
    public sealed interface MediaRule {
        MediaKind kind();

        Set<String> types();

        long maxBytes();

        /**
         * @param sides allowed pixels of width and of height
         * @param aspect allowed width / height
         * @param maxSum most pixels of width + height, or {@code null} for no such rule
         * @param colours names as in {@link MediaDetails#colour}; empty = any
         */
        record Image(
                Set<String> types,
                long maxBytes,
                Sides sides,
                Range aspect,
                @Nullable Integer maxSum,
                Set<String> colours)
                implements MediaRule {
            /** Of any colours. */
            public Image(Set<String> types, long maxBytes, Sides sides, Range aspect, @Nullable Integer maxSum) {
                this(types, maxBytes, sides, aspect, maxSum, Set.of());
            }

            @Override
            public MediaKind kind() {
                return MediaKind.IMAGE;
            }
        }

        /**
         * An animated picture (GIF).
         *
         * @param maxFrames {@code null} for no such rule
         * @param maxFramePixels most of width × height × frames, or {@code null} for no such rule
         */
        record Animation(
                Set<String> types,
                long maxBytes,
                Sides sides,
                @Nullable Integer maxFrames,
                @Nullable Long maxFramePixels)
                implements MediaRule {
            /** However large all frames are together. */
            public Animation(Set<String> types, long maxBytes, Sides sides, @Nullable Integer maxFrames) {
                this(types, maxBytes, sides, maxFrames, null);
            }

            @Override
            public MediaKind kind() {
                return MediaKind.ANIMATION;
            }
        }

        /**
         * @param codecs names as ffprobe gives them ({@code h264}, {@code hevc}); empty = any
         * @param seconds allowed duration in seconds
         * @param fps allowed frames per second
         * @param aspect allowed width / height
         * @param stream what its tracks must be like
         */
        record Video(
                Set<String> types,
                Set<String> codecs,
                long maxBytes,
                Range seconds,
                Range fps,
                Sides sides,
                Range aspect,
                Stream stream)
                implements MediaRule {
            /** Whatever its tracks are like. */
            public Video(
                    Set<String> types,
                    Set<String> codecs,
                    long maxBytes,
                    Range seconds,
                    Range fps,
                    Sides sides,
                    Range aspect) {
                this(types, codecs, maxBytes, seconds, fps, sides, aspect, Stream.any());
            }

            @Override
            public MediaKind kind() {
                return MediaKind.VIDEO;
            }
        }

        /**
         * Any file that the network hands on as it is.
         *
         * @param maxPages 0 = any
         */
        record Document(Set<String> types, long maxBytes, int maxPages) implements MediaRule {
            /** Of any number of pages. */
            public Document(Set<String> types, long maxBytes) {
                this(types, maxBytes, 0);
            }

            @Override
            public MediaKind kind() {
                return MediaKind.DOCUMENT;
            }
        }
    }

    /**
     * What the tracks of a video must be like; see {@link MediaDetails} for the names. What probing could not tell is not
     * held against a file.
     *
     * @param maxBitrate most bits per second of the whole file: {@link Media#bitsPerSecond}; 0 = any
     * @param soundCodecs empty = any
     * @param maxSoundRate most Hz; 0 = any
     * @param maxSoundChannels 0 = any
     * @param pixels pixel formats; empty = any
     * @param indexFirst whether the index must lie before the pictures
     * @param needsSound whether a video without a sound track is refused
     */
    public record Stream(
            long maxBitrate,
            Set<String> soundCodecs,
            int maxSoundRate,
            int maxSoundChannels,
            Set<String> pixels,
            boolean indexFirst,
            boolean needsSound) {
        public static Stream any() {
            return new Stream(0, Set.of(), 0, 0, Set.of(), false, false);
        }
    }

    /**
     * Bounds in pixels of width and height, inclusive.
     *
     * @param maxPixels most of width × height; 0 = any
     */
    public record Sides(int minWidth, int maxWidth, int minHeight, int maxHeight, long maxPixels) {
        /** However many pixels that makes. */
        public Sides(int minWidth, int maxWidth, int minHeight, int maxHeight) {
            this(minWidth, maxWidth, minHeight, maxHeight, 0);
        }

        public static Sides any() {
            return new Sides(1, Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
        }

        /** The same with no side longer than this, unless it must be. */
        Sides atMost(int most) {
            return new Sides(
                    minWidth,
                    Math.clamp(most, minWidth, maxWidth),
                    minHeight,
                    Math.clamp(most, minHeight, maxHeight),
                    maxPixels);
        }

        /** Of whatever width and height. */
        public static Sides pixels(long most) {
            return new Sides(1, Integer.MAX_VALUE, 1, Integer.MAX_VALUE, most);
        }

        public static Sides between(int min, int max) {
            return new Sides(min, max, min, max);
        }
    }

    /** An inclusive range of numbers. */
    public record Range(double min, double max) {
        public static Range any() {
            return new Range(0, Double.MAX_VALUE);
        }

        public static Range of(double min, double max) {
            return new Range(min, max);
        }

        public boolean has(double value) {
            return value >= min && value <= max;
        }
    }

    /** What a network can do beyond its formats, for whoever chooses among networks through the API. */
    public enum Feature {
        ALT_TEXT,
        LINK_CARD,
        MENTIONS,
        HASHTAGS,
        THREAD,
        POLL,
        TITLE,
        FETCHES_MEDIA
    }
}
