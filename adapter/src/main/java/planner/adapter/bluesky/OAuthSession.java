package planner.adapter.bluesky;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import planner.network.Credential;

/**
 * What a sign-in by OAuth keeps beside its tokens: first prepared, later sealed with the credential.
 *
 * @param did whose account it must be
 * @param pds where the account lives
 * @param clientId who we were when it began: the session is bound to it
 * @param key what every request proves to hold
 */
record OAuthSession(String did, URI pds, AuthServer server, String clientId, Es256 key) {
    private static final String DID = "did";
    private static final String CLIENT = "client-id";
    private static final String KEY = "dpop-key";

    Map<String, String> kept() {
        var all = new HashMap<>(server.kept());
        all.put(DID, did);
        all.put(BlueskyApi.PDS, pds.toString());
        all.put(CLIENT, clientId);
        all.put(KEY, key.text());
        return all;
    }

    static OAuthSession of(Map<String, String> kept) {
        return new OAuthSession(
                kept.getOrDefault(DID, ""),
                URI.create(kept.getOrDefault(BlueskyApi.PDS, "")),
                AuthServer.of(kept),
                kept.getOrDefault(CLIENT, ""),
                Es256.read(kept.getOrDefault(KEY, "")));
    }

    OAuthSession at(URI moved) {
        return new OAuthSession(did, moved, server, clientId, key);
    }

    /** Whose account a credential must open. */
    static String did(Credential credential) {
        return credential.extra().getOrDefault(DID, "");
    }

    /** Empty for the session of an app password. */
    static Optional<Es256> key(Credential credential) {
        return Optional.ofNullable(credential.extra().get(KEY)).map(Es256::read);
    }

    @Override
    public String toString() {
        return "OAuthSession[" + did + "]";
    }
}
