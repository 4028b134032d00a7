package planner.simulator.reddit;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Consent;
import planner.simulator.Stamp;
import planner.simulator.World;

/** Codes of ten minutes, tokens of a day, refresh tokens that live until they are revoked, and the password of a script app. */
final class Access {
    static final String CLIENT_ID = "sandboxWebApp0001";
    static final String CLIENT_SECRET = "sandbox-reddit-secret";
    static final String SCRIPT_ID = "sandboxScript0001";
    static final String SCRIPT_SECRET = "sandbox-script-secret";

    private static final Set<String> SCOPES = Set.of(
            "identity",
            "submit",
            "read",
            "flair",
            "mysubreddits",
            "edit",
            "history",
            "privatemessages",
            "vote",
            "save",
            "modposts");
    private static final Set<String> ASKED =
            Set.of("client_id", "response_type", "state", "redirect_uri", "duration", "scope");
    private static final Duration CODE = Duration.ofMinutes(10);
    private static final Duration LIFE = Duration.ofSeconds(86_400);

    private final World world;
    private final String consent;
    private final Set<String> spent = ConcurrentHashMap.newKeySet();
    private volatile int generation;
    private volatile boolean passwordsChanged;

    /** @param consent where the consent page stands */
    Access(World world, String consent) {
        this.world = world;
        this.consent = consent;
    }

    /** @param app whose calls are counted */
    record Signed(Redditor who, Set<String> scopes, String app) {
        Signed need(String scope) {
            if (!scopes.contains(scope) && !scopes.contains("*")) {
                throw RedditError.scope(scope);
            }
            return this;
        }
    }

    Answer page(Ask ask) {
        if (ask.method().equals("POST")) {
            return decided(ask.form());
        }
        Map<String, String> asked = ask.query();
        List<String> scopes = scopes(asked.getOrDefault("scope", ""));
        String fault = fault(asked, scopes);
        if (!fault.isEmpty()) {
            return Answer.text(400, "bad request (reddit.com): " + fault);
        }
        List<Consent.Choice> people = Redditor.ALL.stream()
                .map(it -> new Consent.Choice(
                        it.id(),
                        "u/" + it.name(),
                        it.suspended() ? "suspended" : it.karma() + " karma",
                        world.base() + "/reddit/avatar/" + it.name(),
                        true))
                .toList();
        return new Consent("Reddit", "#d93a00", consent, people, scopes, scopes, asked).page();
    }

    private static String fault(Map<String, String> asked, List<String> scopes) {
        if (!ASKED.containsAll(asked.keySet())) {
            return "unknown parameter";
        }
        if (!CLIENT_ID.equals(asked.get("client_id"))) {
            return "invalid client id";
        }
        if (asked.getOrDefault("redirect_uri", "").isEmpty()) {
            return "invalid redirect_uri parameter";
        }
        if (!"code".equals(asked.get("response_type")) || !"permanent".equals(asked.get("duration"))) {
            return "response_type and duration";
        }
        return asked.getOrDefault("state", "").isEmpty() || scopes.isEmpty() || !SCOPES.containsAll(scopes)
                ? "state and scope"
                : "";
    }

    private static List<String> scopes(String text) {
        return Arrays.stream(text.split("[ ,]+")).filter(it -> !it.isEmpty()).toList();
    }

    private Answer decided(Map<String, String> form) {
        String back = form.getOrDefault("redirect_uri", "");
        String query = "state=" + encoded(form.getOrDefault("state", ""));
        if ("allow".equals(form.get("decision"))) {
            String until = world.clock().instant().plus(CODE).toString();
            String code = Stamp.seal(
                    List.of("code", form.getOrDefault("account", ""), form.getOrDefault("scope", ""), until, back));
            query += "&code=" + encoded(code);
        } else {
            query += "&error=access_denied";
        }
        return Answer.redirect(URI.create(back + (back.contains("?") ? "&" : "?") + query));
    }

    Answer token(Ask ask) {
        String client = client(ask);
        Map<String, String> form = ask.form();
        String grant = form.getOrDefault("grant_type", "");
        boolean script = client.equals(SCRIPT_ID);
        return switch (grant) {
            case "authorization_code" -> exchange(known(form, "code", "redirect_uri"));
            case "refresh_token" -> refresh(known(form, "refresh_token"), client);
            case "password" -> {
                if (!script) {
                    throw RedditError.oauth(400, "unauthorized_client");
                }
                yield password(known(form, "username", "password", "scope"));
            }
            default -> throw RedditError.oauth(400, "unsupported_grant_type");
        };
    }

