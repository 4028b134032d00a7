package planner.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts the first frame of an HEVC film into the boxes of a still (ISO/IEC 23008-12). */
final class Heif {
    private Heif() {}

    static byte[] of(byte[] film, int width, int height) {
        var config = boxed(film, "hvcC");
        var frame = firstSample(film);
        var type = box(
                "ftyp",
                "heic".getBytes(StandardCharsets.US_ASCII),
                ints(0),
                "mif1heic".getBytes(StandardCharsets.US_ASCII));
        var handler = full("hdlr", ints(0), "pict".getBytes(StandardCharsets.US_ASCII), ints(0, 0, 0), new byte[1]);
        var primary = full("pitm", shorts(1));
        var entry = fullOf(2, "infe", shorts(1, 0), "hvc1".getBytes(StandardCharsets.US_ASCII), new byte[1]);
        var items = full("iinf", shorts(1), entry);
        var size = full("ispe", ints(width, height));
        var properties = box(
                "iprp", box("ipco", config, size), full("ipma", ints(1), shorts(1), new byte[] {2, (byte) 0x81, 2}));
        // where the frame lies is known when everything before it is: its own box has a fixed size
        int before = type.length + full("meta", handler, primary, items, properties).length + location(0, 0).length + 8;
        var meta = full("meta", handler, primary, location(before, frame.length), items, properties);
        return joined(type, meta, box("mdat", frame));
    }

    private static byte[] location(int at, int length) {
        return full("iloc", new byte[] {0x44, 0}, shorts(1, 1, 0, 1), ints(at, length));
    }

    /** A whole box, wherever it stands. */
    private static byte[] boxed(byte[] film, String name) {
        int at = find(film, name, 0);
        return Arrays.copyOfRange(film, at - 4, at - 4 + ByteBuffer.wrap(film).getInt(at - 4));
    }

    private static byte[] firstSample(byte[] film) {
        int sizes = find(film, "stsz", 0);
        var in = ByteBuffer.wrap(film);
        int same = in.getInt(sizes + 8);
        int length = same == 0 ? in.getInt(sizes + 16) : same;
        int at = in.getInt(find(film, "stco", 0) + 12);
        return Arrays.copyOfRange(film, at, at + length);
    }

    private static int find(byte[] film, String name, int from) {
        int at = new String(film, StandardCharsets.ISO_8859_1).indexOf(name, from);
        if (at < 0) {
            throw new IllegalArgumentException("no " + name);
        }
        return at;
    }

    private static byte[] full(String name, byte[]... content) {
        return fullOf(0, name, content);
    }

    private static byte[] fullOf(int version, String name, byte[]... content) {
        return box(name, ints(version << 24), joined(content));
    }

    private static byte[] box(String name, byte[]... content) {
        var all = joined(content);
        return joined(ints(8 + all.length), name.getBytes(StandardCharsets.US_ASCII), all);
    }

    private static byte[] ints(int... values) {
        var out = ByteBuffer.allocate(4 * values.length);
        Arrays.stream(values).forEach(out::putInt);
        return out.array();
    }

    private static byte[] shorts(int... values) {
        var out = ByteBuffer.allocate(2 * values.length);
        Arrays.stream(values).forEach(value -> out.putShort((short) value));
        return out.array();
    }

    private static byte[] joined(byte[]... parts) {
        var out = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(out::put);
        return out.array();
    }
}
