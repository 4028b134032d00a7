package planner.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that carry what they stand for, so that a channel that was connected yesterday still works after the simulator
 * was started anew. The key is no secret: these tokens open nothing outside of the sandbox.
 */
public final class Stamp {
    private static final byte[] KEY = "sandbox".getBytes(StandardCharsets.UTF_8);
    private static final String CUT = "\n";

    private Stamp() {}

    /** Never the same twice. */
    public static String seal(List<String> parts) {
        String payload = String.join(CUT, parts) + CUT + UUID.randomUUID();
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        return encoded(bytes) + encoded(Arrays.copyOf(sign(KEY, bytes, "HmacSHA256"), 9));
    }

    /** The parts, if this is a whole token. */
    public static Optional<List<String>> open(String token) {
        if (token.length() < 14) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token.substring(0, token.length() - 12));
            String signature = encoded(Arrays.copyOf(sign(KEY, bytes, "HmacSHA256"), 9));
            List<String> parts = List.of(new String(bytes, StandardCharsets.UTF_8).split(CUT, -1));
            return token.endsWith(signature) ? Optional.of(parts.subList(0, parts.size() - 1)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A keyed digest, as webhooks are signed. */
    public static byte[] sign(byte[] key, byte[] content, String algorithm) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The S256 challenge of a PKCE verifier. */
    public static String challenge(String verifier) {
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
