package planner.vips;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import planner.vips.Image.Studio;
import planner.vips.Request.Format;
import planner.vips.Request.Frame;
import planner.vips.Request.Make;

/** Does what a request asks for. */
final class Darkroom {
    private static final int CMYK = 15;
    private static final int GRAY = 1;
    private static final int GRAY_OF_16_BITS = 26;
    private static final int BLACK = 0;
    private static final int WHITE = 4;
    /** A frame of the picture itself is blurred this small: cheap, and as soft. */
    private static final int BLUR_SHARE = 8;

    private static final double BLUR_SIGMA = 5;
    private static final double DIMMED = 0.85;
    private static final int[] QUALITIES = {88, 80, 72, 64, 56, 48, 40};
    private static final double SMALLER = 0.85;
    private static final int MOST_SMALLER = 10;
    /** Pixels of all frames of an animation together. */
    private static final long MOST_ANIMATED = 400_000_000L;

    private final Vips vips;

    Darkroom(Vips vips) {
        this.vips = vips;
    }

    Answer look(Request.Look request) {
        try (var studio = new Studio(vips)) {
            var image = studio.open(request.file(), "");
            boolean lies = image.orientation() >= 5;
            int height = image.pageHeight();
            return new Answer.Seen(
                    lies ? height : image.width(),
                    lies ? image.width() : height,
                    image.pages(),
                    image.alpha(),
                    colour(image),
                    image.orientation() > 1,
                    image.has("exif-data") && saysMoreThanOrientation(image)
                            || image.has("xmp-data")
                            || image.has("iptc-data"));
        }
    }

    /** An orientation alone says nothing about anybody; it is the only field of EXIF that is written so short. */
    private static boolean saysMoreThanOrientation(Image image) {
        int orientationAlone = 40;
        return image.field("exif-data").length() > orientationAlone;
    }

    private static Answer.Colour colour(Image image) {
        return switch (image.interpretation()) {
            case CMYK -> Answer.Colour.CMYK;
            case GRAY, GRAY_OF_16_BITS -> Answer.Colour.GRAY;
            default -> {
                var profile = image.field("icc-profile-data").replace("\0", "");
                yield profile.isEmpty() || profile.contains("sRGB") ? Answer.Colour.SRGB : Answer.Colour.WIDE;
            }
        };
    }

    Answer make(Make request) throws IOException {
        try (var studio = new Studio(vips)) {
            return request.animated() ? animation(studio, request) : still(studio, request);
        }
    }

    private Answer still(Studio studio, Make request) throws IOException {
        var head = studio.open(request.file(), "");
        boolean turned = head.orientation() > 1;
        var options = (turned ? "[fail_on=truncated" : "[access=sequential,fail_on=truncated")
                + (isJpeg(request) ? ",shrink=" + shrink(head, request, turned) : "") + "]";
        // mostly the first try is small enough: then it is written while it is still being read
        var image = opened(studio, request, options);
        if (fits(image, request, tries(request.format()).getFirst())) {
            return new Answer.Made(image.width(), image.height());
        }
        return write(opened(studio, request, options).inMemory(), request);
    }

    private static Image opened(Studio studio, Make request, String options) {
        return made(ready(studio.open(request.file(), options), request.format()), request);
    }

    private static boolean fits(Image image, Make request, String options) throws IOException {
        image.write(request.to(), options);
        return Files.size(request.to()) <= request.maxBytes();
    }

    private static boolean isJpeg(Make request) throws IOException {
        try (var in = Files.newInputStream(request.file())) {
            return in.read() == 0xff && in.read() == 0xd8;
        }
    }

    /** How much of it the decoder may leave out: half, a quarter or an eighth of each side, never too much. */
    private static int shrink(Image head, Make request, boolean turned) {
        boolean lies = turned && head.orientation() >= 5;
        double width = (lies ? head.height() : head.width()) * request.cropWidth();
        double height = (lies ? head.width() : head.height()) * request.cropHeight();
        double larger = request.frame() == Frame.NONE
                ? Math.min(width / request.width(), height / request.height())
                : Math.max(width / request.width(), height / request.height());
        return larger >= 8 ? 8 : larger >= 4 ? 4 : larger >= 2 ? 2 : 1;
    }

    /** Upright, in sRGB with eight bits. */
    private static Image ready(Image image, Format format) {
        var upright = image.orientation() > 1 ? image.upright() : image;
        var colour = colour(upright);
        var srgb = switch (colour) {
            case CMYK -> upright.converted("cmyk");
            case WIDE -> upright.converted("srgb");
            case SRGB, GRAY -> upright.inSrgb();
        };
        return format == Format.JPEG && srgb.alpha() ? srgb.onWhite() : srgb;
    }

