package planner.media;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Walks the chunks of a WebP: first to see what stays, as its length stands before it. */
final class NamelessWebp {
    private static final Set<String> SHOWN = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final int HEAD = 12;
    private static final int CHUNK = 8;
    /** Of the flags of a VP8X chunk. */
    private static final int HAS_EXIF = 0x08;

    private static final int HAS_XMP = 0x04;
    private static final int MOST_CHUNKS = 100_000;
    private static final int MOST_EXIF = 256 * 1024;

    /** @param filled its length with the byte that makes it even */
    private record Chunk(String name, long at, long length, long filled) {}

    private final RandomAccessFile in;
    private final List<Chunk> kept = new ArrayList<>();
    private byte[] exif = new byte[0];
    private boolean less;

    private NamelessWebp(RandomAccessFile in) {
        this.in = in;
    }

    static boolean copy(Path file, OutputStream out) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var walk = new NamelessWebp(in);
            walk.choose();
            walk.write(out);
            return walk.less;
        }
    }

    private void choose() throws IOException {
        long end = Math.min(CHUNK + Integer.toUnsignedLong(read(4, 4).getInt()), in.length());
        less = end < in.length();
        for (long at = HEAD; at + CHUNK <= end; ) {
            var head = read(at, CHUNK);
            var name = StandardCharsets.ISO_8859_1.decode(head.slice(0, 4)).toString();
            long length = Integer.toUnsignedLong(head.getInt(4));
            if (at + CHUNK + length > in.length() || kept.size() > MOST_CHUNKS) {
                throw new Maker.Unmakable("damaged");
            }
            long filled = Math.min(length + (length & 1), in.length() - at - CHUNK);
            if (SHOWN.contains(name)) {
                kept.add(new Chunk(name, at, length, filled));
            } else {
                less |= !name.equals("EXIF") || length > MOST_EXIF || !orientation(read(at + CHUNK, (int) length));
            }
            at += CHUNK + filled;
        }
        if (kept.isEmpty()) {
            throw new Maker.Unmakable("damaged");
        }
    }

    /** @return whether it is all there is */
    private boolean orientation(ByteBuffer chunk) {
        boolean alone = Exif.orientationAlone(chunk.array());
        int orientation = Exif.ofTiff(chunk.array());
        if (alone || orientation != Exif.UPRIGHT) {
            exif = alone ? chunk.array() : Exif.tiff(orientation);
        }
        return alone;
    }

    private void write(OutputStream out) throws IOException {
        long body = kept.stream().mapToLong(chunk -> CHUNK + chunk.filled).sum()
                + (exif.length == 0 ? 0 : CHUNK + exif.length);
        out.write(head("RIFF", 4 + body));
        out.write("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        for (var chunk : kept) {
            out.write(head(chunk.name, chunk.length));
            in.seek(chunk.at + CHUNK);
            long left = chunk.filled;
            if (chunk.name.equals("VP8X") && left > 0) {
                int flags = in.readUnsignedByte() & ~HAS_XMP;
                out.write(exif.length == 0 ? flags & ~HAS_EXIF : flags | HAS_EXIF);
                left--;
            }
            Nameless.copy(Channels.newInputStream(in.getChannel()), out, left);
        }
        if (exif.length > 0) {
            out.write(head("EXIF", exif.length));
            out.write(exif);
        }
    }

    private static byte[] head(String name, long length) {
        return ByteBuffer.allocate(CHUNK)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .putInt((int) length)
                .array();
    }

    private ByteBuffer read(long at, int length) throws IOException {
        var bytes = new byte[length];
        in.seek(at);
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
