package planner.adapter.reddit;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** What both ways to connect have in common: the token service, and the account with what its subreddits demand. */
final class RedditAccounts {
    static final List<String> SCOPES =
            List.of("identity", "submit", "read", "flair", "mysubreddits", "edit", "history");
    private static final Set<String> NEEDED = Set.of("identity", "submit", "read", "history");
    private static final String EVERYTHING = "*";
    // each costs a call, and a person waits
    private static final int MOST_ASKED = 20;

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
        var token = credential.access();
        var me = api.me(token);
        var name = me.name();
        var id = me.id();
        if (name == null || id == null) {
            throw new NetworkException(new Fault.Unavailable(false, "Reddit does not tell whose account it is"));
        }
        if (Boolean.TRUE.equals(me.suspended())) {
            throw new NetworkException(suspended(name));
        }
        return List.of(new Grant(new Account(id, "u/" + name, name, avatar(me.icon()), details(token)), credential));
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

    /** What preflight will know, which must not ask: the subreddits of the account and the demands of the first of them. */
    private Map<String, String> details(String token) {
        var all = new LinkedHashMap<String, Subreddit>();
        for (var relation : List.of("moderator", "subscriber")) {
            asked(() -> api.mine(relation, token)).orElse(List.of()).stream()
                    .filter(one -> one.name() != null)
                    .forEach(one -> all.putIfAbsent(Subreddit.key("" + one.name()), one));
        }
        var details = new HashMap<String, String>();
        int asked = 0;
        for (var entry : all.entrySet()) {
            Subreddit.@Nullable Requirements demands = null;
            if (asked++ < MOST_ASKED) {
                demands = asked(() -> api.requirements("" + entry.getValue().name(), token))
                        .orElse(null);
            }
            details.put(entry.getKey(), new Subreddit.Facts(entry.getValue(), demands).stored());
        }
        return details;
    }

    /** Nobody fails to connect because a list is hidden or late. */
    private static <T> Optional<T> asked(java.util.function.Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (NetworkException e) {
            return Optional.empty();
        }
    }
}
