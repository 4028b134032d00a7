package planner.adapter.tiktok;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Login Kit for the web; the refresh token rotates and the old one dies at once. */
final class TikTokConnector implements Connector.OAuth2 {
    private static final List<String> SCOPES = List.of(
            "user.info.basic", "user.info.profile", "user.info.stats", "video.list", "video.upload", "video.publish");
    private static final String PUBLISH = "video.publish";
    private static final String UPLOAD = "video.upload";
    private static final String BASIC = "user.info.basic";
    private static final String PROFILE = "user.info.profile";

    private final TikTokApp app;
    private final Http http;
    private final Clock clock;
    private final TikTokApi api;

    TikTokConnector(TikTokApp app, Http http, Clock clock, TikTokApi api) {
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
        return !app.clientKey().isEmpty();
    }

    @Override
    public URI consentPage(Consent consent) {
        var query = new LinkedHashMap<String, String>();
        query.put("client_key", app.clientKey());
        query.put("response_type", "code");
        query.put("scope", String.join(",", SCOPES));
        query.put("redirect_uri", consent.redirect().toString());
        query.put("state", consent.state());
        return Call.get(URI.create(app.authorize() + "/" + app.api().version() + "/auth/authorize/"))
                .query(query)
                .uri();
    }

    @Override
    public Credential exchange(String code, Consent consent) {
        var form = new LinkedHashMap<String, String>();
        form.put("code", code);
        form.put("grant_type", "authorization_code");
        form.put("redirect_uri", consent.redirect().toString());
        return token(form, null, code);
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
        return token(form, refresh, refresh);
    }

    private Credential token(Map<String, String> form, @Nullable String kept, String secret) {
        var reply = http.send(client("oauth/token/", form, secret));
        var error = Json.tree(reply).path("error").asString("");
        if (!reply.ok() || !error.isEmpty()) {
            throw new NetworkException(tokenFault(reply, error));
        }
        return OAuth2Kit.credential(reply, clock, kept, Map.of());
    }

    private Call client(String path, Map<String, String> form, String secret) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("client_key", app.clientKey());
        fields.put("client_secret", app.clientSecret());
        fields.putAll(form);
        return Call.post(app.api().at(path))
                .form(fields)
                .secret(app.clientSecret())
                .secret(secret);
    }

    private static Fault tokenFault(Reply reply, String error) {
        var words = Json.tree(reply).path("error_description").asString("");
        return switch (error) {
            case "invalid_grant", "access_denied" -> new Fault.Revoked(words);
            case "invalid_client" -> new Fault.Rejected(error, words);
            case "" -> new Fault.Unavailable(reply.status() >= 500, "the token service answered: " + reply.status());
            default ->
                reply.status() >= 500
                        ? new Fault.Unavailable(true, words)
                        : new Fault.Rejected(TikTokFaults.REFUSED, error + ": " + words);
        };
    }

    @Override
    public List<Grant> accounts(Credential credential) {
        var scopes = credential.scopes();
        if (!scopes.contains(BASIC) || !scopes.contains(PUBLISH) && !scopes.contains(UPLOAD)) {
            throw new NetworkException(new Fault.Rejected("missing_scope", BASIC + ", " + PUBLISH));
        }
        var token = credential.access();
        var user = api.user(scopes.contains(PROFILE), token);
        var details = new HashMap<String, String>();
        if (scopes.contains(PUBLISH)) {
            creator(token).ifPresent(creator -> details.putAll(TikTokRules.details(creator)));
        }
        var name = user.name() == null ? "" : user.name();
        var handle = user.username() == null ? "" : user.username();
        var avatar = user.avatar() == null ? null : URI.create(user.avatar());
        return List.of(
                new Grant(new Account(user.id(), name.isEmpty() ? handle : name, handle, avatar, details), credential));
    }

    /** An account that has posted enough for today, or may not post at all, can be connected nevertheless. */
    private Optional<TikTokApi.Creator> creator(String token) {
        try {
            return Optional.of(api.creator(token));
        } catch (NetworkException e) {
            return switch (e.fault()) {
                case Fault.Busy busy -> Optional.empty();
                case Fault.Rejected rejected -> Optional.empty();
                case Fault.Unavailable unavailable -> throw e;
                case Fault.Expired expired -> throw e;
                case Fault.Revoked revoked -> throw e;
            };
        }
    }

    @Override
    public void revoke(Credential credential) {
        http.send(client("oauth/revoke/", Map.of("token", credential.access()), credential.access()));
    }
}
