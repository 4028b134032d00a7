package planner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import planner.workspace.MasterKey;

/** Reads the key that seals all secrets, or makes one for the demo. */
final class MasterKeys {
    private static final int BYTES = 32;
    /** 32 random bytes hold fewer than 20 different ones about once in 10^6; a typed sentence as hex seldom has more. */
    private static final int LEAST_DIFFERENT = 20;

    private MasterKeys() {}

    /** @throws IllegalArgumentException when it is not 32 random-looking bytes as Base64 or hex */
    static MasterKey parse(String text) {
        var bytes = text.length() == 2 * BYTES
                ? HexFormat.of().parseHex(text)
                : Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("not 32 bytes");
        }
        var different = new BitSet();
        for (byte one : bytes) {
            different.set(one & 0xff);
        }
        if (different.cardinality() < LEAST_DIFFERENT) {
            throw new IllegalArgumentException("too regular");
        }
        return new MasterKey(bytes);
    }

    /**
     * The demo's own key, made at the first start.
     *
     * @throws SettingsFault when what lies there is no key: another one would not open what was sealed
     */
    static MasterKey ofDemo(Path data) {
        var file = data.resolve("master.key");
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            return parse(Files.readString(file).strip());
        } catch (IllegalArgumentException e) {
            throw new SettingsFault(
                    List.of(
                            file
                                    + " is empty or damaged. Put a copy of it back, or remove it with the whole folder to begin anew."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Beside it first, so that a power cut leaves a whole key or none. */
    private static void write(Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var folder = file.toAbsolutePath().getParent();
        var secret = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var beside = Files.createTempFile(folder, "master", ".new", secret);
        try {
            try (var out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(
                        Base64.getEncoder().encodeToString(bytes).getBytes(StandardCharsets.US_ASCII)));
                out.force(true);
            }
            appear(beside, file);
            try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** All at once, and never in place of the key of a process that was quicker. */
    private static void appear(Path beside, Path file) throws IOException {
        try {
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException e) {
            // theirs counts
        } catch (UnsupportedOperationException | FileSystemException e) {
            // this file system has no second names
            Files.move(beside, file);
        }
    }
}
