package planner.adapter.bluesky;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import planner.adapter.kit.Json;
import planner.adapter.kit.OAuth2Kit;

/** A key of the curve P-256 and the tokens that it signs. Its secret half leaves it by {@link #text} only. */
final class Es256 {
    private static final String CURVE = "secp256r1";
    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";
    private static final int COORDINATE = 32;

    private final PrivateKey secret;
    private final Map<String, String> open;

    private Es256(PrivateKey secret, String x, String y) {
        this.secret = secret;
        this.open = Map.of("kty", "EC", "crv", "P-256", "x", x, "y", y);
    }

    static Es256 fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            return new Es256(pair.getPrivate(), number(point.getAffineX()), number(point.getAffineY()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    /** @throws IllegalArgumentException when it is no text of {@link #text}; it does not tell the text */
    static Es256 read(String text) {
        var key = Json.tree(text);
        try {
            var number = new BigInteger(
                    1, Base64.getUrlDecoder().decode(key.path("d").asString("")));
            if (number.signum() == 0) {
                throw new IllegalArgumentException("no number");
            }
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(CURVE));
            var spec = new ECPrivateKeySpec(number, parameters.getParameterSpec(ECParameterSpec.class));
            return new Es256(
                    KeyFactory.getInstance("EC").generatePrivate(spec),
                    key.path("x").asString(""),
                    key.path("y").asString(""));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("no key");
        }
    }

    /**
     * What OpenSSL makes: PKCS#8 in DER, as Base64 or PEM. The open half stands at its end.
     *
     * @throws IllegalArgumentException when it is no such key; it does not tell the text
     */
    static Es256 pkcs8(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text.replaceAll("-----[^-]+-----|\\s", ""));
            var secret = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes));
            int end = bytes.length;
            var key = new Es256(
                    secret,
                    encoded(Arrays.copyOfRange(bytes, end - 2 * COORDINATE, end - COORDINATE)),
                    encoded(Arrays.copyOfRange(bytes, end - COORDINATE, end)));
            key.mustFit();
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no key");
        }
    }

    /** Both halves belong together, and to this curve. */
    private void mustFit() throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(CURVE));
        var point = new ECPoint(coordinate("x"), coordinate("y"));
        var spec = new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class));
        var signature = Signature.getInstance(ALGORITHM);
        signature.initSign(secret);
        var signed = signature.sign();
        signature.initVerify(KeyFactory.getInstance("EC").generatePublic(spec));
        if (!signature.verify(signed)) {
            throw new IllegalArgumentException("two halves of two keys");
        }
    }

    private BigInteger coordinate(String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(open.getOrDefault(name, "")));
    }

    /** The key's name: its thumbprint (RFC 7638). */
    String id() {
        return encoded(OAuth2Kit.sha256(Json.text(new TreeMap<>(open))));
    }

    /** The whole key as a JWK: a secret. */
    String text() {
        var whole = new TreeMap<>(open);
        whole.put("d", number(((ECPrivateKey) secret).getS()));
        return Json.text(whole);
    }

    /** The half that everybody may know, as a JWK. */
    Map<String, String> open() {
        return open;
    }

    /** A signed token. */
    String jwt(Map<String, Object> header, Map<String, Object> claims) {
        var content = encoded(Json.bytes(new TreeMap<>(header))) + "." + encoded(Json.bytes(new TreeMap<>(claims)));
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java signs by ES256", e);
        }
    }

    @Override
    public String toString() {
        return "Es256[sealed]";
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A number of the curve has always all its bytes (RFC 7518, 6.2.1.2). */
    private static String number(BigInteger value) {
        var bytes = value.toByteArray();
        var whole = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, whole, COORDINATE - length, length);
        return encoded(whole);
    }
}