    private static Map<String, String> known(Map<String, String> form, String... names) {
        Set<String> all = Set.of(names);
        for (String name : form.keySet()) {
            if (!all.contains(name) && !name.equals("grant_type")) {
                throw RedditError.wrong("unknown parameter " + name);
            }
        }
        return form;
    }

    /** The id of the app that signs this call by Basic. */
    private static String client(Ask ask) {
        if (!ask.type().equals("application/x-www-form-urlencoded")) {
            throw RedditError.wrong("content type " + ask.type());
        }
        String given = ask.header("authorization").orElse("");
        if (given.equals(basic(CLIENT_ID, CLIENT_SECRET))) {
            return CLIENT_ID;
        }
        if (given.equals(basic(SCRIPT_ID, SCRIPT_SECRET))) {
            return SCRIPT_ID;
        }
        throw RedditError.plain(401, "Unauthorized");
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private Answer exchange(Map<String, String> form) {
        String code = form.getOrDefault("code", "");
        List<String> parts = Stamp.open(code)
                .filter(it -> it.size() == 5 && it.getFirst().equals("code"))
                .filter(it -> world.clock().instant().isBefore(Instant.parse(it.get(3))))
                .filter(it -> it.get(4).equals(form.getOrDefault("redirect_uri", "")))
                .filter(it -> spent.add(code))
                .orElseThrow(() -> RedditError.oauth(200, "invalid_grant"));
        return issued(parts.get(1), parts.get(2), CLIENT_ID, true);
    }

    /** Good until it is revoked, and sent back each time. */
    private Answer refresh(Map<String, String> form, String client) {
        List<String> parts = open("refresh", form.getOrDefault("refresh_token", ""))
                .filter(it -> it.get(3).equals(client))
                .orElseThrow(() -> RedditError.oauth(400, "invalid_grant"));
        Map<String, Object> body = body(parts.get(1), parts.get(2), client);
        body.put("refresh_token", form.getOrDefault("refresh_token", ""));
        return Answer.json(200, body);
    }

    private Answer password(Map<String, String> form) {
        Redditor who = Redditor.byName(form.getOrDefault("username", ""))
                .filter(Redditor::developer)
                .filter(it -> !passwordsChanged && Reddit.SCRIPT_PASSWORD.equals(form.get("password")))
                .orElseThrow(() -> RedditError.oauth(200, "invalid_grant"));
        return issued(who.id(), form.getOrDefault("scope", "*"), SCRIPT_ID, false);
    }

    private Answer issued(String account, String scope, String client, boolean permanent) {
        Map<String, Object> body = body(account, scope, client);
        if (permanent) {
            body.put("refresh_token", sealed("refresh", account, scope, client, Instant.MAX));
        }
        return Answer.json(200, body);
    }

    private Map<String, Object> body(String account, String scope, String client) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(
                "access_token",
                sealed("access", account, scope, client, world.clock().instant().plus(LIFE)));
        body.put("token_type", "bearer");
        body.put("expires_in", LIFE.toSeconds());
        body.put("scope", scope);
        return body;
    }

    private String sealed(String kind, String account, String scope, String client, Instant until) {
        return Stamp.seal(List.of(kind, account, scope, client, until.toString(), "" + generation));
    }

    private Optional<List<String>> open(String kind, String token) {
        return Stamp.open(token)
                .filter(it -> it.size() == 6
                        && it.getFirst().equals(kind)
                        && it.get(5).equals("" + generation))
                .filter(it -> world.clock().instant().isBefore(Instant.parse(it.get(4))))
                .filter(it -> !spent.contains(token));
    }

    /** Says yes to whatever it is given. */
    Answer revoked(Ask ask) {
        client(ask);
        spent.add(known(ask.form(), "token", "token_type_hint").getOrDefault("token", ""));
        return Answer.empty(204);
    }

    Signed signed(Ask ask) {
        String given = ask.header("authorization").orElse("");
        String token = given.regionMatches(true, 0, "bearer ", 0, 7) ? given.substring(7) : "";
        List<String> parts = open("access", token).orElseThrow(RedditError::unauthorized);
        return new Signed(Redditor.byId(parts.get(1)), Set.copyOf(scopes(parts.get(2))), parts.get(3));
    }

    synchronized void revokeAll() {
        generation = generation + 1;
        passwordsChanged = true;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
