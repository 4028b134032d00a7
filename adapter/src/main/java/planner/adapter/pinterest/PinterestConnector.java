package planner.adapter.pinterest;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import planner.network.Fault.Scope;
import planner.network.Grant;
import planner.network.NetworkException;

/** Authorization code without PKCE; access of 30 days, and a refresh token of 60 days that is renewed with each use. */
final class PinterestConnector implements Connector.OAuth2 {
    static final String SECRET_BOARDS = "secretBoards";

    private static final List<String> NEEDED =
            List.of("boards:read", "boards:write", "pins:read", "pins:write", "user_accounts:read");
    private static final List<String> FOR_SECRET_BOARDS =
            List.of("boards:read_secret", "boards:write_secret", "pins:read_secret", "pins:write_secret");

    private final PinterestApp app;
    private final Http http;
    private final Clock clock;
    private final PinterestApi api;

    PinterestConnector(PinterestApp app, Http http, Clock clock, PinterestApi api) {
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
        return !app.clientId().isEmpty() && !app.clientSecret().isEmpty();
    }

    @Override
    public URI consentPage(Consent consent) {
        var query = new LinkedHashMap<String, String>();
        query.put("client_id", app.clientId());
        query.put("redirect_uri", consent.redirect().toString());
        query.put("response_type", "code");
        query.put("scope", String.join(",", NEEDED) + "," + String.join(",", FOR_SECRET_BOARDS));
        query.put("state", consent.state());
        return Call.get(URI.create(app.authorize() + "/oauth/")).query(query).uri();
    }

    @Override
    public Credential exchange(String code, Consent consent) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", consent.redirect().toString());
        // apps from before 2025-09-25 get a refresh token that can be renewed only when they ask for it
        form.put("continuous_refresh", "true");
        var reply = token(form, code);
        if (!reply.ok()) {
            throw new NetworkException(exchangeFault(reply));
        }
        return OAuth2Kit.credential(reply, clock, null, Map.of());
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
        var reply = token(form, refresh);
        if (!reply.ok()) {
            throw new NetworkException(refreshFault(reply));
        }
        var fresh = OAuth2Kit.credential(reply, clock, refresh, Map.of());
        return fresh.scopes().isEmpty() ? scoped(fresh, credential) : fresh;
    }

    private static Credential scoped(Credential fresh, Credential before) {
        return new Credential(fresh.access(), fresh.refresh(), fresh.expiresAt(), before.scopes(), fresh.extra());
    }

    private Reply token(Map<String, String> form, String secret) {
        return http.send(Call.post(app.api().at("oauth/token"))
                .form(form)
                .secret(secret)
                .basic(app.clientId(), app.clientSecret()));
    }

    private static Fault exchangeFault(Reply reply) {
        return passing(reply, reply.status() == 401 ? "invalid_client" : "code");
    }

    /** Only an answer about the token itself ends the connection; one about the app is the operator's affair. */
    private static Fault refreshFault(Reply reply) {
        var words = words(reply);
        var text = words.toLowerCase(Locale.ROOT);
        boolean ofTheApp = text.contains("client") || text.contains("authentication failed");
        return switch (reply.status()) {
            case 400, 403 -> new Fault.Revoked(words);
            case 401 -> ofTheApp ? new Fault.Rejected("invalid_client", words) : new Fault.Revoked(words);
            default -> passing(reply, "refused");
        };
    }

    private static Fault passing(Reply reply, String code) {
        if (reply.status() == 429) {
            return new Fault.Busy(java.time.Duration.ofMinutes(1), Scope.NETWORK, words(reply));
        }
        return reply.status() >= 500
                ? new Fault.Unavailable(true, words(reply))
                : new Fault.Rejected(code, words(reply));
    }

    private static String words(Reply reply) {
        var tree = Json.tree(reply);
        var words = tree.path("message")
                .asString(tree.path("error_description")
                        .asString(tree.path("error").asString("")));
        return words.isBlank() ? "the token service answered: " + reply.status() : words;
    }

    @Override
    public List<Grant> accounts(Credential credential) {
        OAuth2Kit.demand(NEEDED, credential.scopes()::contains);
        var who = api.account(credential.access());
        var details = new HashMap<String, String>();
        details.put(SECRET_BOARDS, "" + secretBoards(credential));
        var name = named(who);
        var id = who.id() == null ? who.username() : who.id();
        return List.of(new Grant(new Account(id, name, who.username(), image(who.image()), details), credential));
    }

    private static String named(PinterestApi.Account who) {
        var business = who.businessName();
        return business == null || business.isBlank() ? who.username() : business;
    }

    private static @Nullable URI image(@Nullable String address) {
        return address == null || address.isBlank() ? null : URI.create(address);
    }

    static boolean secretBoards(Credential credential) {
        return credential.scopes().containsAll(FOR_SECRET_BOARDS);
    }
}
