package planner.simulator.media;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** Walks the blocks of a GIF and counts its pictures. */
public final class GifFrames {
    private static final int FURTHEST = 16 << 20;
    private static final int SCREEN_FLAGS = 10;
    private static final int PICTURE = 0x2c;
    private static final int PICTURE_FLAGS = 8;
    private static final int EXTENSION = 0x21;

    private GifFrames() {}

    /** The pictures that stand whole in the file; behind a broken block nothing is counted. */
    public static int count(Bytes file) {
        ByteBuffer in = ByteBuffer.wrap(file.slice(0, FURTHEST));
        int frames = 0;
        try {
            skip(in, SCREEN_FLAGS);
            int screen = in.get();
            skip(in, 2 + colours(screen));
            for (int block = in.get(); block == PICTURE || block == EXTENSION; block = in.get()) {
                if (block == PICTURE) {
                    skip(in, PICTURE_FLAGS);
                    skip(in, colours(in.get()));
                }
                skip(in, 1);
                pieces(in);
                if (block == PICTURE) {
                    frames++;
                }
            }
        } catch (BufferUnderflowException cut) {
            return frames;
        }
        return frames;
    }

    /** The bytes of the table of colours that these flags announce. */
    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static void pieces(ByteBuffer in) {
        for (int length = in.get() & 0xff; length > 0; length = in.get() & 0xff) {
            skip(in, length);
        }
    }

    private static void skip(ByteBuffer in, int length) {
        if (in.remaining() < length) {
            throw new BufferUnderflowException();
        }
        in.position(in.position() + length);
    }
}
