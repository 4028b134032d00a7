package planner.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.stereotype.Component;
import planner.workspace.Installation;

/** The files behind the assets, named by the hash of their bytes, so that the same file is kept once. */
@Component
class MediaFolder {
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final int PIECE = 128 * 1024;

    private final Path root;
    private final Path incoming;

    MediaFolder(Installation installation, Clock clock) {
        root = installation.data().resolve("media");
        incoming = root.resolve("incoming");
        try {
            Files.createDirectories(incoming);
            sweep(clock);
        } catch (IOException e) {
            throw new UncheckedIOException("the media folder " + root + " cannot be used", e);
        }
    }

    /** Takes the stream to its end, or refuses as soon as it is longer than allowed. */
    StoredFile receive(InputStream in, long most) throws IOException {
        var path = incoming.resolve(UUID.randomUUID() + ".part");
        try {
            var digest = sha256();
            long bytes = 0;
            try (var out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
                var piece = new byte[PIECE];
                for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                    bytes += n;
                    if (bytes > most) {
                        throw new TooLarge(most);
                    }
                    digest.update(piece, 0, n);
                    out.write(piece, 0, n);
                }
            }
            return new StoredFile(path, HexFormat.of().formatHex(digest.digest()), bytes);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** A file that was made here, to be kept like one that came in. */
    StoredFile take(Path made) throws IOException {
        var digest = sha256();
        try (var in = new DigestInputStream(Files.newInputStream(made), digest)) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            return new StoredFile(made, HexFormat.of().formatHex(digest.digest()), bytes);
        }
    }

    Path file(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    Path thumbnail(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256 + ".thumb.jpg");
    }

    /** A place for a file in the making. */
    Path scratch(String ending) {
        return incoming.resolve(UUID.randomUUID() + ending);
    }

    /** Moves a received file to its place, so that after a crash it is there wholly or not at all. */
    void keep(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (var file = FileChannel.open(from, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    void delete(String sha256) {
        try {
            Files.deleteIfExists(file(sha256));
            Files.deleteIfExists(thumbnail(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + sha256 + " could not be deleted", e);
        }
    }

    /** What a crash left behind. */
    private void sweep(Clock clock) throws IOException {
        try (var left = Files.list(incoming)) {
            for (var path : left.toList()) {
                var age = Duration.between(Files.getLastModifiedTime(path).toInstant(), clock.instant());
                if (age.compareTo(ABANDONED) > 0) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Longer than allowed. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long most) {
            super("more than " + most + " bytes");
        }
    }
}
