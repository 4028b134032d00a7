package planner.adapter.bluesky;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.OAuth2Kit;
import planner.adapter.kit.Reply;

/**
 * Sends requests with a proof that the sender holds the session's key (RFC 9449). A request that is refused for want of
 * the server's nonce was not done, so it is sent once more at once.
 */
final class Dpop {
    private static final String ASKS = "use_dpop_nonce";

    private final Http http;
    private final Clock clock;
    private final Nonces nonces = new Nonces();

    Dpop(Http http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * @param server whose nonces count: the account's server and the one that signs in have their own
     * @param access the access token that goes with it; {@code null} = none yet
     */
    Reply send(Call call, Es256 key, String server, @Nullable String access) {
        var nonce = nonces.of(server).orElse(null);
        var reply = once(call, key, server, nonce, access);
        var given = nonces.of(server).orElse(null);
        boolean again = asksForNonce(reply) && given != null && !given.equals(nonce);
        return again ? once(call, key, server, given, access) : reply;
    }

    /** Asks for the sake of the nonce that the answer brings, whatever else it says. */
    void learn(Call call, Es256 key, String server, String access) {
        once(call, key, server, nonces.of(server).orElse(null), access);
    }

    /** Whether the next request will most likely be taken at the first try. */
    boolean ready(String server) {
        return nonces.fresh(server, clock.instant());
    }

    private Reply once(Call call, Es256 key, String server, @Nullable String nonce, @Nullable String access) {
        var proof = proof(call.method(), call.uri(), key, nonce, access);
        var proven = call.header("DPoP", proof).secret(proof);
        if (access != null) {
            proven = proven.header("Authorization", "DPoP " + access).secret(access);
        }
        var reply = http.send(proven);
        reply.header("dpop-nonce")
                .filter(given -> !given.isBlank())
                .ifPresent(given -> nonces.learn(server, given, clock.instant()));
        return reply;
    }

    private String proof(String method, URI uri, Es256 key, @Nullable String nonce, @Nullable String access) {
        var claims = new HashMap<String, Object>();
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("htm", method);
        claims.put("htu", target(uri));
        claims.put("iat", clock.instant().getEpochSecond());
        if (nonce != null) {
            claims.put("nonce", nonce);
        }
        if (access != null) {
            claims.put("ath", Es256.encoded(OAuth2Kit.sha256(access)));
        }
        return key.jwt(Map.of("typ", "dpop+jwt", "alg", "ES256", "jwk", key.open()), claims);
    }

    /** The address without what follows its path. */
    static String target(URI uri) {
        return uri.toString().split("[?#]", 2)[0];
    }

    private static boolean asksForNonce(Reply reply) {
        return (reply.status() == 400 || reply.status() == 401)
                && (Json.tree(reply).path("error").asString("").equals(ASKS)
                        || reply.header("www-authenticate")
                                .filter(header -> header.contains(ASKS))
                                .isPresent());
    }
}
