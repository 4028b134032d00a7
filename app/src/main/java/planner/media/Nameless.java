package planner.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/** Copies a picture without what it says of people, places and devices. The picture itself stays, byte for byte. */
final class Nameless {
    private static final Set<String> PNG_WORDS = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME");
    private static final Set<String> WEBP_WORDS = Set.of("EXIF", "XMP ");
    private static final int WEBP_HEAD = 12;
    /** Of the flags of a VP8X chunk: EXIF and XMP. */
    private static final int WEBP_WORD_FLAGS = 0x08 | 0x04;

    private Nameless() {}

    /** @throws Maker.Unmakable when it is not built as its kind is */
    static void write(Path file, FileType type, Path to) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
                var out = new BufferedOutputStream(Files.newOutputStream(to))) {
            switch (type) {
                case JPEG -> jpeg(in, out);
                case PNG -> png(in, out);
                case WEBP -> {}
                default -> in.transferTo(out);
            }
        } catch (EOFException e) {
            throw new Maker.Unmakable("damaged");
        }
        if (type == FileType.WEBP) {
            webp(file, to);
        }
    }

    /** Segments with a length, up to the one behind which the picture begins. */
    private static void jpeg(DataInputStream in, OutputStream out) throws IOException {
        write(out, in.readUnsignedShort(), 2);
        while (true) {
            int mark = in.readUnsignedShort();
            if (mark >> 8 != 0xff) {
                throw new Maker.Unmakable("damaged");
            }
            int kind = mark & 0xff;
            if (kind == 0xff) {
                // a byte to fill
                write(out, 0xff, 1);
                mark = 0xff00 | in.readUnsignedByte();
                kind = mark & 0xff;
            }
            int length = in.readUnsignedShort();
            if (length < 2) {
                throw new Maker.Unmakable("damaged");
            }
            var body = in.readNBytes(length - 2);
            if (body.length < length - 2) {
                throw new EOFException();
            }
            if (!saysMore(kind, body)) {
                write(out, mark, 2);
                write(out, length, 2);
                out.write(body);
            }
            if (kind == 0xda) {
                in.transferTo(out);
                return;
            }
        }
    }

    /** Colours stay (JFIF, a profile, Adobe's), the rest of the applications' segments and comments go. */
    private static boolean saysMore(int kind, byte[] body) {
        boolean profile =
                new String(body, 0, Math.min(11, body.length), StandardCharsets.ISO_8859_1).equals("ICC_PROFILE");
        boolean application = kind >= 0xe0 && kind <= 0xef;
        return kind == 0xfe || application && kind != 0xe0 && kind != 0xee && !(kind == 0xe2 && profile);
    }

    private static void png(DataInputStream in, OutputStream out) throws IOException {
        out.write(in.readNBytes(8));
        while (true) {
            int length = in.readInt();
            var name = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            if (length < 0) {
                throw new Maker.Unmakable("damaged");
            }
            if (PNG_WORDS.contains(name)) {
                in.skipNBytes(length + 4L);
            } else {
                write(out, length, 4);
                out.write(name.getBytes(StandardCharsets.ISO_8859_1));
                copy(in, out, length + 4L);
            }
            if (name.equals("IEND")) {
                return;
            }
        }
    }

    private static void webp(Path file, Path to) throws IOException {
        var all = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        var kept = ByteBuffer.allocate(all.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        kept.put(all.slice(0, WEBP_HEAD));
        for (int at = WEBP_HEAD; at + 8 <= all.capacity(); ) {
            var name = new String(all.array(), at, 4, StandardCharsets.ISO_8859_1);
            int length = all.getInt(at + 4);
            if (length < 0 || at + 8L + length > all.capacity()) {
                throw new Maker.Unmakable("damaged");
            }
            int whole = Math.min(8 + length + (length & 1), all.capacity() - at);
            if (!WEBP_WORDS.contains(name)) {
                if (name.equals("VP8X")) {
                    all.put(at + 8, (byte) (all.get(at + 8) & ~WEBP_WORD_FLAGS));
                }
                kept.put(all.slice(at, whole));
            }
            at += whole;
        }
        kept.putInt(4, kept.position() - 8);
        Files.write(to, Arrays.copyOf(kept.array(), kept.position()));
    }

    private static void copy(InputStream in, OutputStream out, long bytes) throws IOException {
        var piece = new byte[64 * 1024];
        for (long left = bytes; left > 0; ) {
            int n = in.read(piece, 0, (int) Math.min(piece.length, left));
            if (n < 0) {
                throw new EOFException();
            }
            out.write(piece, 0, n);
            left -= n;
        }
    }

    /** The last {@code bytes} bytes of the number, the highest first. */
    private static void write(OutputStream out, int number, int bytes) throws IOException {
        for (int i = bytes - 1; i >= 0; i--) {
            out.write(number >> 8 * i);
        }
    }
}
