package planner.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads the chunks of a WebP. */
final class WebpProbe {
    private static final int MOST_FRAMES = 20_000;
    private static final int MOST_EXIF = 256 * 1024;

    private final RandomAccessFile in;
    private int width;
    private int height;
    private int frames;
    private long millis;
    private int orientation = Exif.UPRIGHT;

    private WebpProbe(RandomAccessFile in) {
        this.in = in;
    }

    static Facts probe(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            return new WebpProbe(in).walk();
        }
    }

    private Facts walk() throws IOException {
        long end = 8 + size(read(4, 4), 0);
        if (end > in.length()) {
            throw Unusable.corrupt("the file ends early");
        }
        for (long at = 12; at + 8 <= end; ) {
            var head = read(at, 8);
            long length = size(head, 4);
            if (at + 8 + length > end) {
                throw Unusable.corrupt("a chunk reaches beyond the file");
            }
            chunk(StandardCharsets.ISO_8859_1.decode(head.slice(0, 4)).toString(), at + 8, length);
            at += 8 + length + (length & 1);
        }
        if (width == 0) {
            throw new Unusable(Unusable.Why.NO_PICTURE, "no picture chunk");
        }
        Pixels.check(width, height);
        var type = FileType.WEBP.mime();
        if (frames > 1) {
            return Facts.animation(type, width, height, millis / 1000.0, frames);
        }
        return Exif.swaps(orientation) ? Facts.image(type, height, width) : Facts.image(type, width, height);
    }

    private void chunk(String name, long at, long length) throws IOException {
        switch (name) {
            case "VP8X" -> canvas(read(at, 10));
            case "VP8 " -> lossy(read(at, 10));
            case "VP8L" -> lossless(read(at, 5));
            case "ANMF" -> {
                if (++frames > MOST_FRAMES) {
                    throw new Unusable(Unusable.Why.HUGE, "more than " + MOST_FRAMES + " frames");
                }
                millis += triple(read(at, 16), 12);
            }
            case "EXIF" -> {
                if (length <= MOST_EXIF) {
                    orientation = Exif.ofTiff(read(at, (int) length).array());
                }
            }
            default -> {}
        }
    }

    private void canvas(ByteBuffer chunk) {
        width = triple(chunk, 4) + 1;
        height = triple(chunk, 7) + 1;
    }

    private void lossy(ByteBuffer chunk) throws Unusable {
        if (width > 0) {
            return;
        }
        if (triple(chunk, 3) != 0x2a019d) {
            throw Unusable.corrupt("no VP8 key frame");
        }
        width = chunk.getShort(6) & 0x3fff;
        height = chunk.getShort(8) & 0x3fff;
    }

    private void lossless(ByteBuffer chunk) throws Unusable {
        if (width > 0) {
            return;
        }
        if (chunk.get(0) != 0x2f) {
            throw Unusable.corrupt("no VP8L signature");
        }
        int bits = chunk.getInt(1);
        width = (bits & 0x3fff) + 1;
        height = (bits >> 14 & 0x3fff) + 1;
    }

    private ByteBuffer read(long at, int length) throws IOException {
        var bytes = new byte[length];
        in.seek(at);
        try {
            in.readFully(bytes);
        } catch (EOFException e) {
            throw Unusable.corrupt("the file ends early");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long size(ByteBuffer in, int at) {
        return Integer.toUnsignedLong(in.getInt(at));
    }

    private static int triple(ByteBuffer in, int at) {
        return in.get(at) & 0xff | (in.get(at + 1) & 0xff) << 8 | (in.get(at + 2) & 0xff) << 16;
    }
}
