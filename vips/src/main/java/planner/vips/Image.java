package planner.vips;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A picture of libvips. Each change gives another one; all of a {@link Studio} go together. */
final class Image {
    private static final int SRGB = 22;
    private static final int FORCE = 3;
    private static final int BYTE = 0;
    private static final int BACKGROUND = 5;
    private static final double OPAQUE = 255;

    private final Vips vips;
    private final Studio studio;
    private final MemorySegment image;

    private Image(Studio studio, MemorySegment image) {
        this.vips = studio.vips;
        this.studio = studio;
        this.image = image;
    }

    /** Keeps what was made for one request, to give it back. */
    static final class Studio implements AutoCloseable {
        final Vips vips;
        final Arena arena = Arena.ofConfined();
        private final List<MemorySegment> images = new ArrayList<>();

        Studio(Vips vips) {
            this.vips = vips;
        }

        /** @param options as libvips reads them behind a file name: {@code [n=-1]} */
        Image open(Path file, String options) {
            var image = vips.variadicPointer("vips_image_new_from_file", 1, text(file + options), Vips.END);
            if (image.equals(MemorySegment.NULL)) {
                throw new VipsException("open: " + vips.trouble());
            }
            return keep(image);
        }

        /** One below the other. */
        Image joined(List<Image> frames) {
            var array = arena.allocate(ValueLayout.ADDRESS, frames.size());
            for (int i = 0; i < frames.size(); i++) {
                array.setAtIndex(ValueLayout.ADDRESS, i, frames.get(i).image);
            }
            var to = out();
            vips.must("vips_arrayjoin", 3, array, to, frames.size(), text("across"), 1, Vips.END);
            return keep(to.get(ValueLayout.ADDRESS, 0));
        }

        private Image keep(MemorySegment image) {
            images.add(image);
            return new Image(this, image);
        }

        private MemorySegment out() {
            return arena.allocate(ValueLayout.ADDRESS);
        }

        private MemorySegment text(String text) {
            return Vips.text(arena, text);
        }

        @Override
        public void close() {
            for (int i = images.size() - 1; i >= 0; i--) {
                vips.nothing("g_object_unref", images.get(i));
            }
            arena.close();
        }
    }

    int width() {
        return vips.number("vips_image_get_width", image);
    }

    int height() {
        return vips.number("vips_image_get_height", image);
    }

    int pageHeight() {
        return vips.number("vips_image_get_page_height", image);
    }

    int pages() {
        return vips.number("vips_image_get_n_pages", image);
    }

    int orientation() {
        return vips.number("vips_image_get_orientation", image);
    }

    int interpretation() {
        return vips.number("vips_image_get_interpretation", image);
    }

    boolean alpha() {
        return vips.number("vips_image_hasalpha", image) != 0;
    }

    /** Of one number of one pixel. */
    boolean ofEightBits() {
        return vips.number("vips_image_get_format", image) == BYTE;
    }

    /** Whether one can look through it somewhere. */
    boolean seeThrough() {
        if (!alpha()) {
            return false;
        }
        int bands = vips.number("vips_image_get_bands", image);
        var least = studio.arena.allocate(ValueLayout.JAVA_DOUBLE);
        vips.must("vips_min", 2, made("vips_extract_band", 3, bands - 1).image, least, Vips.END);
        return least.get(ValueLayout.JAVA_DOUBLE, 0) < OPAQUE;
    }

    boolean has(String field) {
        return vips.size("vips_image_get_typeof", image, studio.text(field)) != 0;
    }

