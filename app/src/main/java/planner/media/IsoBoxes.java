package planner.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** MP4 and QuickTime files are boxes one after another: a box that reaches beyond the file shows that the file was cut. */
final class IsoBoxes {
    private static final int MOST = 100_000;

    private IsoBoxes() {}

    static void check(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            long at = 0;
            for (int box = 0; at + 8 <= in.length(); box++) {
                if (box > MOST) {
                    throw Unusable.corrupt("more than " + MOST + " boxes");
                }
                in.seek(at);
                long length = Integer.toUnsignedLong(in.readInt());
                in.skipBytes(4);
                if (length == 0) {
                    return;
                }
                long real = length == 1 ? in.readLong() : length;
                if (real < 8 || real > in.length() - at) {
                    throw Unusable.corrupt("the file ends early");
                }
                at += real;
            }
        } catch (EOFException e) {
            throw Unusable.corrupt("the file ends early");
        }
    }
}
