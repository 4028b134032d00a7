package planner.adapter.bluesky;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Json;
import planner.network.Environment;

/**
 * Who we are to the servers. Where they can reach this installation its name is the address of a document that says so;
 * on somebody's own machine it is the name that the protocol keeps for that.
 *
 * @param appName what a server may show people
 * @param handle what the form begins with; empty = nothing
 * @param key what we prove with to be this installation; {@code null} = nothing, then servers give short sessions
 * @param sound whether the key of the settings can be read
 */
record OAuthClient(String appName, String handle, @Nullable Es256 key, boolean sound) {
    static final List<String> SCOPES = List.of("atproto", "transition:generic");
    static final String DOCUMENT = "client-metadata.json";

    private static final String LOCAL = "http://localhost";
    private static final Duration ASSERTION = Duration.ofMinutes(1);

    static OAuthClient of(Environment settings) {
        var name = settings.text("app-name", "Planner", "Name of this planner on consent pages");
        var handle = settings.text("handle", "", "Handle that the consent form suggests; empty = none");
        var secret = settings.secret(
                "client-key",
                "Key of this installation for sign-in by OAuth, which makes connections last: PEM or the Base64 in it, from"
                        + " `openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256`");
        if (secret.isBlank()) {
            return new OAuthClient(name, handle, null, true);
        }
        try {
            return new OAuthClient(name, handle, Es256.pkcs8(secret), true);
        } catch (IllegalArgumentException e) {
            return new OAuthClient(name, handle, null, false);
        }
    }

    /** A server takes a name with https and without a port only, or none of the public web at all. */
    static boolean fits(URI callback) {
        return !https(callback) || callback.getPort() == -1;
    }

    /** The client id of this installation. */
    static String id(URI callback) {
        return https(callback)
                ? callback.resolve(DOCUMENT).toString()
                : LOCAL + "?redirect_uri=" + Call.percent(redirect(callback)) + "&scope="
                        + Call.percent(String.join(" ", SCOPES));
    }

    /** Where servers send the person back: on this machine by its number, never by its name. */
    static String redirect(URI callback) {
        return https(callback)
                ? callback.toString()
                : callback.toString().replaceFirst("//localhost(?=[:/])", "//127.0.0.1");
    }

    /** The document that servers fetch, where they can; none while it would deny the key that sessions began with. */
    Optional<String> document(URI callback) {
        if (!sound || !https(callback)) {
            return Optional.empty();
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("client_id", id(callback));
        document.put("client_name", appName);
        document.put("client_uri", callback.resolve("/").toString());
        document.put("application_type", "web");
        document.put("grant_types", List.of("authorization_code", "refresh_token"));
        document.put("response_types", List.of("code"));
        document.put("redirect_uris", List.of(redirect(callback)));
        document.put("scope", String.join(" ", SCOPES));
        document.put("dpop_bound_access_tokens", true);
        document.put("token_endpoint_auth_method", key == null ? "none" : "private_key_jwt");
        if (key != null) {
            document.put("token_endpoint_auth_signing_alg", "ES256");
            document.put("jwks", Map.of("keys", List.of(published(key))));
        }
        return Optional.of(Json.text(document));
    }

    private static Map<String, String> published(Es256 key) {
        var jwk = new HashMap<>(key.open());
        jwk.put("kid", key.id());
        jwk.put("use", "sig");
        jwk.put("alg", "ES256");
        return jwk;
    }

    /** What proves to a server that it is us who ask; nothing without a key and for the client of a machine of one's own. */
    Map<String, String> proof(String clientId, URI issuer, Clock clock) {
        if (key == null || clientId.startsWith(LOCAL)) {
            return Map.of();
        }
        var now = clock.instant();
        Map<String, Object> claims = Map.of(
                "iss", clientId,
                "sub", clientId,
                "aud", issuer.toString(),
                "jti", UUID.randomUUID().toString(),
                "iat", now.getEpochSecond(),
                "exp", now.plus(ASSERTION).getEpochSecond());
        return Map.of(
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                key.jwt(Map.of("alg", "ES256", "kid", key.id()), claims));
    }

    private static boolean https(URI callback) {
        return "https".equals(callback.getScheme());
    }
}
