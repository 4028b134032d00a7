package planner.adapter.reddit;

import java.net.URI;
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
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;

/** What both ways to connect have in common: the token service, and the account. */
final class RedditAccounts {
    static final List<String> SCOPES =
            List.of("identity", "submit", "read", "flair", "mysubreddits", "edit", "history");
    private static final Set<String> NEEDED = Set.of("identity", "submit", "read", "history");
    private static final String EVERYTHING = "*";

    private final RedditApp app;
    private final Http http;
    private final RedditApi api;

    RedditAccounts(RedditApp app, Http http, RedditApi api) {
        this.app = app;
        this.http = http;
        this.api = api;
    }

    /** A call of the token service as this app. */
    Reply service(String path, Map<String, String> form, RedditApp.Client client, List<String> secrets) {
        var call = Call.post(URI.create(app.authorize() + path))
                .header("User-Agent", app.agent())
                .form(form)
                .basic(client.id(), client.secret());
        for (var secret : secrets) {
            call = call.secret(secret);
        }
        return http.send(call);
    }

    /**
     * A token, or why there is none: an error may come with HTTP 200.
     *
     * @param wrong what a refused grant means
     */
    Credential token(
            Reply reply, java.time.Clock clock, @Nullable String kept, Map<String, String> extra, Fault wrong) {
        boolean given = Json.tree(reply).path("access_token").isString();
        if (!reply.ok() || !given) {
            throw new NetworkException(RedditFaults.ofToken(reply, wrong));
        }
        return OAuth2Kit.credential(reply, clock, kept, extra);
    }

    List<Grant> of(Credential credential) {
        var scopes = credential.scopes();
        OAuth2Kit.demand(NEEDED, scope -> scopes.contains(scope) || scopes.contains(EVERYTHING));
        var me = api.me(credential.access());
        var name = me.name();
        var id = me.id();
        if (name == null || id == null) {
            throw new NetworkException(new Fault.Unavailable(false, "Reddit does not tell whose account it is"));
        }
        if (Boolean.TRUE.equals(me.suspended())) {
            throw new NetworkException(suspended(name));
        }
        return List.of(new Grant(new Account(id, "u/" + name, name, avatar(me.icon()), Map.of()), credential));
    }

    static Fault suspended(String name) {
        return new Fault.Rejected("account-suspended", name + " is suspended");
    }

    /** The address ends in a signature that goes stale; without it the picture is the same. */
    private static @Nullable URI avatar(@Nullable String icon) {
        try {
            return icon == null || icon.isBlank() ? null : URI.create(icon.replaceFirst("\\?.*$", ""));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