    /** The bytes of a field as letters, as far as they go; empty when there is none. */
    String field(String name) {
        if (!has(name)) {
            return "";
        }
        var data = studio.out();
        var length = studio.arena.allocate(ValueLayout.JAVA_LONG);
        vips.must("vips_image_get_blob", 4, image, studio.text(name), data, length);
        var bytes = data.get(ValueLayout.ADDRESS, 0).reinterpret(length.get(ValueLayout.JAVA_LONG, 0));
        return new String(bytes.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }

    Image upright() {
        return made("vips_autorot", 2);
    }

    /** From the profile it carries, or from the usual one of its colours. @param usual a name of libvips: srgb, cmyk */
    Image converted(String usual) {
        return made(
                "vips_icc_transform",
                3,
                studio.text("srgb"),
                studio.text("embedded"),
                1,
                studio.text("input_profile"),
                studio.text(usual));
    }

    Image inSrgb() {
        return made("vips_colourspace", 3, SRGB);
    }

    private Image onWhite() {
        return coloured("vips_flatten", 2, new double[] {OPAQUE, OPAQUE, OPAQUE});
    }

    Image piece(int left, int top, int width, int height) {
        return made("vips_extract_area", 6, left, top, width, height);
    }

    /** To exactly this size. */
    Image sized(int width, int height) {
        return made(
                "vips_thumbnail_image",
                3,
                width,
                studio.text("height"),
                height,
                studio.text("size"),
                FORCE,
                studio.text("no_rotate"),
                1);
    }

    Image blurred(double sigma) {
        return made("vips_gaussblur", 3, sigma);
    }

    Image darker(double share) {
        return made("vips_linear1", 4, share, 0.0).bytes();
    }

    private Image bytes() {
        return made("vips_cast", 3, BYTE);
    }

    Image onWhiteIfSeeThrough() {
        return alpha() ? onWhite() : this;
    }

    /** @param light of what is around it: 0 = black, 255 = white; one cannot look through it */
    Image framed(int left, int top, int width, int height, double light) {
        var colour = alpha() ? new double[] {light, light, light, OPAQUE} : new double[] {light, light, light};
        return coloured("vips_embed", 6, colour, left, top, width, height, studio.text("extend"), BACKGROUND);
    }

    Image with(Image over, int left, int top) {
        var to = studio.out();
        vips.must("vips_insert", 5, image, over.image, to, left, top, Vips.END);
        return studio.keep(to.get(ValueLayout.ADDRESS, 0));
    }

    /** Decoded, so that it can be written more than once. */
    Image inMemory() {
        var copy = vips.pointer("vips_image_copy_memory", image);
        if (copy.equals(MemorySegment.NULL)) {
            throw new VipsException("decode: " + vips.trouble());
        }
        return studio.keep(copy);
    }

    /** Frames of this height, one below the other; what is said about them stays. */
    void setPageHeight(int height) {
        vips.nothing("vips_image_set_int", image, studio.text("page-height"), height);
    }

    /**
     * @param options what libvips reads behind a file name: {@code [Q=85]}
     * @return bytes that were written; {@code to} is only touched when they are not more than {@code most}
     */
    long write(Path to, Request.Format format, String options, long most) throws IOException {
        var part = format.part(to);
        try {
            vips.must("vips_image_write_to_file", 2, image, studio.text(part + options), Vips.END);
            long bytes = Files.size(part);
            if (bytes <= most) {
                Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
            }
            return bytes;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** With {@code background} as the last of its arguments. */
    private Image coloured(String function, int fixed, double[] background, Object... arguments) {
        var values = studio.arena.allocateFrom(ValueLayout.JAVA_DOUBLE, background);
        var array = vips.pointer("vips_array_double_new", values, background.length);
        try {
            var all = Arrays.copyOf(arguments, arguments.length + 2);
            all[arguments.length] = studio.text("background");
            all[arguments.length + 1] = array;
            return made(function, fixed, all);
        } finally {
            vips.nothing("vips_area_unref", array);
        }
    }

    private Image made(String function, int fixed, Object... arguments) {
        var to = studio.out();
        var all = new Object[arguments.length + 3];
        all[0] = image;
        all[1] = to;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[all.length - 1] = Vips.END;
        vips.must(function, fixed, all);
        return studio.keep(to.get(ValueLayout.ADDRESS, 0));
    }
}