    private static Image made(Image image, Make request) {
        var piece = piece(image, request);
        int width = request.width();
        int height = request.height();
        if (request.frame() == Frame.NONE) {
            return piece.sized(width, height);
        }
        double scale = Math.min((double) width / piece.width(), (double) height / piece.height());
        int inWidth = Math.clamp(Math.round(piece.width() * scale), 1, width);
        int inHeight = Math.clamp(Math.round(piece.height() * scale), 1, height);
        // what is to be read twice is decoded once
        var whole =
                request.frame() == Frame.BLUR ? piece.sized(inWidth, inHeight).inMemory() : piece;
        int left = (width - inWidth) / 2;
        int top = (height - inHeight) / 2;
        return switch (request.frame()) {
            case BLUR -> ground(whole, width, height).with(whole.alpha() ? whole.onWhite() : whole, left, top);
            case WHITE -> piece.sized(inWidth, inHeight).framed(left, top, width, height, WHITE);
            case BLACK, NONE -> piece.sized(inWidth, inHeight).framed(left, top, width, height, BLACK);
        };
    }

    private static Image piece(Image image, Make request) {
        int left = Math.clamp(Math.round(image.width() * request.cropX()), 0, image.width() - 1);
        int top = Math.clamp(Math.round(image.height() * request.cropY()), 0, image.height() - 1);
        int width = Math.clamp(Math.round(image.width() * request.cropWidth()), 1, image.width() - left);
        int height = Math.clamp(Math.round(image.height() * request.cropHeight()), 1, image.height() - top);
        boolean all = left == 0 && top == 0 && width == image.width() && height == image.height();
        return all ? image : image.piece(left, top, width, height);
    }

    /** The picture itself, over the whole frame, blurred and a little darker. */
    private static Image ground(Image image, int width, int height) {
        double aspect = (double) width / height;
        int pieceWidth = (int) Math.clamp(Math.round(image.height() * aspect), 1, image.width());
        int pieceHeight = (int) Math.clamp(Math.round(image.width() / aspect), 1, image.height());
        var opaque = image.alpha() ? image.onWhite() : image;
        return opaque.piece(
                        (image.width() - pieceWidth) / 2, (image.height() - pieceHeight) / 2, pieceWidth, pieceHeight)
                .sized(Math.max(1, width / BLUR_SHARE), Math.max(1, height / BLUR_SHARE))
                .blurred(BLUR_SIGMA)
                .darker(DIMMED)
                .sized(width, height);
    }

    private Answer animation(Studio studio, Make request) throws IOException {
        var all = studio.open(request.file(), "[n=-1]");
        int height = all.pageHeight();
        if ((long) all.pages() * request.width() * request.height() > MOST_ANIMATED) {
            return new Answer.Failed(Answer.Why.TOO_LARGE, all.pages() + " frames");
        }
        for (int smaller = 0; smaller <= MOST_SMALLER; smaller++) {
            double scale = Math.pow(SMALLER, smaller);
            var sized = scaled(request, scale);
            var frames = new ArrayList<Image>();
            for (int i = 0; i < all.pages(); i++) {
                frames.add(made(all.piece(0, i * height, all.width(), height).inSrgb(), sized));
            }
            var joined = studio.joined(frames).inMemory();
            joined.setPageHeight(sized.height());
            joined.write(request.to(), "." + ending(request.format()) + "[keep=none]");
            if (Files.size(request.to()) <= request.maxBytes()) {
                return new Answer.Made(sized.width(), sized.height());
            }
        }
        return tooLarge(request);
    }

    private Answer write(Image image, Make request) throws IOException {
        for (int smaller = 0; smaller <= MOST_SMALLER; smaller++) {
            var sized = smaller == 0
                    ? image
                    : image.sized(
                            Math.max(1, (int) Math.round(image.width() * Math.pow(SMALLER, smaller))),
                            Math.max(1, (int) Math.round(image.height() * Math.pow(SMALLER, smaller))));
            for (var options : tries(request.format())) {
                if (fits(sized, request, options)) {
                    return new Answer.Made(sized.width(), sized.height());
                }
            }
        }
        return tooLarge(request);
    }

    private static List<String> tries(Format format) {
        return switch (format) {
            case JPEG -> qualities(".jpg", ",keep=none,optimize_coding=true");
            case WEBP -> qualities(".webp", ",keep=none");
            case PNG -> List.of(".png[keep=none]", ".png[keep=none,palette=true,Q=90]");
            case GIF -> List.of(".gif[keep=none]");
        };
    }

    private static List<String> qualities(String ending, String more) {
        return Arrays.stream(QUALITIES)
                .mapToObj(quality -> ending + "[Q=" + quality + more + "]")
                .toList();
    }

    private static Make scaled(Make it, double scale) {
        return new Make(
                it.file(),
                it.to(),
                it.format(),
                Math.max(1, (int) Math.round(it.width() * scale)),
                Math.max(1, (int) Math.round(it.height() * scale)),
                it.maxBytes(),
                it.cropX(),
                it.cropY(),
                it.cropWidth(),
                it.cropHeight(),
                it.frame(),
                it.animated());
    }

    private static String ending(Format format) {
        return format == Format.WEBP ? "webp" : "gif";
    }

    private static Answer tooLarge(Make request) throws IOException {
        var detail = Files.size(request.to()) + " bytes, " + request.maxBytes() + " at most";
        Files.deleteIfExists(request.to());
        return new Answer.Failed(Answer.Why.TOO_LARGE, detail);
    }
}
