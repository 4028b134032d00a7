package planner.adapter.kit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.NetworkException;

/** What the OAuth 2 flows of the networks have in common: PKCE and the shape of a token answer. */
public final class OAuth2Kit {
    // ten years: beyond any token's life, and a time that can still be written down
    private static final long LONGEST = Duration.ofDays(3_650).toSeconds();

    private OAuth2Kit() {}

    /** The S256 challenge of a verifier (RFC 7636). */
    public static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(verifier));
    }

    public static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Token(
            @JsonProperty("access_token") @Nullable String access,
            @JsonProperty("refresh_token") @Nullable String refresh,
            @JsonProperty("expires_in") @Nullable Long seconds,
            @Nullable String scope) {}

    /**
     * Reads a token answer.
     *
     * @param kept the refresh token so far, for networks that send a new one only at times; {@code null} = none
     */
    public static Credential credential(Reply reply, Clock clock, @Nullable String kept, Map<String, String> extra) {
        var token = Json.read(reply, Token.class);
        var access = token.access();
        if (access == null || access.isBlank()) {
            throw new NetworkException(new Fault.Unavailable(true, "the answer brings no access token"));
        }
        return new Credential(
                access,
                token.refresh() == null ? kept : token.refresh(),
                token.seconds() == null ? null : clock.instant().plusSeconds(Math.clamp(token.seconds(), 0, LONGEST)),
                scopes(token.scope()),
                extra);
    }

    /** Granted scopes, however they are separated. */
    public static Set<String> scopes(@Nullable String text) {
        return text == null || text.isBlank()
                ? Set.of()
                : Arrays.stream(text.strip().split("[ ,]+")).collect(Collectors.toSet());
    }

    /**
     * People can untick single scopes.
     *
     * @throws NetworkException with {@link Fault.Rejected} {@code missing_scope} that names those not granted
     */
    public static void demand(Collection<String> needed, Predicate<String> granted) {
        var missing = needed.stream().filter(granted.negate()).sorted().toList();
        if (!missing.isEmpty()) {
            throw new NetworkException(new Fault.Rejected("missing_scope", String.join(", ", missing)));
        }
    }
}
