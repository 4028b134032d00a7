package planner.adapter.linkedin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.OAuth2Kit;
import planner.adapter.kit.Reply;
import planner.network.Account;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;

/** Authorization code without PKCE, which LinkedIn's web flow does not have. A self-serve app gets no refresh token. */
final class LinkedInConnector implements Connector.OAuth2 {
    private static final String MEMBER = "w_member_social";
    private static final String PAGE = "w_organization_social";
    private static final Set<String> OF_ROLES = Set.of("rw_organization_admin", "r_organization_admin");
    private static final Duration YOUNG = Duration.ofMinutes(1);
    private static final String ISSUED = "issued";

    private final String id;
    private final LinkedInApp.Client client;
    private final LinkedInApp app;
    private final Http http;
    private final Clock clock;
    private final LinkedInAccounts accounts;

    private LinkedInConnector(
            String id, LinkedInApp.Client client, LinkedInApp app, Http http, Clock clock, LinkedInAccounts accounts) {
        this.id = id;
        this.client = client;
        this.app = app;
        this.http = http;
        this.clock = clock;
        this.accounts = accounts;
    }

    static LinkedInConnector pages(LinkedInApp app, Http http, Clock clock, LinkedInAccounts accounts) {
        return new LinkedInConnector("pages", app.pages(), app, http, clock, accounts);
    }

    static LinkedInConnector profile(LinkedInApp app, Http http, Clock clock, LinkedInAccounts accounts) {
        return new LinkedInConnector("profile", app.profile(), app, http, clock, accounts);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean configured() {
        return !client.id().isEmpty();
    }

    @Override
    public URI consentPage(Consent consent) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", client.id());
        query.put("redirect_uri", consent.redirect().toString());
        query.put("state", consent.state());
        query.put("scope", client.scopes());
        return Call.get(URI.create(app.oauth() + "/oauth/v2/authorization"))
                .query(query)
                .uri();
    }

    @Override
    public Credential exchange(String code, Consent consent) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", consent.redirect().toString());
        return credential(token(form, code, false), null, OAuth2Kit.scopes(client.scopes()));
    }

    /** Without a refresh token a living credential is the only one there is. */
    @Override
    public Credential refresh(Credential credential) {
        var refresh = credential.refresh();
        var end = credential.expiresAt();
        if (refresh == null) {
            if (end != null && clock.instant().isBefore(end)) {
                return credential;
            }
            throw new NetworkException(new Fault.Revoked("the sign-in of 60 days has ended"));
        }
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refresh);
        return credential(token(form, refresh, true), refresh, credential.scopes());
    }

    private Reply token(Map<String, String> form, String secret, boolean refreshing) {
        var reply = http.send(call("/oauth/v2/accessToken", form).secret(secret));
        if (!reply.ok()) {
            throw new NetworkException(LinkedInFaults.ofToken(reply, refreshing));
        }
        return reply;
    }

    private Call call(String path, Map<String, String> form) {
        var fields = new LinkedHashMap<>(form);
        fields.put("client_id", client.id());
        fields.put("client_secret", client.secret());
        return Call.post(URI.create(app.oauth() + path)).form(fields).secret(client.secret());
    }

    /** @param otherwise scopes, where the answer names none */
    private Credential credential(Reply reply, @Nullable String kept, Set<String> otherwise) {
        var issued = Map.of(ISSUED, clock.instant().toString());
        var fresh = OAuth2Kit.credential(reply, clock, kept, issued);
        return fresh.scopes().isEmpty()
                ? new Credential(fresh.access(), fresh.refresh(), fresh.expiresAt(), otherwise, issued)
                : fresh;
    }

    @Override
    public List<Grant> accounts(Credential credential) {
        var scopes = credential.scopes();
        boolean member = scopes.contains(MEMBER)
                && (scopes.containsAll(Set.of("openid", "profile")) || scopes.contains("r_basicprofile"));
        boolean pages = scopes.contains(PAGE) && OF_ROLES.stream().anyMatch(scopes::contains);
        if (!member && !pages) {
            throw new NetworkException(new Fault.Rejected("missing_scope", MEMBER + ", " + PAGE));
        }
        boolean fresh = clock.instant().isBefore(issued(credential).plus(YOUNG));
        var found = new ArrayList<Account>();
        if (pages) {
            found.addAll(accounts.pages(credential, fresh));
        }
        if (member) {
            found.add(accounts.member(credential, fresh));
        }
        if (found.isEmpty()) {
            throw new NetworkException(new Fault.Rejected("no_account", "no page on which this member may post"));
        }
        return found.stream().map(account -> new Grant(account, credential)).toList();
    }

    private static Instant issued(Credential credential) {
        return Instant.parse(credential.extra().getOrDefault(ISSUED, Instant.EPOCH.toString()));
    }

    @Override
    public void revoke(Credential credential) {
        http.send(call("/oauth/v2/revoke", Map.of("token", credential.access())).secret(credential.access()));
    }
}
