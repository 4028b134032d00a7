package planner.adapter.google;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.OAuth2Kit;
import planner.adapter.kit.Reply;
import planner.network.Connector.Consent;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.NetworkException;

/**
 * Sign-in with Google for web applications. Nothing here revokes: Google ends the person's whole grant for the project,
 * and with it every other channel and location that the same person connected.
 */
public final class GoogleOAuth {
    private final GoogleApp app;
    private final Http http;
    private final Clock clock;

    public GoogleOAuth(GoogleApp app, Http http, Clock clock) {
        this.app = app;
        this.http = http;
        this.clock = clock;
    }

    public boolean configured() {
        return !app.clientId().isEmpty();
    }

    /** Without {@code access_type} there is no refresh token, without {@code prompt=consent} only for the first consent. */
    public URI consentPage(List<String> scopes, Consent consent) {
        var query = new LinkedHashMap<String, String>();
        query.put("client_id", app.clientId());
        query.put("redirect_uri", consent.redirect().toString());
        query.put("response_type", "code");
        query.put("scope", String.join(" ", scopes));
        query.put("state", consent.state());
        query.put("access_type", "offline");
        query.put("prompt", "consent select_account");
        query.put("include_granted_scopes", "true");
        query.put("code_challenge", OAuth2Kit.challenge(consent.verifier()));
        query.put("code_challenge_method", "S256");
        return Call.get(URI.create(app.authorize() + "/o/oauth2/v2/auth"))
                .query(query)
                .uri();
    }

    public Credential exchange(String code, Consent consent) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", consent.redirect().toString());
        form.put("code_verifier", consent.verifier());
        var reply = http.send(client(form).secret(code).secret(consent.verifier()));
        if (!reply.ok()) {
            throw new NetworkException(fault(reply, true));
        }
        return OAuth2Kit.credential(reply, clock, null, Map.of());
    }

    /** The refresh token lives on; should a new one come, it takes its place. */
    public Credential refresh(Credential credential) {
        var kept = credential.refresh();
        if (kept == null) {
            throw new NetworkException(new Fault.Revoked("there is no refresh token"));
        }
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", kept);
        var reply = http.send(client(form).secret(kept));
        if (!reply.ok()) {
            throw new NetworkException(fault(reply, false));
        }
        return fresh(reply, kept, credential);
    }

    private Credential fresh(Reply reply, String kept, Credential old) {
        var fresh = OAuth2Kit.credential(reply, clock, kept, old.extra());
        var scopes = fresh.scopes().isEmpty() ? old.scopes() : fresh.scopes();
        return new Credential(fresh.access(), fresh.refresh(), fresh.expiresAt(), scopes, fresh.extra());
    }

    private Call client(Map<String, String> form) {
        var fields = new LinkedHashMap<>(form);
        fields.put("client_id", app.clientId());
        fields.put("client_secret", app.clientSecret());
        return Call.post(URI.create(app.token() + "/token")).form(fields).secret(app.clientSecret());
    }

    /** The token service has a shape of its own. */
    private static Fault fault(Reply reply, boolean connecting) {
        var tree = Json.tree(reply);
        var error = tree.path("error").asString("");
        var words = error + ": " + tree.path("error_description").asString("no description");
        if (reply.status() >= 500 || error.isEmpty()) {
            return new Fault.Unavailable(reply.status() >= 500, "the token service answered: " + reply.status());
        }
        return switch (error) {
            case "invalid_grant" -> connecting ? new Fault.Rejected("code", words) : new Fault.Revoked(words);
            case "invalid_client", "redirect_uri_mismatch", "unauthorized_client" -> new Fault.Rejected(error, words);
            default -> new Fault.Rejected(GoogleFaults.REFUSED, words);
        };
    }
}
