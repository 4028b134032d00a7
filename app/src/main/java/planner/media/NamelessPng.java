package planner.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.CRC32;

/** Walks the chunks of a PNG. */
final class NamelessPng {
    /** What says how the picture is shown; those with a capital are the picture itself. */
    private static final Set<String> SHOWN = Set.of(
            "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "tRNS", "pHYs", "sPLT",
            "acTL", "fcTL", "fdAT");

    private static final String EXIF = "eXIf";
    private static final int SIGNATURE = 8;
    private static final int SUM = 4;
    private static final int MOST_EXIF = 256 * 1024;

    private NamelessPng() {}

    static boolean copy(Path file, OutputStream to) throws IOException {
        var out = new DataOutputStream(to);
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            Nameless.copy(in, out, SIGNATURE);
            boolean less = false;
            while (true) {
                int length = in.readInt();
                var name = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
                if (length < 0 || name.length() < 4) {
                    throw new Maker.Unmakable("damaged");
                }
                if (name.charAt(0) < 'a' || SHOWN.contains(name)) {
                    out.writeInt(length);
                    out.write(name.getBytes(StandardCharsets.ISO_8859_1));
                    Nameless.copy(in, out, length + (long) SUM);
                } else if (name.equals(EXIF) && length <= MOST_EXIF) {
                    less |= orientation(in.readNBytes(length), out);
                    in.skipNBytes(SUM);
                } else {
                    less = true;
                    in.skipNBytes(length + (long) SUM);
                }
                if (name.equals("IEND")) {
                    return less | in.read() >= 0;
                }
            }
        }
    }

    /** @return whether there was more in it */
    private static boolean orientation(byte[] tiff, DataOutputStream out) throws IOException {
        boolean alone = Exif.orientationAlone(tiff);
        int orientation = Exif.ofTiff(tiff);
        if (alone || orientation != Exif.UPRIGHT) {
            chunk(alone ? tiff : Exif.tiff(orientation), out);
        }
        return !alone;
    }

    private static void chunk(byte[] tiff, DataOutputStream out) throws IOException {
        var name = EXIF.getBytes(StandardCharsets.ISO_8859_1);
        var sum = new CRC32();
        sum.update(name);
        sum.update(tiff);
        out.writeInt(tiff.length);
        out.write(name);
        out.write(tiff);
        out.writeInt((int) sum.getValue());
    }
}
