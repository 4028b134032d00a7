package planner.network;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants changed of a file before it goes to a network; what is {@code null} stays. Applied in this order, to
 * the picture as it is seen, upright.
 *
 * @param enlarge whether a picture that is too small may be made larger than it is
 */
public record Edit(
        @Nullable Trim trim,
        @Nullable Crop crop,
        @Nullable Pad pad,
        @Nullable Boolean enlarge) {
    public Edit {
        // no and nothing are the same wish
        enlarge = Boolean.TRUE.equals(enlarge) ? true : null;
    }

    public static final Edit NONE = new Edit(null, null, null, false);

    /** A stretch of a video, both in seconds; {@code from} is 0 or more, {@code seconds} more than 0. */
    public record Trim(double from, double seconds) {
        public Trim {
            require(from >= 0 && seconds > 0 && from + seconds < 1e6, "trim");
        }
    }

    /** What stays: left, top, width and height as shares of the picture, 0 to 1. */
    public record Crop(double x, double y, double width, double height) {
        /** Rounding of whoever reckons in shares. */
        private static final double SLACK = 1e-6;

        public Crop {
            require(
                    x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1 + SLACK && y + height <= 1 + SLACK,
                    "crop");
        }

        /**
         * The largest piece of this aspect around a focal point.
         *
         * @param of width / height of the picture
         * @param aspect width / height of the piece
         * @param focusX 0 to 1; 0.5 = the middle
         * @param focusY 0 to 1; 0.5 = the middle
         */
        public static Crop around(double of, double aspect, double focusX, double focusY) {
            double width = Math.min(1, aspect / of);
            double height = Math.min(1, of / aspect);
            return new Crop(within(focusX, width), within(focusY, height), width, height);
        }

        private static double within(double focus, double length) {
            return Math.clamp(focus - length / 2, 0, 1 - length);
        }
    }

    /**
     * The whole picture within a larger frame.
     *
     * @param aspect width / height of the frame, from 0.01 to 100
     */
    public record Pad(double aspect, Fill fill) {
        public Pad {
            // whoever reads it from JSON may have been given none
            require(aspect >= 0.01 && aspect <= 100 && Objects.nonNull(fill), "pad");
        }
    }

    /** What stands around a padded picture. */
    public enum Fill {
        /** The picture itself, enlarged and blurred. */
        BLUR,
        BLACK,
        WHITE
    }

    public boolean enlarges() {
        return Boolean.TRUE.equals(enlarge);
    }

    public boolean nothing() {
        return trim == null && crop == null && pad == null;
    }

    /** Width / height of what this makes of a picture. */
    public double aspect(double of) {
        if (pad != null) {
            return pad.aspect();
        }
        return crop == null ? of : of * crop.width() / crop.height();
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException(what);
        }
    }
}
