package planner.simulator.bluesky;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A token that somebody else signed by ES256, taken apart but not yet believed. */
record Jws(JsonNode header, JsonNode claims, String content, byte[] signature) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Optional<Jws> read(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Jws(
                    JSON.readTree(bytes(parts[0])),
                    JSON.readTree(bytes(parts[1])),
                    parts[0] + "." + parts[1],
                    bytes(parts[2])));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    boolean signedWith(JsonNode jwk) {
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            ECPoint point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
            Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class))));
            check.update(content.getBytes(StandardCharsets.US_ASCII));
            return jwk.path("kty").asString("").equals("EC")
                    && jwk.path("crv").asString("").equals("P-256")
                    && header.path("alg").asString("").equals("ES256")
                    && check.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    String claim(String name) {
        return claims.path(name).asString("");
    }

    /** RFC 7638. */
    static String thumbprint(JsonNode jwk) {
        return hash("{\"crv\":\"" + jwk.path("crv").asString("") + "\",\"kty\":\""
                + jwk.path("kty").asString("") + "\",\"x\":\"" + jwk.path("x").asString("") + "\",\"y\":\""
                + jwk.path("y").asString("") + "\"}");
    }

    static String hash(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger number(JsonNode jwk, String name) {
        return new BigInteger(1, bytes(jwk.path(name).asString("")));
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
