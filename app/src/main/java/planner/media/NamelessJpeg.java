package planner.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks the segments of a JPEG up to the end of its picture. Phones put more behind it: other pictures with words of their
 * own, even a film.
 */
final class NamelessJpeg {
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int APPLICATION = 0xe0;
    private static final int EXIF = 0xe1;
    private static final int PROFILE = 0xe2;
    private static final int ADOBE = 0xee;
    private static final int LAST_APPLICATION = 0xef;
    private static final int COMMENT = 0xfe;
    /** Of a JFIF segment without its small picture. */
    private static final int JFIF = 14;

    private static final String EXIF_NAME = "Exif\0\0";

    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[64 * 1024];
    private int at;
    private int end;
    private boolean less;

    private NamelessJpeg(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    static boolean copy(Path file, OutputStream out) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new NamelessJpeg(in, out).walk();
        }
    }

    private boolean walk() throws IOException {
        if (must() != 0xff || must() != START) {
            throw new Maker.Unmakable("damaged");
        }
        write(START);
        for (int mark = mark(); mark != END; ) {
            if (alone(mark)) {
                write(mark);
                mark = mark();
            } else {
                segment(mark);
                mark = mark == SCAN ? scan() : mark();
            }
        }
        write(END);
        return less | next() >= 0;
    }

    private static boolean alone(int mark) {
        return mark >= 0xd0 && mark <= 0xd7 || mark == 0x01;
    }

    private void segment(int mark) throws IOException {
        int length = must() << 8 | must();
        if (length < 2) {
            throw new Maker.Unmakable("damaged");
        }
        var body = new byte[length - 2];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) must();
        }
        var kept = kept(mark, body);
        less |= kept != body;
        if (kept != null) {
            write(mark);
            out.write(kept.length + 2 >> 8);
            out.write(kept.length + 2);
            out.write(kept);
        }
    }

    private static byte @Nullable [] kept(int mark, byte[] body) {
        return switch (mark) {
            case APPLICATION -> begins(body, "JFIF\0") ? withoutSmallPicture(body) : null;
            case EXIF -> begins(body, EXIF_NAME) ? orientation(body) : null;
            case PROFILE -> begins(body, "ICC_PROFILE\0") ? body : null;
            case ADOBE -> begins(body, "Adobe") ? body : null;
            case COMMENT -> null;
            default -> mark > APPLICATION && mark <= LAST_APPLICATION ? null : body;
        };
    }

    private static byte[] withoutSmallPicture(byte[] jfif) {
        if (jfif.length <= JFIF) {
            return jfif;
        }
        var kept = Arrays.copyOf(jfif, JFIF);
        kept[JFIF - 2] = 0;
        kept[JFIF - 1] = 0;
        return kept;
    }

    private static byte @Nullable [] orientation(byte[] exif) {
        int name = EXIF_NAME.length();
        var tiff = Arrays.copyOfRange(exif, name, exif.length);
        if (Exif.orientationAlone(tiff)) {
            return exif;
        }
        int orientation = Exif.ofTiff(tiff);
        if (orientation == Exif.UPRIGHT) {
            return null;
        }
        var alone = Exif.tiff(orientation);
        var kept = Arrays.copyOf(exif, name + alone.length);
        System.arraycopy(alone, 0, kept, name, alone.length);
        return kept;
    }

    private static boolean begins(byte[] body, String name) {
        return body.length >= name.length()
                && new String(body, 0, name.length(), StandardCharsets.ISO_8859_1).equals(name);
    }

    /** The next mark; what stands before it is no part of the picture. */
    private int mark() throws IOException {
        while (true) {
            int one = must();
            while (one != 0xff) {
                less = true;
                one = must();
            }
            while (one == 0xff) {
                one = must();
            }
            if (one != 0) {
                return one;
            }
        }
    }

    /** Copies what is packed. @return the mark behind it */
    private int scan() throws IOException {
        while (true) {
            int from = at;
            while (at < end && buffer[at] != (byte) 0xff) {
                at++;
            }
            out.write(buffer, from, at - from);
            int one = next();
            if (one >= 0 && one != 0xff) {
                out.write(one);
                continue;
            }
            while (one == 0xff) {
                one = next();
            }
            if (one < 0) {
                return END;
            }
            if (one != 0 && !alone(one)) {
                return one;
            }
            write(one);
        }
    }

    private void write(int mark) throws IOException {
        out.write(0xff);
        out.write(mark);
    }

    private int must() throws IOException {
        int one = next();
        if (one < 0) {
            throw new EOFException();
        }
        return one;
    }

    /** -1 = there is no more. */
    private int next() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
            if (end == 0) {
                return -1;
            }
        }
        return buffer[at++] & 0xff;
    }
}
