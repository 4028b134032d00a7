package planner.adapter.kit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads what a token says of itself. The signature is the network's affair: nothing here is proof of anything. */
public final class Jwt {
    // the year 9999, the last that every reader of times knows
    private static final long LATEST = 253_402_300_799L;

    private Jwt() {}

    /** The token's claims; a missing node when it is no JWT. */
    public static JsonNode claims(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return MissingNode.getInstance();
        }
        try {
            return Json.tree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return MissingNode.getInstance();
        }
    }

    public static Optional<Instant> expiry(String token) {
        var exp = claims(token).path("exp");
        return exp.canConvertToLong()
                ? Optional.of(Instant.ofEpochSecond(Math.clamp(exp.asLong(), 0, LATEST)))
                : Optional.empty();
    }
}
