package planner.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Holds a folder for one process; the operating system lets go of it when that process ends, however it ends. */
final class FolderLock implements AutoCloseable {
    /*
     * Closing any other descriptor of the lock file would release the lock of the whole process,
     * so a folder that this process already holds is recognised here, before its file is touched.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final Duration LAST_BREATH = Duration.ofSeconds(1);

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FolderLock of(Path folder) {
        var file = folder.resolve("lock");
        var ownPid = Long.toString(ProcessHandle.current().pid());
        if (!HELD.add(file)) {
            throw new FolderInUse(folder, ownPid);
        }
        try {
            return new FolderLock(file, locked(folder, file, ownPid));
        } catch (IOException e) {
            HELD.remove(file);
            throw new UncheckedIOException("The lock file " + file + " cannot be written", e);
        } catch (RuntimeException e) {
            HELD.remove(file);
            throw e;
        }
    }

    private static FileChannel locked(Path folder, Path file, String ownPid) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            // a process that was just killed holds its locks until the system has cleared it away
            if (!Waiting.until(LAST_BREATH, () -> taken(channel))) {
                throw new FolderInUse(folder, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(ownPid.getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean taken(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(file);
        }
    }
}
