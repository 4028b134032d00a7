package planner.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import planner.workspace.Installation;

/** Makes the unguessable part of public addresses: delivery, file and a signature over both. */
@Component
class LinkSigner {
    private static final byte[] PURPOSE = "planner media links 1".getBytes(StandardCharsets.UTF_8);
    private static final int IDS = 32;
    private static final int SIGNATURE = 20;

    private final SecretKey key;

    LinkSigner(Installation installation) {
        try {
            var derived = KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(installation.masterKey().bytes())
                            .thenExpand(PURPOSE, 32));
            key = new SecretKeySpec(derived, "HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HKDF", e);
        }
    }

    /** @param file id of an asset or a rendition */
    record Link(UUID delivery, UUID file) {}

    String token(Link link) {
        var ids = ids(link);
        return text(ByteBuffer.allocate(IDS + SIGNATURE).put(ids).put(sign(ids)).array());
    }

    /** Empty unless we made it. */
    Optional<Link> read(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        // the last letter has bits to spare: there is one way to write each token
        if (bytes.length != IDS + SIGNATURE || !text(bytes).equals(token)) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(bytes);
        var link = new Link(new UUID(in.getLong(), in.getLong()), new UUID(in.getLong(), in.getLong()));
        var given = new byte[SIGNATURE];
        in.get(given);
        return MessageDigest.isEqual(given, sign(ids(link))) ? Optional.of(link) : Optional.empty();
    }

    private static String text(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private static byte[] ids(Link link) {
        var file = link.file();
        return ByteBuffer.allocate(IDS)
                .putLong(link.delivery().getMostSignificantBits())
                .putLong(link.delivery().getLeastSignificantBits())
                .putLong(file.getMostSignificantBits())
                .putLong(file.getLeastSignificantBits())
                .array();
    }

    private byte[] sign(byte[] ids) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(ids), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
