package planner.simulator.x;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Consent;
import planner.simulator.Stamp;
import planner.simulator.World;

/** OAuth 2.0 with PKCE (sheet, section 1.1): codes of 30 seconds, access of two hours, refresh tokens of a single use. */
final class Access {
    static final String CLIENT_ID = "sandbox-x-client";
    static final String CLIENT_SECRET = "sandbox-x-secret";

    private static final Duration CODE = Duration.ofSeconds(30);
    private static final Duration LIFE = Duration.ofHours(2);
    static final List<String> READS = List.of("tweet.read", "users.read");
    static final List<String> ALL = List.of("tweet.read", "users.read", "tweet.write", "media.write");

    private static final String ACCESS = "access";
    private static final String REFRESH = "refresh";
    private static final List<String> ASKED = List.of(
            "response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method");

    private final World world;
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private volatile int generation;

    Access(World world) {
        this.world = world;
    }

    /** @param scopes granted @param byApp whether the app's own rights decide, not a person's: OAuth 1.0a */
    record Signed(People who, List<String> scopes, boolean byApp) {
        void need(String... wanted) {
            for (String scope : wanted) {
                if (!scopes.contains(scope) && byApp) {
                    throw XProblem.of(
                            403,
                            "Forbidden",
                            "Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.",
                            "oauth1-permissions");
                }
                if (!scopes.contains(scope)) {
                    throw XProblem.forbidden("Your token is missing the scope " + scope);
                }
            }
        }

        boolean writes() {
            return !byApp || scopes.contains("tweet.write");
        }
    }

    Answer consentPage(Ask ask) {
        Map<String, String> query = ask.query();
        for (String name : ASKED) {
            if (query.getOrDefault(name, "").isEmpty()) {
                return Answer.text(400, "Something went wrong: " + name + " is missing");
            }
        }
        if (!query.getOrDefault("client_id", "").equals(CLIENT_ID)
                || !query.getOrDefault("code_challenge_method", "").equals("S256")
                || !query.getOrDefault("response_type", "").equals("code")) {
            return Answer.text(400, "Something went wrong: You weren't able to give access to the App.");
        }
        List<Consent.Choice> people = People.ALL.stream()
                .map(it -> new Consent.Choice(
                        it.id(), it.name(), "@" + it.handle(), world.base() + "/x/avatar/" + it.id(), true))
                .toList();
        List<String> scopes = List.of(query.getOrDefault("scope", "").split(" "));
        return new Consent("X", "#0f1419", "/x/i/oauth2/authorize", people, scopes, scopes, query).page();
    }

    Answer decided(Ask ask) {
        Map<String, String> form = ask.form();
        String back = form.getOrDefault("redirect_uri", "");
        String state = "state=" + encoded(form.getOrDefault("state", ""));
        String glue = back.contains("?") ? "&" : "?";
        if (!form.getOrDefault("decision", "").equals("allow")) {
            return Answer.redirect(java.net.URI.create(back + glue + "error=access_denied&" + state));
        }
        String code = Stamp.seal(List.of(
                "code",
                form.getOrDefault("account", ""),
                form.getOrDefault("scope", ""),
                "" + world.clock().instant().plus(CODE).getEpochSecond(),
                form.getOrDefault("code_challenge", ""),
                back));
        return Answer.redirect(java.net.URI.create(back + glue + state + "&code=" + code));
    }

    Answer token(Ask ask) {
        Map<String, String> form = client(ask);
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> exchange(form);
            case "refresh_token" -> refresh(form);
            default -> throw XProblem.oauth(400, "invalid_request", "Missing required parameter [grant_type].");
        };
    }

    private Map<String, String> client(Ask ask) {
        if (!ask.type().equals("application/x-www-form-urlencoded")) {
            throw XProblem.oauth(400, "invalid_request", "form encoding is needed");
        }
        Map<String, String> form = ask.form();
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT_ID + ":" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
        if (!ask.header("authorization").orElse("").equals(basic)) {
            throw XProblem.oauth(401, "unauthorized_client", "Missing valid authorization header");
        }
        return form;
    }

    private Answer exchange(Map<String, String> form) {
        String code = form.getOrDefault("code", "");
        List<String> parts = Stamp.open(code)
                .filter(it -> it.size() == 6 && it.getFirst().equals("code"))
                .orElseThrow(() ->
                        XProblem.oauth(400, "invalid_request", "Value passed for the authorization code was invalid."));
        boolean late = world.clock().instant().getEpochSecond() > Long.parseLong(parts.get(3));
        boolean proven = Stamp.challenge(form.getOrDefault("code_verifier", "")).equals(parts.get(4))
                && form.getOrDefault("redirect_uri", "").equals(parts.get(5));
        if (late || !proven || !used.add(code)) {
            throw XProblem.oauth(400, "invalid_request", "Value passed for the authorization code was invalid.");
        }
        return issue(parts.get(1), parts.get(2));
    }

    private Answer refresh(Map<String, String> form) {
        String token = form.getOrDefault("refresh_token", "");
        List<String> parts = Stamp.open(token)
                .filter(it -> it.size() == 5
                        && it.getFirst().equals(REFRESH)
                        && it.get(4).equals("" + generation))
                .orElseThrow(() -> XProblem.oauth(400, "invalid_request", "Value passed for the token was invalid."));
        if (!used.add(token)) {
            throw XProblem.oauth(400, "invalid_grant", "The refresh token was used before.");
        }
        return issue(parts.get(1), parts.get(2));
    }

    private Answer issue(String account, String scope) {
        Instant until = world.clock().instant().plus(LIFE);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("token_type", "bearer");
        body.put("expires_in", LIFE.toSeconds());
        body.put("access_token", sealed(ACCESS, account, scope, until));
        body.put("scope", scope);
        if (List.of(scope.split(" ")).contains("offline.access")) {
            body.put("refresh_token", sealed(REFRESH, account, scope, until));
        }
        return Answer.json(200, body);
    }

    private String sealed(String kind, String account, String scope, Instant until) {
        return Stamp.seal(List.of(kind, account, scope, "" + until.getEpochSecond(), "" + generation));
    }

    Answer revoke(Ask ask) {
        used.add(client(ask).getOrDefault("token", ""));
        return Answer.json(200, Map.of("revoked", true));
    }

    Signed signed(Ask ask) {
        String token = ask.bearer().orElse("");
        List<String> parts = Stamp.open(token)
                .filter(it -> it.size() == 5
                        && it.getFirst().equals(ACCESS)
                        && it.get(4).equals("" + generation))
                .filter(it -> world.clock().instant().getEpochSecond() < Long.parseLong(it.get(3)))
                .filter(it -> !used.contains(token))
                .orElseThrow(() -> XProblem.of(401, "Unauthorized", "Unauthorized", ""));
        return new Signed(People.byId(parts.get(1)), Arrays.asList(parts.get(2).split(" ")), false);
    }

    synchronized void revokeAll() {
        generation = generation + 1;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
