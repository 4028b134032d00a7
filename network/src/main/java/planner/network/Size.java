package planner.network;

import planner.network.Capabilities.Range;
import planner.network.Capabilities.Sides;

/** A size in whole pixels. */
record Size(int width, int height) {
    /** No picture is made larger than by this: it would be mush. */
    static final double MOST_LARGER = 4;

    private static final double SLACK = 1e-6;

    /**
     * @param maxSum most pixels of width + height; 0 = any
     * @param step sides are multiples of it
     */
    record Bounds(Sides sides, Range aspect, int maxSum, int step) {
        private boolean hold(int width, int height) {
            return width <= sides.maxWidth()
                    && height <= sides.maxHeight()
                    && (maxSum == 0 || width + height <= maxSum)
                    && (sides.maxPixels() == 0 || (long) width * height <= sides.maxPixels());
        }
    }

    /** What the edit makes of it. */
    static Size of(Media media, Edit edit) {
        var frame = Frame.of(media, edit);
        return new Size(Math.max(1, (int) Math.round(frame.width)), Math.max(1, (int) Math.round(frame.height)));
    }

    /** The size of the edited picture within the bounds, in its own proportions; as near as it comes where none fits. */
    static Size within(Media media, Edit edit, Bounds bounds) {
        if (media.width() <= 0 || media.height() <= 0) {
            return new Size(media.width(), media.height());
        }
        var frame = Frame.of(media, edit);
        return nearest(frame.times(scale(frame, bounds, edit.enlarges())), bounds);
    }

    boolean is(Media media) {
        return width == media.width() && height == media.height();
    }

    private record Frame(double width, double height) {
        static Frame of(Media media, Edit edit) {
            double width = media.width();
            double height = media.height();
            var crop = edit.crop();
            if (crop != null) {
                width *= crop.width();
                height *= crop.height();
            }
            var pad = edit.pad();
            if (pad == null) {
                return new Frame(width, height);
            }
            return pad.aspect() > width / height
                    ? new Frame(height * pad.aspect(), height)
                    : new Frame(width, width / pad.aspect());
        }

        Frame times(double scale) {
            return new Frame(width * scale, height * scale);
        }

        double off(Size size) {
            return Math.abs(size.width - width) / width + Math.abs(size.height - height) / height;
        }
    }

    private static double scale(Frame frame, Bounds bounds, boolean enlarge) {
        var sides = bounds.sides;
        double larger = Math.max(sides.minWidth() / frame.width, sides.minHeight() / frame.height);
        if (enlarge && larger > 1) {
            return Math.min(larger, MOST_LARGER);
        }
        double smaller = Math.min(1, Math.min(sides.maxWidth() / frame.width, sides.maxHeight() / frame.height));
        if (bounds.maxSum > 0) {
            smaller = Math.min(smaller, bounds.maxSum / (frame.width + frame.height));
        }
        return sides.maxPixels() == 0
                ? smaller
                : Math.min(smaller, Math.sqrt(sides.maxPixels() / (frame.width * frame.height)));
    }

    /** Whole pixels, rounded so that a picture at the edge of what is allowed does not fall over it. */
    private static Size nearest(Frame frame, Bounds bounds) {
        var best = new Size(floor(frame.width, bounds.step), floor(frame.height, bounds.step));
        for (int width = best.width; width <= best.width + bounds.step; width += bounds.step) {
            for (int height = floor(frame.height, bounds.step);
                    height <= frame.height + bounds.step;
                    height += bounds.step) {
                var size = new Size(width, height);
                if (bounds.hold(width, height) && better(size, best, frame, bounds.aspect)) {
                    best = size;
                }
            }
        }
        return best;
    }

    private static boolean better(Size size, Size than, Frame frame, Range aspect) {
        boolean fits = aspect.has((double) size.width / size.height);
        boolean fitted = aspect.has((double) than.width / than.height);
        return fits == fitted ? frame.off(size) < frame.off(than) : fits;
    }

    private static int floor(double side, int step) {
        return Math.max(step, (int) Math.floor(side / step + SLACK) * step);
    }
}
