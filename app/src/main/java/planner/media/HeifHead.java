package planner.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What the head of a HEIC or AVIF says of its picture (ISO/IEC 23008-12): how large it is before anybody decodes it, and how
 * its colours are meant, which ffmpeg does not hand on when a picture consists of tiles.
 *
 * @param profile an ICC profile; empty when there is none
 * @param p3 whether its colours are those of Display P3, said without a profile
 */
@SuppressWarnings("ArrayRecordComponent") // it goes from one method to the next
record HeifHead(byte[] profile, boolean p3) {
    private static final HeifHead USUAL = new HeifHead(new byte[0], false);
    private static final int MOST_BOXES = 1_000;
    private static final int MOST_BYTES = 16 << 20;
    /** Of ISO/IEC 23091-2. */
    private static final int PRIMARIES_OF_P3 = 12;

    /** @param from where its content begins */
    private record Box(String name, int from, int to) {}

    /** @throws Unusable when it is larger than we take on, or not built as such a file is */
    static HeifHead read(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            long at = 0;
            for (int i = 0; i < MOST_BOXES && at + 8 <= in.length(); i++) {
                in.seek(at);
                long length = Integer.toUnsignedLong(in.readInt());
                var name = new byte[4];
                in.readFully(name);
                if (new String(name, StandardCharsets.ISO_8859_1).equals("meta")) {
                    return meta(in, length - 8);
                }
                long real = length == 1 ? in.readLong() : length;
                if (real < 8) {
                    break;
                }
                at += real;
            }
            return USUAL;
        } catch (EOFException e) {
            throw Unusable.corrupt("the file ends early");
        }
    }

    private static HeifHead meta(RandomAccessFile in, long length) throws IOException {
        if (length < 4 || length > MOST_BYTES) {
            throw Unusable.corrupt("a head of " + length + " bytes");
        }
        var bytes = new byte[(int) length];
        in.readFully(bytes);
        try {
            return read(ByteBuffer.wrap(bytes));
        } catch (IndexOutOfBoundsException e) {
            throw Unusable.corrupt("a box reaches beyond its own");
        }
    }

    private static HeifHead read(ByteBuffer meta) throws Unusable {
        int primary = -1;
        List<Box> properties = List.of();
        var ofPrimary = new ArrayList<Box>();
        // which is the picture is said before what it is like
        for (var box : boxes(meta, 4, meta.capacity())) {
            if (box.name.equals("pitm")) {
                primary = meta.get(box.from) == 0 ? meta.getShort(box.from + 4) & 0xffff : meta.getInt(box.from + 4);
            }
            if (box.name.equals("iprp")) {
                var inside = boxes(meta, box.from, box.to);
                properties = inside.stream()
                        .filter(it -> it.name.equals("ipco"))
                        .flatMap(it -> boxes(meta, it.from, it.to).stream())
                        .toList();
                for (var map : inside) {
                    if (map.name.equals("ipma")) {
                        ofPrimary.addAll(of(primary, meta, map, properties));
                    }
                }
            }
        }
        for (var size : properties) {
            if (size.name.equals("ispe")) {
                Pixels.check(
                        Integer.toUnsignedLong(meta.getInt(size.from + 4)),
                        Integer.toUnsignedLong(meta.getInt(size.from + 8)));
            }
        }
        ofPrimary.addAll(properties);
        return colours(meta, ofPrimary);
    }

    /** The properties of one item. */
    private static List<Box> of(int item, ByteBuffer meta, Box map, List<Box> properties) {
        boolean longIds = meta.get(map.from) > 0;
        boolean longIndex = (meta.get(map.from + 3) & 1) == 1;
        int at = map.from + 8;
        for (int left = meta.getInt(map.from + 4); left > 0; left--) {
            int id = longIds ? meta.getInt(at) : meta.getShort(at) & 0xffff;
            at += longIds ? 4 : 2;
            int count = meta.get(at++) & 0xff;
            int width = longIndex ? 2 : 1;
            if (id == item) {
                int first = at;
                IntPredicate known = index -> index >= 1 && index <= properties.size();
                return IntStream.range(0, count)
                        .map(i -> longIndex ? meta.getShort(first + 2 * i) & 0x7fff : meta.get(first + i) & 0x7f)
                        .filter(known)
                        .mapToObj(index -> properties.get(index - 1))
                        .toList();
            }
            at += count * width;
        }
        return List.of();
    }

    private static HeifHead colours(ByteBuffer meta, List<Box> properties) {
        boolean p3 = false;
        for (var box : properties) {
            if (!box.name.equals("colr")) {
                continue;
            }
            switch (text(meta, box.from)) {
                case "prof", "rICC" -> {
                    var profile = new byte[box.to - box.from - 4];
                    meta.get(box.from + 4, profile);
                    return new HeifHead(profile, false);
                }
                case "nclx" -> p3 |= meta.getShort(box.from + 4) == PRIMARIES_OF_P3;
                default -> {}
            }
        }
        return new HeifHead(USUAL.profile, p3);
    }

    private static List<Box> boxes(ByteBuffer in, int from, int to) {
        var found = new ArrayList<Box>();
        for (int at = from; at + 8 <= to && found.size() < MOST_BOXES; ) {
            int length = in.getInt(at);
            if (length < 8 || length > to - at) {
                throw new IndexOutOfBoundsException(at);
            }
            found.add(new Box(text(in, at + 4), at + 8, at + length));
            at += length;
        }
        return found;
    }

    private static String text(ByteBuffer in, int at) {
        return StandardCharsets.ISO_8859_1.decode(in.slice(at, 4)).toString();
    }
}
