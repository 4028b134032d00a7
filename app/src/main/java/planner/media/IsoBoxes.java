package planner.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** MP4 and QuickTime files are boxes one after another: a box that reaches beyond the file shows that the file was cut. */
final class IsoBoxes {
    private static final int MOST = 100_000;
    private static final int MOOV = 0x6d6f6f76;
    private static final int MDAT = 0x6d646174;

    private IsoBoxes() {}

    /** @return whether the index lies before the pictures, so that a film plays while it loads */
    static boolean check(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            long at = 0;
            boolean index = false;
            boolean first = true;
            for (int box = 0; at + 8 <= in.length(); box++) {
                if (box > MOST) {
                    throw Unusable.corrupt("more than " + MOST + " boxes");
                }
                in.seek(at);
                long length = Integer.toUnsignedLong(in.readInt());
                int kind = in.readInt();
                index |= kind == MOOV;
                first &= kind != MDAT || index;
                if (length == 0) {
                    return first;
                }
                long real = length == 1 ? in.readLong() : length;
                if (real < 8 || real > in.length() - at) {
                    throw Unusable.corrupt("the file ends early");
                }
                at += real;
            }
            return first;
        } catch (EOFException e) {
            throw Unusable.corrupt("the file ends early");
        }
    }
}
