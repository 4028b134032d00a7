package planner.vips;

/** What came of a {@link Request}. */
public sealed interface Answer {
    /**
     * @param width pixels, upright
     * @param height pixels of one frame, upright
     * @param pages frames of an animation; 1 for a still
     * @param alpha whether one can see through it somewhere
     * @param turned whether it is stored otherwise than it is seen
     * @param personal whether it holds more than the picture: EXIF, XMP, IPTC
     */
    record Seen(int width, int height, int pages, boolean alpha, Colour colour, boolean turned, boolean personal)
            implements Answer {}

    /** @param width pixels as they came to be; @param height pixels of one frame */
    record Made(int width, int height) implements Answer {}

    /** @param detail for the log */
    record Failed(Why why, String detail) implements Answer {}

    enum Colour {
        SRGB,
        GRAY,
        CMYK,
        /** RGB with a profile of its own. */
        WIDE
    }

    enum Why {
        /** It could not be read to its end. */
        DAMAGED,
        /** It does not come below the most bytes. */
        TOO_LARGE,
        /** It has more pixels than may be decoded. */
        HUGE,
        /** It could not be written: no fault of the picture. */
        UNWRITTEN
    }
}
