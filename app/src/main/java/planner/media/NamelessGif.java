package planner.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Walks the blocks of a GIF. */
final class NamelessGif {
    /** How often it plays, and its colours. Others name programs and people. */
    private static final Set<String> SHOWN = Set.of("NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012");

    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final int END = 0x3b;
    private static final int TIMING = 0xf9;
    private static final int APPLICATION = 0xff;

    private final DataInputStream in;
    private final OutputStream out;
    private boolean less;

    private NamelessGif(DataInputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    static boolean copy(Path file, OutputStream out) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return new NamelessGif(in, out).walk();
        }
    }

    private boolean walk() throws IOException {
        Nameless.copy(in, out, 10);
        table(copied());
        Nameless.copy(in, out, 2);
        for (int block = in.readUnsignedByte(); block != END; block = in.readUnsignedByte()) {
            switch (block) {
                case IMAGE -> image();
                case EXTENSION -> extension();
                case 0 -> {}
                default -> throw new Maker.Unmakable("damaged");
            }
        }
        out.write(END);
        return less | in.read() >= 0;
    }

    private void image() throws IOException {
        out.write(IMAGE);
        Nameless.copy(in, out, 8);
        table(copied());
        copied();
        rest(true);
    }

    private void extension() throws IOException {
        int kind = in.readUnsignedByte();
        if (kind == TIMING) {
            out.write(EXTENSION);
            out.write(kind);
            rest(true);
            return;
        }
        int length = in.readUnsignedByte();
        var first = in.readNBytes(length);
        boolean shown = kind == APPLICATION && SHOWN.contains(new String(first, StandardCharsets.ISO_8859_1));
        if (shown) {
            out.write(EXTENSION);
            out.write(kind);
            out.write(length);
            out.write(first);
        }
        less |= !shown;
        if (length > 0) {
            rest(shown);
        }
    }

    /** Pieces with a length, up to the empty one. */
    private void rest(boolean kept) throws IOException {
        var to = kept ? out : OutputStream.nullOutputStream();
        for (int length = in.readUnsignedByte(); ; length = in.readUnsignedByte()) {
            to.write(length);
            if (length == 0) {
                return;
            }
            Nameless.copy(in, to, length);
        }
    }

    private void table(int flags) throws IOException {
        if ((flags & 0x80) != 0) {
            Nameless.copy(in, out, 3L * (1 << (flags & 7) + 1));
        }
    }

    private int copied() throws IOException {
        int one = in.readUnsignedByte();
        out.write(one);
        return one;
    }
}
