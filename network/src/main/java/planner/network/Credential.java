package planner.network;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What opens an account. Sealed at rest by room {@code channel}; its text form tells no secret.
 *
 * @param access the token or key sent with calls
 * @param refresh what a new access token is bought with, if the network has one
 * @param expiresAt when the access token ends; {@code null} = no known end
 * @param scopes granted, not asked
 * @param extra further secrets the adapter needs, for example an app password for a silent sign-in
 */
public record Credential(
        String access,
        @Nullable String refresh,
        @Nullable Instant expiresAt,
        Set<String> scopes,
        Map<String, String> extra) {
    public Credential {
        scopes = Set.copyOf(scopes);
        extra = Map.copyOf(extra);
    }

    @Override
    public String toString() {
        return "Credential[expiresAt=" + expiresAt + ", scopes=" + scopes + "]";
    }
}
