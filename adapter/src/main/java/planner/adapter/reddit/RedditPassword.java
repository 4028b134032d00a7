package planner.adapter.reddit;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;

/**
 * User name and password, for the operator's own script app and its developers only. There is no refresh token: the
 * password is kept, sealed like a token, and the grant repeated.
 */
final class RedditPassword implements Connector.Secrets {
    private static final String USER = "username";
    private static final String PASSWORD = "password";

    private final RedditApp app;
    private final Clock clock;
    private final RedditAccounts accounts;

    RedditPassword(RedditApp app, Clock clock, RedditAccounts accounts) {
        this.app = app;
        this.clock = clock;
        this.accounts = accounts;
    }

    @Override
    public String id() {
        return "password";
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field(USER, false, true, null), new Field(PASSWORD, true, true, null));
    }

    @Override
    public Credential signIn(Map<String, String> secrets) {
        var user = secrets.getOrDefault(USER, "").strip().replaceFirst("(?i)^/?u/", "");
        var wrong = new Fault.Rejected(PASSWORD, "Reddit does not accept this user name and password");
        return grant(user, secrets.getOrDefault(PASSWORD, ""), wrong);
    }

    @Override
    public Credential refresh(Credential credential) {
        var user = credential.extra().get(USER);
        var password = credential.extra().get(PASSWORD);
        if (user == null || password == null) {
            throw new NetworkException(new Fault.Revoked("the password was not kept"));
        }
        return grant(user, password, new Fault.Revoked("Reddit no longer accepts the password"));
    }

    private Credential grant(String user, String password, Fault wrong) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "password");
        form.put("username", user);
        form.put("password", password);
        form.put("scope", String.join(" ", RedditAccounts.SCOPES));
        var reply = accounts.service("/api/v1/access_token", form, app.script(), List.of(password));
        return accounts.token(reply, clock, null, Map.of(USER, user, PASSWORD, password), wrong);
    }

    @Override
    public List<Grant> accounts(Credential credential) {
        return accounts.of(credential);
    }

    @Override
    public void revoke(Credential credential) {
        var form = new LinkedHashMap<String, String>();
        form.put("token", credential.access());
        form.put("token_type_hint", "access_token");
        accounts.service("/api/v1/revoke_token", form, app.script(), List.of(credential.access()));
    }
}
