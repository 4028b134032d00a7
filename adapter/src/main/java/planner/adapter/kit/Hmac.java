package planner.adapter.kit;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed digests, as networks sign what they push. */
public final class Hmac {
    private static final String SHA256 = "HmacSHA256";

    private Hmac() {}

    /** @param key not empty */
    public static byte[] sha256(byte[] key, byte[] content) {
        try {
            var mac = Mac.getInstance(SHA256);
            mac.init(new SecretKeySpec(key, SHA256));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + SHA256, e);
        }
    }
}
