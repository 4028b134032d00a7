package planner.adapter.mastodon;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Json;
import planner.adapter.kit.OAuth2Kit;
import planner.adapter.kit.Reply;
import planner.network.Account;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;

/**
 * The person names the server; we register there as an app, once a round, and send the person to its consent page. PKCE by
 * S256: servers before 4.3 pass over it.
 */
final class MastodonConnector implements Connector.OAuth2 {
    static final String SERVER = MastodonApi.SERVER;
    /** The account's id on its own server, among its details. */
    static final String ID = "id";
    /** Where its profile is seen, among its details. */
    static final String PROFILE = "profile";

    private static final String CLIENT_ID = "client-id";
    private static final String CLIENT_SECRET = "client-secret";
    private static final List<String> SCOPES =
            List.of("read:accounts", "read:statuses", "write:media", "write:statuses");

    private final MastodonApi api;
    private final Servers servers;
    private final Clock clock;

    MastodonConnector(MastodonApi api, Servers servers, Clock clock) {
        this.api = api;
        this.servers = servers;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "oauth2";
    }

    /** Every server gives us its own app. */
    @Override
    public boolean configured() {
        return true;
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field(
                SERVER,
                false,
                true,
                servers.suggested() == null ? null : servers.suggested().toString()));
    }

    @Override
    public Map<String, String> prepare(Map<String, String> answers, Consent consent) {
        var typed = answers.getOrDefault(SERVER, "");
        var server = Servers.named(typed).orElseThrow(() -> rejected(SERVER, "not an https address"));
        var app = registered(server, consent.redirect());
        var id = app.id();
        var secret = app.secret();
        if (id == null || secret == null) {
            throw rejected(SERVER, "no Mastodon server answers at " + server.getHost());
        }
        return Map.of(SERVER, server.toString(), CLIENT_ID, id, CLIENT_SECRET, secret);
    }

    /** Before anybody consented, whatever is wrong is wrong with the server that was named; unless it is only busy. */
    private MastodonApi.App registered(URI server, URI redirect) {
        try {
            return api.register(server, redirect, String.join(" ", SCOPES));
        } catch (NetworkException e) {
            throw switch (e.fault()) {
                case Fault.Busy busy -> e;
                case Fault.Unavailable(var maybeDone, var detail) -> {
                    var theirs = rejected(SERVER, server.getHost() + ": " + detail);
                    yield servers.trusted(server) ? e : theirs;
                }
                case Fault.Rejected(var code, var message) -> rejected(SERVER, message);
                case Fault.Expired(var detail) -> rejected(SERVER, detail);
                case Fault.Revoked(var detail) -> rejected(SERVER, detail);
            };
        }
    }

    @Override
    public URI consentPage(Consent consent) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", prepared(consent, CLIENT_ID));
        query.put("redirect_uri", consent.redirect().toString());
        query.put("scope", String.join(" ", SCOPES));
        query.put("state", consent.state());
        query.put("code_challenge", OAuth2Kit.challenge(consent.verifier()));
        query.put("code_challenge_method", "S256");
        return Call.get(URI.create(prepared(consent, SERVER) + "/oauth/authorize"))
                .query(query)
                .uri();
    }

    @Override
    public Credential exchange(String code, Consent consent) {
        var secret = prepared(consent, CLIENT_SECRET);
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("client_id", prepared(consent, CLIENT_ID));
        form.put("client_secret", secret);
        form.put("redirect_uri", consent.redirect().toString());
        form.put("code_verifier", consent.verifier());
        var reply = api.token(URI.create(prepared(consent, SERVER)), form, List.of(code, secret, consent.verifier()));
        if (!reply.ok()) {
            throw new NetworkException(tokenFault(reply));
        }
        return OAuth2Kit.credential(reply, clock, null, consent.prepared());
    }

    private Fault tokenFault(Reply reply) {
        var error = Json.tree(reply).path("error").asString("");
        return switch (error) {
            case "invalid_grant", "invalid_client", "invalid_scope" ->
                new Fault.Rejected(error, MastodonFaults.words(reply));
            default -> MastodonFaults.of(reply, clock);
        };
    }

    /** Tokens have no end. */
    @Override
    public Credential refresh(Credential credential) {
        return credential;
    }

    @Override
    public List<Grant> accounts(Credential credential) {
        var scopes = credential.scopes();
        OAuth2Kit.demand(SCOPES, scope -> scopes.contains(scope) || scopes.contains(scope.split(":", 2)[0]));
        var me = api.me(credential);
        if (me.id() == null
                || me.id().isBlank()
                || me.username() == null
                || me.username().isBlank()) {
            return List.of();
        }
        var host = MastodonApi.server(credential).getAuthority();
        var name = Objects.requireNonNullElse(me.name(), "").strip();
        // the number is the server's own: two servers may have given the same
        var account = new Account(
                host + "/" + me.id(),
                name.isEmpty() ? me.username() : name,
                me.username() + "@" + host,
                address(me.avatar()),
                details(me, credential));
        return List.of(new Grant(account, credential));
    }

    private Map<String, String> details(MastodonApi.Me me, Credential credential) {
        var details = new HashMap<>(Limits.detail(api.instance(credential)));
        details.put(SERVER, MastodonApi.server(credential).toString());
        details.put(ID, me.id());
        var profile = address(me.url());
        if (profile != null && Set.of("https", "http").contains(profile.getScheme())) {
            details.put(PROFILE, profile.toString());
        }
        return details;
    }

    @Override
    public void revoke(Credential credential) {
        var secret = credential.extra().getOrDefault(CLIENT_SECRET, "");
        var form = new LinkedHashMap<String, String>();
        form.put("client_id", credential.extra().getOrDefault(CLIENT_ID, ""));
        form.put("client_secret", secret);
        form.put("token", credential.access());
        api.revoke(MastodonApi.server(credential), form, List.of(secret, credential.access()));
    }

    private static String prepared(Consent consent, String name) {
        return consent.prepared().getOrDefault(name, "");
    }

    private static @Nullable URI address(@Nullable String text) {
        try {
            return text == null ? null : URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static NetworkException rejected(String code, String message) {
        return new NetworkException(new Fault.Rejected(code, message));
    }
}
