package planner.vips;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import planner.vips.Request.Make;

/** Writes a picture so that it has no more bytes than are wanted: quality gives way first, then size. */
final class Fit {
    static final String A_SMALL_PICTURE = "[Q=82,keep=none]";

    private static final int BEST = 88;
    private static final int POOREST = 40;
    private static final int STEP = 4;
    /** What costs little. The rest of what mozjpeg can do is for pictures that must become smaller. */
    private static final String JPEG = ",keep=none,optimize_coding=true,interlace=true";

    private static final String SMALLER_JPEG =
            JPEG + ",trellis_quant=true,overshoot_deringing=true,optimize_scans=true";
    /** How much smaller each side becomes at a time, at least and at most. */
    private static final double LEAST_STEP = 0.85;

    private static final double MOST_STEP = 0.5;
    /** Bytes do not quite go with the area. */
    private static final double AIM = 0.95;
    /** Of each side at least so much stays. */
    private static final double SMALLEST = 0.2;

    private final Make request;

    Fit(Make request) {
        this.request = request;
    }

    /** In the best quality; it may be read only once. @return false when that is too large */
    boolean first(Image image) throws IOException {
        return fits(image, best());
    }

    /** @param image in memory, and too large in the best quality */
    Answer smaller(Image image) throws IOException {
        double scale = 1;
        while (true) {
            var sized = scale == 1 ? image : image.sized(scaled(image.width(), scale), scaled(image.height(), scale));
            var poorest = poorer().getLast();
            long bytes = written(sized, poorest);
            if (bytes <= request.maxBytes()) {
                improve(sized);
                return new Answer.Made(sized.width(), sized.height());
            }
            if (scale == SMALLEST) {
                return tooLarge(bytes);
            }
            scale = next(scale, bytes);
        }
    }

    /** The best of the qualities that is small enough, given that the poorest is. */
    private void improve(Image image) throws IOException {
        var qualities = poorer();
        int better = 0;
        int good = qualities.size() - 1;
        while (better < good) {
            int middle = (better + good) / 2;
            // what is too large leaves the one before in its place
            if (fits(image, qualities.get(middle))) {
                good = middle;
            } else {
                better = middle + 1;
            }
        }
    }

    /** Frames one below the other, in a size. */
    interface Frames {
        Image sized(int width, int height);
    }

    Answer animation(Frames frames) throws IOException {
        double scale = 1;
        while (true) {
            int width = scaled(request.width(), scale);
            int height = scaled(request.height(), scale);
            long bytes = written(frames.sized(width, height), scale == 1 ? best() : poorer().getLast());
            if (bytes <= request.maxBytes()) {
                return new Answer.Made(width, height);
            }
            if (scale == SMALLEST) {
                return tooLarge(bytes);
            }
            scale = next(scale, bytes);
        }
    }

    static Make sized(Make it, int width, int height) {
        return new Make(
                it.file(),
                it.to(),
                it.format(),
                width,
                height,
                it.maxBytes(),
                it.cropX(),
                it.cropY(),
                it.cropWidth(),
                it.cropHeight(),
                it.frame(),
                it.animated(),
                it.profile());
    }

    private double next(double scale, long bytes) {
        double wanted = Math.sqrt((double) request.maxBytes() / bytes) * AIM;
        return Math.max(SMALLEST, scale * Math.clamp(wanted, MOST_STEP, LEAST_STEP));
    }

    private static int scaled(int side, double scale) {
        return Math.max(1, (int) Math.round(side * scale));
    }

    private boolean fits(Image image, String options) throws IOException {
        return written(image, options) <= request.maxBytes();
    }

    private long written(Image image, String options) throws IOException {
        return image.write(request.to(), request.format(), options, request.maxBytes());
    }

    private String best() {
        return switch (request.format()) {
            case JPEG -> "[Q=" + BEST + JPEG + "]";
            case WEBP -> "[Q=" + BEST + ",keep=none]";
            case PNG, GIF -> "[keep=none]";
        };
    }

    /** The better ones first. */
    private List<String> poorer() {
        return switch (request.format()) {
            case JPEG -> qualities(SMALLER_JPEG);
            case WEBP -> qualities(",keep=none");
            case PNG -> List.of("[keep=none,palette=true,Q=90]", "[keep=none,palette=true,Q=60]");
            // pixels that change only a little stay as they were in the frame before
            case GIF -> List.of("[keep=none,interframe_maxerror=8]");
        };
    }

    private static List<String> qualities(String more) {
        return IntStream.iterate(BEST, quality -> quality >= POOREST, quality -> quality - STEP)
                .mapToObj(quality -> "[Q=" + quality + more + "]")
                .toList();
    }

    private Answer tooLarge(long bytes) throws IOException {
        Files.deleteIfExists(request.to());
        return new Answer.Failed(Answer.Why.TOO_LARGE, bytes + " bytes, " + request.maxBytes() + " at most");
    }
}
