package planner.simulator.mastodon;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

/** OAuth as the server speaks it: codes of ten minutes, access without an end, PKCE by S256 where it is asked for. */
final class Access {
    private static final Duration CODE = Duration.ofMinutes(10);
    private static final String ACCESS = "access";
    private static final Set<String> ASKED = Set.of(
            "response_type",
            "client_id",
            "redirect_uri",
            "scope",
            "state",
            "code_challenge",
            "code_challenge_method",
            "force_login",
            "lang");
    private static final Set<String> TOKEN =
            Set.of("grant_type", "code", "client_id", "client_secret", "redirect_uri", "scope", "code_verifier");

    private final World world;
    private final Apps apps;
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private volatile int generation;

    Access(World world, Apps apps) {
        this.world = world;
        this.apps = apps;
    }

    /** @param scopes granted */
    record Signed(People who, List<String> scopes) {
        void need(String wanted) {
            String broad = wanted.split(":", 2)[0];
            if (!scopes.contains(wanted) && !scopes.contains(broad)) {
                throw MastodonError.of(403, "This action is outside the authorized scopes");
            }
        }
    }

    Answer consentPage(Ask ask) {
        Map<String, String> query = Bodies.query(world, ask, ASKED);
        Apps.App app = apps.find(query.getOrDefault("client_id", ""));
        List<String> scopes = List.of(query.getOrDefault("scope", "read").split(" "));
        String method = query.getOrDefault("code_challenge_method", "");
        boolean proof = query.containsKey("code_challenge") ? method.equals("S256") : method.isEmpty();
        if (!query.getOrDefault("response_type", "").equals("code")
                || !app.redirects().contains(query.getOrDefault("redirect_uri", ""))
                || !app.scopes().containsAll(scopes)
                || !proof) {
            return Answer.text(400, "An error has occurred: the request is missing a parameter or one is not valid");
        }
        List<Consent.Choice> people = People.ALL.stream()
                .map(it -> new Consent.Choice(
                        it.id(), it.name(), "@" + it.handle(), world.base() + "/mastodon/avatar/" + it.id(), true))
                .toList();
        return new Consent("Mastodon", "#563acc", "/mastodon/oauth/authorize", people, scopes, scopes, query).page();
    }

    Answer decided(Ask ask) {
        Map<String, String> form = ask.form();
        String back = form.getOrDefault("redirect_uri", "");
        String state = "state=" + URLEncoder.encode(form.getOrDefault("state", ""), StandardCharsets.UTF_8);
        String glue = back.contains("?") ? "&" : "?";
        if (!form.getOrDefault("decision", "").equals("allow")) {
            return Answer.redirect(URI.create(back + glue + "error=access_denied&error_description=denied&" + state));
        }
        String code = Stamp.seal(List.of(
                "code",
                form.getOrDefault("account", ""),
                form.getOrDefault("scope", ""),
                "" + world.clock().instant().plus(CODE).getEpochSecond(),
                form.getOrDefault("code_challenge", ""),
                back));
        return Answer.redirect(URI.create(back + glue + "code=" + code + "&" + state));
    }

    Answer token(Ask ask) {
        Map<String, String> form = Bodies.form(world, ask, TOKEN);
        apps.authenticated(form);
        if (!form.getOrDefault("grant_type", "").equals("authorization_code")) {
            throw MastodonError.oauth(400, "unsupported_grant_type", "The authorization grant type is not supported.");
        }
        String code = form.getOrDefault("code", "");
        List<String> parts = Stamp.open(code)
                .filter(it -> it.size() == 6 && it.getFirst().equals("code"))
                .orElseThrow(Access::badGrant);
        boolean late = world.clock().instant().getEpochSecond() > Long.parseLong(parts.get(3));
        boolean proven = parts.get(4).isEmpty()
                || Stamp.challenge(form.getOrDefault("code_verifier", "")).equals(parts.get(4));
        boolean same = form.getOrDefault("redirect_uri", "").equals(parts.get(5));
        if (late || !proven || !same || !used.add(code)) {
            throw badGrant();
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", Stamp.seal(List.of(ACCESS, parts.get(1), parts.get(2), "" + generation)));
        body.put("token_type", "Bearer");
        body.put("scope", parts.get(2));
        body.put("created_at", world.clock().instant().getEpochSecond());
        return Answer.json(200, body);
    }

    private static MastodonError badGrant() {
        return MastodonError.oauth(
                400,
                "invalid_grant",
                "The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used"
                        + " in the authorization request, or was issued to another client.");
    }

    Answer revoke(Ask ask) {
        Map<String, String> form = Bodies.form(world, ask, Set.of("client_id", "client_secret", "token"));
        apps.authenticated(form);
        used.add(form.getOrDefault("token", ""));
        return Answer.json(200, Map.of());
    }

    Signed signed(Ask ask) {
        String token = ask.bearer().orElse("");
        if (token.isEmpty()) {
            throw MastodonError.of(401, "This method requires an authenticated user");
        }
        List<String> parts = Stamp.open(token)
                .filter(it -> it.size() == 4 && it.getFirst().equals(ACCESS))
                .orElseThrow(() -> MastodonError.of(401, "The access token is invalid"));
        if (!parts.get(3).equals("" + generation) || used.contains(token)) {
            throw MastodonError.of(401, "The access token was revoked");
        }
        return new Signed(People.byId(parts.get(1)), List.of(parts.get(2).split(" ")));
    }

    synchronized void revokeAll() {
        generation++;
    }
}
