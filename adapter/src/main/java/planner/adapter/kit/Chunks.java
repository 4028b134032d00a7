package planner.adapter.kit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import planner.network.Media;
import planner.network.MediaFiles;

/** Pieces of a file as request bodies, streamed. */
public final class Chunks {
    private Chunks() {}

    /** The whole file. */
    public static Call.Source whole(MediaFiles files, Media media) {
        return () -> files.open(media, 0);
    }

    /** {@code length} bytes from {@code offset}. */
    public static Call.Source piece(MediaFiles files, Media media, long offset, long length) {
        return () -> new Limited(files.open(media, offset), length);
    }

    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long length) {
            super(in);
            left = length;
        }

        @Override
        public int read() throws IOException {
            int next = left == 0 ? -1 : super.read();
            if (next >= 0) {
                left--;
            }
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = super.read(buffer, offset, (int) Math.min(length, left));
            if (count > 0) {
                left -= count;
            }
            return count;
        }
    }
}
