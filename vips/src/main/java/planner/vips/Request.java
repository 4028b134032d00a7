package planner.vips;

import java.nio.file.Path;

/** What is wanted of a picture. */
public sealed interface Request {
    /** What is it? Reads its head alone. */
    record Look(Path file) implements Request {}

    /**
     * Another picture of it: upright, in sRGB with eight bits, without anything but the picture.
     *
     * @param to where it goes; overwritten
     * @param width pixels of the result, the frame included
     * @param height pixels of the result, the frame included
     * @param maxBytes quality gives way first, then size
     * @param cropX left edge of what stays, as a share of the upright picture; likewise the next three
     * @param frame what stands around the picture where it has other proportions than the result
     * @param animated all of its frames, not the first alone
     */
    record Make(
            Path file,
            Path to,
            Format format,
            int width,
            int height,
            long maxBytes,
            double cropX,
            double cropY,
            double cropWidth,
            double cropHeight,
            Frame frame,
            boolean animated)
            implements Request {}

    /** As what it is written. */
    enum Format {
        JPEG,
        PNG,
        WEBP,
        GIF
    }

    /** What stands around it. */
    enum Frame {
        /** It is brought to the proportions of the result. */
        NONE,
        BLUR,
        BLACK,
        WHITE
    }
}
