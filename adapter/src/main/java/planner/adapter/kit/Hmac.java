package planner.adapter.kit;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed digests: networks sign with them what they push, and want them under old kinds of calls. */
public final class Hmac {
    private Hmac() {}

    /** @param key not empty */
    public static byte[] sha256(byte[] key, byte[] content) {
        return digest("HmacSHA256", key, content);
    }

    /** @param key not empty */
    public static byte[] sha1(byte[] key, byte[] content) {
        return digest("HmacSHA1", key, content);
    }

    private static byte[] digest(String algorithm, byte[] key, byte[] content) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
