package planner.adapter.reddit;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planner.adapter.kit.Call;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;

/** The authorization code. There is no PKCE; the refresh token lives until it is revoked. */
final class RedditConnector implements Connector.OAuth2 {
    private static final String TOKEN = "/api/v1/access_token";

    private final RedditApp app;
    private final Clock clock;
    private final RedditAccounts accounts;

    RedditConnector(RedditApp app, Clock clock, RedditAccounts accounts) {
        this.app = app;
        this.clock = clock;
        this.accounts = accounts;
    }

    @Override
    public String id() {
        return "oauth2";
    }

    @Override
    public boolean configured() {
        return !app.client().id().isEmpty();
    }

    @Override
    public URI consentPage(Consent consent) {
        var query = new LinkedHashMap<String, String>();
        query.put("client_id", app.client().id());
        query.put("response_type", "code");
        query.put("state", consent.state());
        query.put("redirect_uri", consent.redirect().toString());
        query.put("duration", "permanent");
        query.put("scope", String.join(" ", RedditAccounts.SCOPES));
        return Call.get(URI.create(app.authorize() + "/api/v1/authorize"))
                .query(query)
                .uri();
    }

    @Override
    public Credential exchange(String code, Consent consent) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", consent.redirect().toString());
        var reply = accounts.service(TOKEN, form, app.client(), List.of(code));
        var wrong = new Fault.Rejected("code", "Reddit no longer knows the code of this sign-in");
        return accounts.token(reply, clock, null, Map.of(), wrong);
    }

    /** The same refresh token comes back, or none: then the old one goes on. */
    @Override
    public Credential refresh(Credential credential) {
        var refresh = credential.refresh();
        if (refresh == null) {
            throw new NetworkException(new Fault.Revoked("there is no refresh token"));
        }
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refresh);
        var reply = accounts.service(TOKEN, form, app.client(), List.of(refresh));
        var gone = new Fault.Revoked("Reddit no longer knows this sign-in. Connect again.");
        if (reply.status() == 400) {
            throw new NetworkException(gone);
        }
        return accounts.token(reply, clock, refresh, credential.extra(), gone);
    }

    @Override
    public List<Grant> accounts(Credential credential) {
        return accounts.of(credential);
    }

    /** The refresh token takes its access tokens with it. */
    @Override
    public void revoke(Credential credential) {
        var refresh = credential.refresh();
        var form = new LinkedHashMap<String, String>();
        form.put("token", refresh == null ? credential.access() : refresh);
        form.put("token_type_hint", refresh == null ? "access_token" : "refresh_token");
        accounts.service("/api/v1/revoke_token", form, app.client(), List.copyOf(form.values()));
    }
}
