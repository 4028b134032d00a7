package planner.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Work that only one thread of one process on this machine may do at a time. */
final class Alone {
    private Alone() {}

    interface Work {
        void run() throws IOException;
    }

    static synchronized void with(Path lockFile, Work work) throws IOException {
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException("No lock on " + lockFile);
            }
            work.run();
        }
    }
}
