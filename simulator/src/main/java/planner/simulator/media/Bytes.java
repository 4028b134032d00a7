package planner.simulator.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A file that is read here and there, in memory or on disk. */
public interface Bytes {
    long size();

    /** As many bytes as there are, at most {@code length}. */
    byte[] slice(long from, int length);

    static Bytes of(byte[] content) {
        return new Bytes() {
            @Override
            public long size() {
                return content.length;
            }

            @Override
            public byte[] slice(long from, int length) {
                int start = (int) Math.clamp(from, 0, content.length);
                return Arrays.copyOfRange(content, start, (int) Math.min((long) start + length, content.length));
            }
        };
    }

    static Bytes of(Path file) {
        return new Bytes() {
            @Override
            public long size() {
                try {
                    return Files.size(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public byte[] slice(long from, int length) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                    ByteBuffer buffer = ByteBuffer.allocate((int) Math.clamp(channel.size() - from, 0, length));
                    long at = from;
                    while (buffer.hasRemaining()) {
                        int read = channel.read(buffer, at);
                        if (read < 0) {
                            break;
                        }
                        at += read;
                    }
                    return Arrays.copyOf(buffer.array(), buffer.position());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
