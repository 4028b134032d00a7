package planner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Set;
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

    /** The demo's own key, made at the first start. */
    static MasterKey ofDemo(Path data) {
        var file = data.resolve("master.key");
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            return parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var secret = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var out =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), secret)) {
            out.write(ByteBuffer.wrap(Base64.getEncoder().encodeToString(bytes).getBytes(StandardCharsets.US_ASCII)));
        }
    }
}
