package planner.vips;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import planner.vips.Image.Studio;
import planner.vips.Request.Format;
import planner.vips.Request.Frame;
import planner.vips.Request.Look;
import planner.vips.Request.Make;

/** Does what a request asks for. */
final class Darkroom {
    private static final int CMYK = 15;
    private static final int GRAY = 1;
    private static final int GRAY_OF_16_BITS = 26;
    private static final double BLACK = 0;
    private static final double WHITE = 255;
    /** A frame of the picture itself is blurred this small: cheap, and as soft. */
    private static final int BLUR_SHARE = 8;

    private static final double BLUR_SIGMA = 5;
    private static final double DIMMED = 0.85;
    private static final long ANYTHING = Long.MAX_VALUE;
    /** Where in an ICC profile stands what its numbers mean: RGB, GRAY, CMYK. */
    private static final int SPACE_OF_A_PROFILE = 16;
    /** Pixels of all frames of an animation together. */
    private static final long MOST_ANIMATED = 300_000_000L;

    private final Vips vips;

    Darkroom(Vips vips) {
        this.vips = vips;
    }

    Answer look(Look request) throws IOException {
        try (var studio = new Studio(vips)) {
            var head = studio.open(request.file(), "");
            boolean lies = head.orientation() >= 5;
            int width = lies ? head.pageHeight() : head.width();
            int height = lies ? head.width() : head.pageHeight();
            if (Math.max(width, height) > request.longestSide() || (long) width * height > request.mostPixels()) {
                return new Answer.Failed(Answer.Why.HUGE, width + " × " + height);
            }
            var small = shown(studio, small(request, width, height), head).inMemory();
            small.onWhiteIfSeeThrough().write(request.to(), Format.JPEG, Fit.A_SMALL_PICTURE, ANYTHING);
            return new Answer.Seen(
                    width,
                    height,
                    head.pages(),
                    small.seeThrough(),
                    colour(head, request.profile()),
                    head.orientation() > 1,
                    saysMoreThanOrientation(head) || head.has("xmp-data") || head.has("iptc-data"));
        }
    }

    private static Make small(Look it, int width, int height) {
        double scale = Math.min(1.0, (double) it.side() / Math.max(width, height));
        return new Make(
                it.file(),
                it.to(),
                Format.JPEG,
                Math.max(1, (int) Math.round(width * scale)),
                Math.max(1, (int) Math.round(height * scale)),
                ANYTHING,
                0,
                0,
                1,
                1,
                Frame.NONE,
                false,
                it.profile());
    }

    /** An orientation alone says nothing about anybody; it is the only field of EXIF that is written so short. */
    private static boolean saysMoreThanOrientation(Image image) {
        int orientationAlone = 40;
        return image.field("exif-data").length() > orientationAlone;
    }

    private static Answer.Colour colour(Image image, String beside) throws IOException {
        return switch (image.interpretation()) {
            case CMYK -> Answer.Colour.CMYK;
            case GRAY, GRAY_OF_16_BITS -> Answer.Colour.GRAY;
            default -> {
                var own = image.field("icc-profile-data");
                boolean usual = own.isEmpty() ? beside.isEmpty() || usual(read(beside)) : usual(own);
                yield usual ? Answer.Colour.SRGB : Answer.Colour.WIDE;
            }
        };
    }

    private static String read(String profile) throws IOException {
        var file = Path.of(profile);
        return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : profile;
    }

    /** By the name it has in the profile, whatever its letters are written in; there is a linear one as well. */
    private static boolean usual(String profile) {
        var letters = profile.replace("\0", "");
        return letters.contains("sRGB") && !letters.contains("inear");
    }

    Answer make(Make request) throws IOException {
        try (var studio = new Studio(vips)) {
            return request.animated() ? animation(studio, request) : still(studio, request);
        }
    }

    private Answer still(Studio studio, Make request) throws IOException {
        var head = studio.open(request.file(), "");
        var fit = new Fit(request);
        // mostly the first try is small enough: then it is written while it is still being read
        var image = finished(studio, request, head);
        if (fit.first(image)) {
            return new Answer.Made(image.width(), image.height());
        }
        return fit.smaller(finished(studio, request, head).inMemory());
    }

    private static Image finished(Studio studio, Make request, Image head) throws IOException {
        var shown = shown(studio, request, head);
        return request.format() == Format.JPEG ? shown.onWhiteIfSeeThrough() : shown;
    }

    /** As it is seen, with eight bits, in the size and the frame that are wanted. */
    private static Image shown(Studio studio, Make request, Image head) throws IOException {
        boolean turned = head.orientation() > 1;
        var options = (turned ? "[fail_on=truncated" : "[access=sequential,fail_on=truncated")
                + (isJpeg(request.file()) ? ",shrink=" + shrink(head, request, turned) : "") + "]";
        var stored = studio.open(request.file(), options);
        var upright = turned ? stored.upright() : stored;
        return switch (colour(head, request.profile())) {
            case SRGB -> made(upright.inSrgb(), request);
            case GRAY -> made(ofGray(upright), request);
            case CMYK -> made(upright.converted("cmyk"), request);
            case WIDE -> wide(upright, request);
        };
    }

    /** What cannot be reckoned with in eight bits is brought into sRGB at once; the rest when there is less of it. */
    private static Image wide(Image image, Make request) {
        var profile = request.profile().isEmpty() ? "srgb" : request.profile();
        return image.ofEightBits() ? made(image, request).converted(profile) : made(image.converted(profile), request);
    }

    private static Image ofGray(Image image) {
        return image.field("icc-profile-data").startsWith("GRAY", SPACE_OF_A_PROFILE)
                ? image.converted("srgb")
                : image.inSrgb();
    }

    private static boolean isJpeg(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
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
            case BLUR -> ground(whole, width, height).with(whole.onWhiteIfSeeThrough(), left, top);
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
        return image.onWhiteIfSeeThrough()
                .piece((image.width() - pieceWidth) / 2, (image.height() - pieceHeight) / 2, pieceWidth, pieceHeight)
                .sized(Math.max(1, width / BLUR_SHARE), Math.max(1, height / BLUR_SHARE))
                .blurred(BLUR_SIGMA)
                .darker(DIMMED)
                .sized(width, height);
    }

    private Answer animation(Studio studio, Make request) throws IOException {
        var all = studio.open(request.file(), "[n=-1]");
        long most = Math.max((long) all.width() * all.pageHeight(), (long) request.width() * request.height());
        if (all.pages() * most > MOST_ANIMATED) {
            return new Answer.Failed(Answer.Why.TOO_LARGE, all.pages() + " frames");
        }
        return new Fit(request).animation((width, height) -> {
            var frames = new ArrayList<Image>();
            for (int i = 0; i < all.pages(); i++) {
                var frame = all.piece(0, i * all.pageHeight(), all.width(), all.pageHeight());
                frames.add(made(frame.inSrgb(), Fit.sized(request, width, height)));
            }
            var joined = studio.joined(frames);
            joined.setPageHeight(height);
            return joined;
        });
    }
}
