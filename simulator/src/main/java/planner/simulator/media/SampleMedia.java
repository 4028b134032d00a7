package planner.simulator.media;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;

/** Files with exactly the facts a test asks for: real pictures, and videos whose headers are true and whose frames are noise. */
public final class SampleMedia {
    private static final int UNITS = 90_000;

    private SampleMedia() {}

    public static byte[] jpeg(int width, int height) {
        return picture("jpeg", width, height);
    }

    public static byte[] png(int width, int height) {
        return picture("png", width, height);
    }

    /** A loop whose frames are a dot in the corner of a large screen. */
    public static byte[] gif(int width, int height, int frames) {
        byte[] sides = {(byte) width, (byte) (width >> 8), (byte) height, (byte) (height >> 8), 0, 0, 0};
        byte[] pause = {0x21, (byte) 0xf9, 4, 0, 10, 0, 0, 0};
        byte[] place = {0x2c, 0, 0, 0, 0, 1, 0, 1, 0, (byte) 0x80};
        byte[] dot = {0, 0, 0, -1, -1, -1, 2, 2, 0x44, 1, 0};
        byte[] frame = join(List.of(pause, place, dot));
        return join(List.of(ascii("GIF89a"), sides, join(Collections.nCopies(frames, frame)), new byte[] {0x3b}));
    }

    /** H.264 in MP4 with sound, index first. */
    public static byte[] mp4(int width, int height, Duration length) {
        return mp4(width, height, length, 30, "avc1", 0);
    }

    /**
     * @param sample the four letters of the codec: avc1, hvc1, mp4v …
     * @param bytes the size of the whole file, if larger than its headers
     */
    public static byte[] mp4(int width, int height, Duration length, int fps, String sample, int bytes) {
        return mp4(width, height, length, fps, sample, true, bytes);
    }

    /** H.264 in MP4 without sound. */
    public static byte[] silent(int width, int height, Duration length, int bytes) {
        return mp4(width, height, length, 30, "avc1", false, bytes);
    }

    private static byte[] mp4(
            int width, int height, Duration length, int fps, String sample, boolean sound, int bytes) {
        var heard = sound ? SampleFilm.USUAL_SOUND : SampleFilm.SILENCE;
        return mp4(new SampleFilm(width, height, length, fps, sample, heard, SampleFilm.UNTOLD, true, bytes));
    }

    /** With whatever a test wants to be wrong with it. */
    public static byte[] mp4(SampleFilm film) {
        long units = film.length().toMillis() * UNITS / 1000;
        int frames = (int) (film.length().toMillis() * film.fps() / 1000);
        byte[] movie = box(
                "moov",
                join(List.of(
                        movieHead(units),
                        track("vide", film.sample(), film.colours(), film.width(), film.height(), units, frames),
                        film.sound().sample().isEmpty()
                                ? new byte[0]
                                : track(
                                        "soun",
                                        film.sound().sample(),
                                        film.sound().entry(),
                                        0,
                                        0,
                                        units,
                                        frames))));
        byte[] kind = box("ftyp", join(List.of(ascii("isom"), ints(512), ascii("isomavc1"))));
        int rest = Math.max(16, film.bytes() - kind.length - movie.length - 8);
        byte[] pictures = box("mdat", new byte[rest]);
        return join(film.indexFirst() ? List.of(kind, movie, pictures) : List.of(kind, pictures, movie));
    }

    private static byte[] picture(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0x1f6f78), width, height, new Color(0xf2c14e)));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] movieHead(long units) {
        return box("mvhd", join(List.of(ints(0, 0, 0, UNITS, (int) units), new byte[80])));
    }

    /** @param configuration what the entry says of its codec */
    private static byte[] track(
            String handler, String sample, byte[] configuration, int width, int height, long units, int frames) {
        byte[] matrix = ints(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
        byte[] head = box(
                "tkhd",
                join(List.of(ints(7, 0, 0, 1, 0, (int) units, 0, 0, 0, 0), matrix, ints(width << 16, height << 16))));
        byte[] media = box("mdhd", ints(0, 0, 0, UNITS, (int) units, 0));
        byte[] kind = box("hdlr", join(List.of(ints(0, 0), ascii(handler), new byte[13])));
        byte[] facts = configuration.length > 0 && handler.equals("soun")
                ? configuration
                : join(List.of(new byte[24], ints(width << 16 | height), new byte[50], configuration));
        byte[] entry = box(sample, facts);
        byte[] table = box(
                "stbl",
                join(List.of(
                        box("stsd", join(List.of(ints(0, 1), entry))),
                        box("stts", ints(0, 1, frames, frames == 0 ? 0 : (int) (units / frames))))));
        return box("trak", join(List.of(head, box("mdia", join(List.of(media, kind, box("minf", table)))))));
    }

    static byte[] box(String name, byte[] body) {
        return join(List.of(ints(body.length + 8), ascii(name), body));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] ints(int... values) {
        var out = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(out)) {
            for (int value : values) {
                data.writeInt(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] join(List<byte[]> parts) {
        var out = new ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
