package planner.simulator.bluesky;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import planner.simulator.Ask;
import planner.simulator.Stamp;
import planner.simulator.World;
import tools.jackson.databind.JsonNode;

/**
 * Proofs that the sender holds a key (RFC 9449), as one server checks them: with a nonce of its own that changes every
 * minute and is taken for three.
 */
final class Proofs {
    private static final Duration TURN = Duration.ofMinutes(1);
    private static final int TURNS_TAKEN = 3;
    private static final Duration SKEW = Duration.ofMinutes(3);
    private static final Set<String> CLAIMS = Set.of("jti", "htm", "htu", "iat", "nonce", "ath", "exp");

    private final World world;
    private final String server;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    Proofs(World world, String server) {
        this.world = world;
        this.server = server;
    }

    /** The nonce that answers carry now. */
    String nonce() {
        return nonce(turn());
    }

    /**
     * @param access the token that the proof must name; {@code null} = none goes with it
     * @return the thumbprint of the key
     */
    String check(Ask ask, @Nullable String access) {
        Jws proof = Jws.read(ask.header("dpop").orElseThrow(() -> OAuthError.request("DPoP proof required")))
                .orElseThrow(() -> OAuthError.proof("Failed to verify DPoP proof"));
        JsonNode key = proof.header().path("jwk");
        boolean genuine =
                proof.header().path("typ").asString("").equals("dpop+jwt") && !key.has("d") && proof.signedWith(key);
        if (!genuine) {
            throw OAuthError.proof("Failed to verify DPoP proof");
        }
        checkClaims(proof, ask, access);
        if (!seen.add(proof.claim("jti"))) {
            throw OAuthError.proof("DPoP proof replayed");
        }
        return Jws.thumbprint(key);
    }

    private void checkClaims(Jws proof, Ask ask, @Nullable String access) {
        proof.claims().propertyNames().stream()
                .filter(name -> !CLAIMS.contains(name))
                .forEach(name -> world.journal().violation("bluesky", ask, "unknown claim " + name));
        long age = world.clock().instant().getEpochSecond()
                - proof.claims().path("iat").asLong(0);
        if (Math.abs(age) > SKEW.toSeconds() || proof.claim("jti").isEmpty()) {
            throw OAuthError.proof("DPoP proof is too old or has no jti");
        }
        if (!proof.claim("htm").equals(ask.method())) {
            throw OAuthError.proof("DPoP \"htm\" mismatch");
        }
        if (!proof.claim("htu").equals(world.base() + "/bluesky" + ask.path())) {
            throw OAuthError.proof("DPoP \"htu\" mismatch");
        }
        if (LongStream.range(0, TURNS_TAKEN).noneMatch(n -> nonce(turn() - n).equals(proof.claim("nonce")))) {
            throw new OAuthError(400, "use_dpop_nonce", "Authorization server requires nonce in DPoP proof");
        }
        if (!proof.claim("ath").equals(access == null ? "" : Jws.hash(access))) {
            throw OAuthError.proof("DPoP \"ath\" mismatch");
        }
    }

    private long turn() {
        return world.clock().instant().getEpochSecond() / TURN.toSeconds();
    }

    private String nonce(long turn) {
        byte[] content = (server + turn).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of()
                .formatHex(Stamp.sign("nonce".getBytes(StandardCharsets.UTF_8), content, "HmacSHA256"), 0, 16);
    }
}
