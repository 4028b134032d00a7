package planner.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Puts the first frame of an HEVC film into the boxes of a still (ISO/IEC 23008-12). */
final class Heif {
    private Heif() {}

    static byte[] of(byte[] film, int width, int height) {
        return of(film, width, height, new byte[0], -1);
    }

    /**
     * @param profile an ICC profile; empty for none
     * @param quarters how often it is to be turned to the left to be seen upright; -1 = not said
     */
    static byte[] of(byte[] film, int width, int height, byte[] profile, int quarters) {
        var properties = new ArrayList<>(List.of(boxed(film, "hvcC"), size(width, height)));
        var own = new ArrayList<>(List.of(0x81, 2));
        if (profile.length > 0) {
            properties.add(colours(profile));
            own.add(properties.size());
        }
        if (quarters >= 0) {
            properties.add(box("irot", new byte[] {(byte) quarters}));
            own.add(0x80 | properties.size());
        }
        var item = item(1, 0, "hvc1");
        var entries = full("iinf", shorts(1), item);
        var map = full("ipma", ints(1), shorts(1), associated(own));
        return file(1, new byte[0], entries, properties, map, List.of(firstSample(film)));
    }

    /** As phones write it: the picture lies in tiles, and what is seen is put together of them. */
    static byte[] tiled(byte[] film, int side, int columns, int rows, byte[] profile) {
        int count = columns * rows;
        int grid = count + 1;
        int width = side * columns;
        int height = side * rows;
        var properties = List.of(boxed(film, "hvcC"), size(side, side), size(width, height), colours(profile));
        var items = new ArrayList<byte[]>();
        var map = new ArrayList<byte[]>();
        var samples = new ArrayList<byte[]>();
        for (int tile = 1; tile <= count; tile++) {
            items.add(item(tile, 1, "hvc1"));
            map.add(joined(shorts(tile), associated(List.of(0x81, 2, 4))));
            samples.add(firstSample(film));
        }
        items.add(item(grid, 0, "grid"));
        map.add(joined(shorts(grid), associated(List.of(3, 4))));
        samples.add(joined(new byte[] {0, 0, (byte) (rows - 1), (byte) (columns - 1)}, shorts(width, height)));
        var tiles = ByteBuffer.allocate(2 * count);
        IntStream.rangeClosed(1, count).forEach(tile -> tiles.putShort((short) tile));
        var references = full("iref", box("dimg", shorts(grid, count), tiles.array()));
        var entries = full("iinf", shorts(items.size()), joined(items.toArray(byte[][]::new)));
        var all = full("ipma", ints(map.size()), joined(map.toArray(byte[][]::new)));
        return file(grid, references, entries, properties, all, samples);
    }

    private static byte[] file(
            int primary, byte[] references, byte[] entries, List<byte[]> properties, byte[] map, List<byte[]> samples) {
        var type = box(
                "ftyp",
                "heic".getBytes(StandardCharsets.US_ASCII),
                ints(0),
                "mif1heic".getBytes(StandardCharsets.US_ASCII));
        var handler = full("hdlr", ints(0), "pict".getBytes(StandardCharsets.US_ASCII), ints(0, 0, 0), new byte[1]);
        var first = full("pitm", shorts(primary));
        var like = box("iprp", box("ipco", properties.toArray(byte[][]::new)), map);
        // where the samples lie is known when everything before them is: their own box has a fixed size
        var meta = full("meta", handler, first, location(0, samples), entries, references, like);
        int before = type.length + meta.length + 8;
        meta = full("meta", handler, first, location(before, samples), entries, references, like);
        return joined(type, meta, box("mdat", samples.toArray(byte[][]::new)));
    }

    private static byte[] size(int width, int height) {
        return full("ispe", ints(width, height));
    }

    private static byte[] colours(byte[] profile) {
        return box("colr", "prof".getBytes(StandardCharsets.US_ASCII), profile);
    }

    private static byte[] item(int id, int hidden, String kind) {
        return box(
                "infe", ints(2 << 24 | hidden), shorts(id, 0), kind.getBytes(StandardCharsets.US_ASCII), new byte[1]);
    }

    private static byte[] associated(List<Integer> properties) {
        var out = new byte[properties.size() + 1];
        out[0] = (byte) properties.size();
        for (int i = 0; i < properties.size(); i++) {
            out[i + 1] = properties.get(i).byteValue();
        }
        return out;
    }

    private static byte[] location(int at, List<byte[]> samples) {
        var all = new ArrayList<byte[]>();
        int next = at;
        for (int i = 0; i < samples.size(); i++) {
            all.add(joined(shorts(i + 1, 0, 1), ints(next, samples.get(i).length)));
            next += samples.get(i).length;
        }
        return full("iloc", new byte[] {0x44, 0}, shorts(samples.size()), joined(all.toArray(byte[][]::new)));
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
        return box(name, ints(0), joined(content));
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
