package planner.adapter.bluesky;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import planner.adapter.kit.Call;
import planner.adapter.kit.Json;
import planner.adapter.kit.OAuth2Kit;
import planner.adapter.kit.Reply;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;

/**
 * The person names the account, and says yes on the server that the account itself names. Who comes back must come from
 * that server and be that account: any server could claim anybody.
 */
final class BlueskyOAuth implements Connector.OAuth2 {
    private static final String HANDLE = "handle";
    private static final String REQUEST = "request-uri";

    private final BlueskyApi api;
    private final OAuthApi oauth;
    private final OAuthClient client;
    private final Identity identity;
    private final Accounts accounts;
    private final Hosts hosts;
    private final BlueskyFaults faults;
    private final Clock clock;

    BlueskyOAuth(
            BlueskyApi api,
            OAuthApi oauth,
            OAuthClient client,
            Identity identity,
            Accounts accounts,
            Hosts hosts,
            BlueskyFaults faults,
            Clock clock) {
        this.api = api;
        this.oauth = oauth;
        this.client = client;
        this.identity = identity;
        this.accounts = accounts;
        this.hosts = hosts;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "oauth";
    }

    /** Nobody gives us app credentials; only a key that cannot be read is in the way. */
    @Override
    public boolean configured() {
        return client.sound();
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field(HANDLE, false, true, client.handle().isBlank() ? null : client.handle()));
    }

    @Override
    public Optional<String> document(String name, URI redirect) {
        return OAuthClient.DOCUMENT.equals(name) ? client.document(redirect) : Optional.empty();
    }

    /** Public clients get refresh tokens of a day. */
    @Override
    public boolean renewedDaily() {
        return true;
    }

    @Override
    public Map<String, String> prepare(Map<String, String> answers, Consent consent) {
        if (!OAuthClient.fits(consent.redirect())) {
            throw rejected("client-metadata", "the address of this planner has a port");
        }
        var named = Handles.identifier(answers.getOrDefault(HANDLE, ""), hosts.service());
        var did = did(named);
        var document = identity.find(did).orElseThrow(() -> rejected(HANDLE, "no document of " + did));
        if (!Handles.isDid(named) && !Identity.claims(document, named)) {
            throw rejected(HANDLE, "the account does not call itself " + named);
        }
        var pds = Identity.pds(document).orElseThrow(() -> rejected(HANDLE, "the account names no server"));
        var server = oauth.serverOf(pds)
                .orElseThrow(() -> rejected("no-oauth", pds.getHost() + " does not offer sign-in by OAuth"));
        var session = new OAuthSession(did, pds, server, OAuthClient.id(consent.redirect()), Es256.fresh());
        var prepared = new HashMap<>(session.kept());
        prepared.put(REQUEST, oauth.push(session, consent, named));
        return prepared;
    }

    private String did(String named) {
        if (Handles.isDid(named)) {
            return named;
        }
        if (!Handles.isHandle(named)) {
            throw rejected(HANDLE, "not a handle");
        }
        return api.resolveHandle(hosts.service(), named)
                .or(() -> api.resolveHandle(hosts.appView(), named))
                .orElseThrow(() -> rejected(HANDLE, "nobody has the handle " + named));
    }

    @Override
    public URI consentPage(Consent consent) {
        var session = OAuthSession.of(consent.prepared());
        return Call.get(session.server().page())
                .query("client_id", session.clientId())
                .query("request_uri", consent.prepared().getOrDefault(REQUEST, ""))
                .uri();
    }

    @Override
    public Credential exchange(String code, Consent consent) {
        var session = OAuthSession.of(consent.prepared());
        var issuer = session.server().issuer().toString();
        if (!issuer.equals(consent.returned().getOrDefault("iss", ""))) {
            throw rejected("wrong-issuer", "the answer does not come from " + issuer);
        }
        var reply = oauth.exchange(session, code, consent);
        if (!reply.ok()) {
            throw new NetworkException(
                    faults.classify(reply) instanceof Fault.Revoked(var detail)
                            ? new Fault.Rejected("invalid_grant", detail)
                            : faults.classify(reply));
        }
        return bought(reply, session);
    }

    /**
     * The old refresh token is dead as soon as the server has answered: an answer that is lost ends the session at the next
     * try. Until then the access token goes on working.
     */
    @Override
    public Credential refresh(Credential credential) {
        var refresh = credential.refresh();
        if (refresh == null) {
            throw new NetworkException(new Fault.Revoked("there is no refresh token"));
        }
        if (!client.sound()) {
            // the server would take us for another client and end what the right key can still renew
            throw new NetworkException(new Fault.Unavailable(false, "the client key of the settings cannot be read"));
        }
        var session = found(OAuthSession.of(credential.extra()));
        var reply = oauth.refresh(session, refresh);
        if (!reply.ok()) {
            var fault = faults.classify(reply);
            throw new NetworkException(fault instanceof Fault.Expired(var detail) ? new Fault.Revoked(detail) : fault);
        }
        return withScopes(bought(reply, session), credential.scopes());
    }

    /** An answer that names none means those of before (RFC 6749, 5.1 and 6). */
    private static Credential withScopes(Credential fresh, Set<String> before) {
        return fresh.scopes().isEmpty()
                ? new Credential(fresh.access(), fresh.refresh(), fresh.expiresAt(), before, fresh.extra())
                : fresh;
    }

    /** Where the account lives by now. Before the tokens are bought: afterwards nothing may stand in the way of keeping them. */
    private OAuthSession found(OAuthSession session) {
        try {
            return identity.document(session.did())
                    .flatMap(Identity::pds)
                    .filter(pds -> !pds.equals(session.pds()))
                    .filter(pds -> oauth.issuerOf(pds)
                            .filter(session.server().issuer()::equals)
                            .isPresent())
                    .map(session::at)
                    .orElse(session);
        } catch (NetworkException e) {
            return session;
        }
    }

    private Credential bought(Reply reply, OAuthSession session) {
        var credential = OAuth2Kit.credential(reply, clock, null, session.kept());
        var answer = Json.tree(reply);
        if (!answer.path("sub").asString("").equals(session.did())) {
            giveBack(credential);
            throw rejected("wrong-account", "the server signed in another account");
        }
        if (!answer.path("token_type").asString("").equalsIgnoreCase("DPoP")) {
            throw rejected("no-oauth", "the server gave tokens that are bound to no key");
        }
        return credential;
    }

    /** Tokens of somebody else's account are nothing to keep. */
    private void giveBack(Credential credential) {
        try {
            revoke(credential);
        } catch (NetworkException e) {
            // they end by themselves
        }
    }

    @Override
    public List<Grant> accounts(Credential credential) {
        OAuth2Kit.demand(OAuthClient.SCOPES, credential.scopes()::contains);
        var named = OAuthSession.did(credential);
        var grants = accounts.of(credential);
        if (!grants.stream().allMatch(grant -> grant.account().id().equals(named))) {
            throw rejected("wrong-account", "the server opened another account");
        }
        return grants;
    }

    @Override
    public void revoke(Credential credential) {
        var refresh = credential.refresh();
        oauth.revoke(OAuthSession.of(credential.extra()), refresh == null ? credential.access() : refresh);
    }

    private static NetworkException rejected(String code, String message) {
        return new NetworkException(new Fault.Rejected(code, message));
    }
}
