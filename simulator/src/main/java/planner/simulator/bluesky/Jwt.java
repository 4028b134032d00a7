package planner.simulator.bluesky;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import planner.simulator.Stamp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Session tokens that carry what they stand for, so that they outlive a restart of the simulator. */
final class Jwt {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] KEY = "sandbox pds".getBytes(StandardCharsets.UTF_8);

    private Jwt() {}

    /**
     * @param scope com.atproto.appPass, com.atproto.refresh, or the method of a service token
     * @param generation counts how often all access was taken away
     */
    record Claims(String id, String did, String scope, int generation, Instant expires) {}

    static String issue(String did, String scope, int generation, Instant issued, Instant expires) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("scope", scope);
        claims.put("sub", did);
        claims.put("iat", issued.getEpochSecond());
        claims.put("exp", expires.getEpochSecond());
        claims.put("gen", generation);
        claims.put("jti", UUID.randomUUID().toString());
        String head = encoded(JSON.writeValueAsBytes(Map.of("typ", "at+jwt", "alg", "HS256")));
        String content = head + "." + encoded(JSON.writeValueAsBytes(claims));
        return content + "." + encoded(signed(content));
    }

    static Optional<Claims> read(String token) {
        String[] parts = token.split("\\.");
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            boolean ours = Arrays.equals(
                    signed(parts[0] + "." + parts[1]), Base64.getUrlDecoder().decode(parts[2]));
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return ours
                    ? Optional.of(new Claims(
                            claims.path("jti").asString(""),
                            claims.path("sub").asString(""),
                            claims.path("scope").asString(""),
                            claims.path("gen").asInt(),
                            Instant.ofEpochSecond(claims.path("exp").asLong())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] signed(String content) {
        return Stamp.sign(KEY, content.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
