package planner.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts the frames of a GIF by walking its blocks: nothing is decoded, nothing is kept, its end must come. */
final class GifProbe {
    private static final int MOST_FRAMES = 20_000;
    private static final long MOST_EXTRAS = 8L * 1024 * 1024;
    /** What browsers show a frame for that names no time. */
    private static final int USUAL_DELAY = 10;

    private final DataInputStream in;
    private int frames;
    private long hundredths;
    private long extras;

    private GifProbe(DataInputStream in) {
        this.in = in;
    }

    static Facts probe(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return new GifProbe(in).walk();
        } catch (EOFException e) {
            throw Unusable.corrupt("the file ends early");
        }
    }

    private Facts walk() throws IOException {
        in.skipNBytes(6);
        int width = word();
        int height = word();
        Pixels.check(width, height);
        table(in.readUnsignedByte());
        in.skipNBytes(2);
        for (int block = in.readUnsignedByte(); block != 0x3b; block = in.readUnsignedByte()) {
            switch (block) {
                case 0x2c -> frame();
                case 0x21 -> extension();
                case 0 -> {}
                default -> throw Unusable.corrupt("an unknown block " + block);
            }
        }
        if (frames == 0) {
            throw new Unusable(Unusable.Why.NO_PICTURE, "no frame");
        }
        return frames == 1
                ? Facts.image(FileType.GIF.mime(), width, height)
                : Facts.animation(FileType.GIF.mime(), width, height, hundredths / 100.0, frames);
    }

    private void frame() throws IOException {
        if (++frames > MOST_FRAMES) {
            throw new Unusable(Unusable.Why.HUGE, "more than " + MOST_FRAMES + " frames");
        }
        in.skipNBytes(4);
        Pixels.check(word(), word());
        table(in.readUnsignedByte());
        in.skipNBytes(1);
        for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
            in.skipNBytes(length);
        }
    }

    private void extension() throws IOException {
        boolean timing = in.readUnsignedByte() == 0xf9;
        for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
            var block = in.readNBytes(length);
            if (timing && block.length >= 4) {
                int delay = (block[1] & 0xff) | (block[2] & 0xff) << 8;
                hundredths += delay <= 1 ? USUAL_DELAY : delay;
            }
            extras += length;
            if (extras > MOST_EXTRAS) {
                throw Unusable.corrupt("more comments than picture");
            }
        }
    }

    private void table(int flags) throws IOException {
        if ((flags & 0x80) != 0) {
            in.skipNBytes(3L * (1 << (flags & 7) + 1));
        }
    }

    private int word() throws IOException {
        return in.readUnsignedByte() | in.readUnsignedByte() << 8;
    }
}
