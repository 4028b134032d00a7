package planner.vips;

import java.nio.file.Path;

/** What is wanted of a picture. */
public sealed interface Request {
    /** Where the picture goes that is made. */
    Path to();

    /**
     * What is it, and is it whole? It is decoded for that, and a small JPEG comes of it.
     *
     * @param to where the small picture goes; overwritten
     * @param side of the small picture, the longer one, in pixels
     * @param longestSide what is longer is not decoded
     * @param mostPixels what has more is not decoded
     * @param profile see {@link Make}
     */
    record Look(Path file, Path to, int side, int longestSide, long mostPixels, String profile) implements Request {}

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
     * @param profile how its colours are meant where the file does not say so: the path of an ICC profile, or {@code p3}; empty
     *     for sRGB
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
            boolean animated,
            String profile)
            implements Request {}

    /** As what it is written. */
    enum Format {
        JPEG("jpg"),
        PNG("png"),
        WEBP("webp"),
        GIF("gif");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        /** Where a picture stands until it is whole: libvips knows by the ending what it shall write. */
        Path part(Path to) {
            return to.resolveSibling(to.getFileName() + "." + ending);
        }
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
