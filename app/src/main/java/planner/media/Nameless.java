package planner.media;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Copies a picture without what it says of people, places and devices. The picture itself stays, byte for byte, and so does
 * what is needed to show it right: colours, orientation, times of frames. What is not known is left out.
 */
final class Nameless {
    private static final int MANY = 64 * 1024;

    private Nameless() {}

    /** @throws Maker.Unmakable when it is not built as its kind is */
    static void write(Path file, FileType type, Path to) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(to), MANY)) {
            copy(file, type, out);
        }
    }

    /** Whether there is anything to leave out. */
    static boolean saysMore(Path file, FileType type) throws IOException {
        try {
            return copy(file, type, OutputStream.nullOutputStream());
        } catch (Maker.Unmakable e) {
            // whoever decodes it is the judge of that; there is no way to copy it
            return false;
        }
    }

    /** @return whether something was left out */
    private static boolean copy(Path file, FileType type, OutputStream out) throws IOException {
        try {
            return switch (type) {
                case JPEG -> NamelessJpeg.copy(file, out);
                case PNG -> NamelessPng.copy(file, out);
                case WEBP -> NamelessWebp.copy(file, out);
                case GIF -> NamelessGif.copy(file, out);
                case HEIC, AVIF, MP4, QUICKTIME, WEBM, PDF, VTT, SRT -> throw new Maker.Unmakable("no-tools");
            };
        } catch (EOFException e) {
            throw new Maker.Unmakable("damaged");
        }
    }

    static void copy(InputStream in, OutputStream out, long bytes) throws IOException {
        var piece = new byte[MANY];
        for (long left = bytes; left > 0; ) {
            int n = in.read(piece, 0, (int) Math.min(piece.length, left));
            if (n < 0) {
                throw new EOFException();
            }
            out.write(piece, 0, n);
            left -= n;
        }
    }
}
