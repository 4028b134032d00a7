package planner.adapter.x;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.OAuth2Kit;
import planner.adapter.kit.Reply;
import planner.network.Account;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;

/** Authorization code with PKCE; the refresh token is single use. */
final class XConnector implements Connector.OAuth2 {
    static final String SUBSCRIPTION = "subscription";

    // media.write is needed for uploads, offline.access for a refresh token
    private static final String SCOPES = "tweet.read tweet.write users.read media.write offline.access";
    private static final Set<String> NEEDED = Set.of("tweet.read", "tweet.write", "users.read", "media.write");

    private final XApp app;
    private final Http http;
    private final Clock clock;
    private final XApi api;

    XConnector(XApp app, Http http, Clock clock, XApi api) {
        this.app = app;
        this.http = http;
        this.clock = clock;
        this.api = api;
    }

    @Override
    public String id() {
        return "oauth2";
    }

    @Override
    public boolean configured() {
        return !app.clientId().isEmpty();
    }

    @Override
    public URI consentPage(Consent consent) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", app.clientId());
        query.put("redirect_uri", consent.redirect().toString());
        query.put("scope", SCOPES);
        query.put("state", consent.state());
        query.put("code_challenge", OAuth2Kit.challenge(consent.verifier()));
        query.put("code_challenge_method", "S256");
        return Call.get(URI.create(app.authorize() + "/i/oauth2/authorize"))
                .query(query)
                .uri();
    }

    @Override
    public Credential exchange(String code, Consent consent) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", consent.redirect().toString());
        form.put("code_verifier", consent.verifier());
        return token(form, null, List.of(code, consent.verifier()));
    }

    @Override
    public Credential refresh(Credential credential) {
        var refresh = credential.refresh();
        if (refresh == null) {
            throw new NetworkException(new Fault.Revoked("there is no refresh token"));
        }
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refresh);
        return token(form, refresh, List.of(refresh));
    }

    private Credential token(Map<String, String> form, @Nullable String kept, List<String> secrets) {
        var reply = http.send(client("oauth2/token", form, secrets));
        if (!reply.ok()) {
            throw new NetworkException(tokenFault(reply));
        }
        return OAuth2Kit.credential(reply, clock, kept, Map.of());
    }

    /** A token call, as a confidential or as a public client. */
    private Call client(String path, Map<String, String> form, List<String> secrets) {
        var fields = new LinkedHashMap<>(form);
        if (app.clientSecret().isEmpty()) {
            fields.put("client_id", app.clientId());
        }
        var call = Call.post(app.api().at(path)).form(fields);
        for (var secret : secrets) {
            call = call.secret(secret);
        }
        return app.clientSecret().isEmpty() ? call : call.basic(app.clientId(), app.clientSecret());
    }

    private static Fault tokenFault(Reply reply) {
        var error = Json.tree(reply).path("error").asString("");
        var text = Json.tree(reply).path("error_description").asString("");
        if (error.equals("invalid_grant") || error.equals("invalid_request") && text.contains("token")) {
            return new Fault.Revoked(text.isEmpty() ? error : text);
        }
        if (error.equals("invalid_client") || error.equals("unauthorized_client")) {
            return new Fault.Rejected("invalid_client", text);
        }
        return reply.status() == 429 || reply.status() >= 500
                ? new Fault.Unavailable(reply.status() != 429, "the token service answered: " + reply.status())
                : new Fault.Rejected(error.isEmpty() ? "token" : error, text);
    }

    @Override
    public List<Grant> accounts(Credential credential) {
        OAuth2Kit.demand(NEEDED, credential.scopes()::contains);
        return List.of(grant(api.me(credential).me(), credential));
    }

    static Grant grant(XApi.Me me, Credential credential) {
        var picture = me.picture() == null ? null : URI.create(me.picture().replace("_normal.", "_400x400."));
        var details = me.subscription() == null ? Map.<String, String>of() : Map.of(SUBSCRIPTION, me.subscription());
        return new Grant(new Account(me.id(), me.name(), me.username(), picture, details), credential);
    }

    /** Whether longer posts are allowed; a missing answer counts as no. */
    static boolean subscribed(Account account) {
        return account.details().getOrDefault(SUBSCRIPTION, "None").startsWith("Premium");
    }

    @Override
    public void revoke(Credential credential) {
        var refresh = credential.refresh();
        var tokens = refresh == null ? List.of(credential.access()) : List.of(refresh, credential.access());
        for (var token : tokens) {
            http.send(client("oauth2/revoke", Map.of("token", token), List.of(token)));
        }
    }
}
