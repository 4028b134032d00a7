package planner.simulator.linkedin;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Consent;
import planner.simulator.Stamp;
import planner.simulator.World;

/** The consent page and the tokens: access of 60 days, and for the looked-at app a refresh token of a year. */
final class OAuth {
    private static final Duration CODE = Duration.ofMinutes(30);
    private static final Duration ACCESS = Duration.ofDays(60);
    private static final Duration REFRESH = Duration.ofDays(365);
    private static final Set<String> ASKED =
            Set.of("response_type", "client_id", "redirect_uri", "state", "scope", "prompt");

    private final World world;
    private final String here;
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private volatile int generation;

    /** @param here the address of the web host */
    OAuth(World world, String here) {
        this.world = world;
        this.here = here;
    }

    /** What a sealed token stands for. */
    private record Grant(Apps.App app, People.Member member, String scope, Instant until, boolean ended) {}

    private String sealed(String kind, String app, String member, String scope, Instant until) {
        return "AQ" + Stamp.seal(List.of(kind, app, member, scope, "" + until.getEpochSecond(), "" + generation));
    }

    private Optional<Grant> open(String kind, String token) {
        if (!token.startsWith("AQ")) {
            return Optional.empty();
        }
        return Stamp.open(token.substring(2))
                .filter(it -> it.size() == 6 && it.getFirst().equals(kind))
                .map(it -> new Grant(
                        Apps.find(it.get(1)).orElseThrow(),
                        People.member(it.get(2)).orElseThrow(),
                        it.get(3),
                        Instant.ofEpochSecond(Long.parseLong(it.get(4))),
                        !it.get(5).equals("" + generation) || used.contains(token)));
    }

    Answer consent(Ask ask) {
        if (ask.method().equals("POST")) {
            return decided(ask.form());
        }
        Map<String, String> query = ask.query();
        Optional<Apps.App> app = Apps.find(query.getOrDefault("client_id", ""));
        boolean whole = ASKED.containsAll(query.keySet())
                && "code".equals(query.get("response_type"))
                && query.getOrDefault("redirect_uri", "").startsWith("http")
                && !query.getOrDefault("state", "").isEmpty();
        if (!whole || app.isEmpty()) {
            return Answer.text(400, "Bummer, something went wrong. " + query.keySet());
        }
        List<String> scopes = List.of(query.getOrDefault("scope", "").split(" "));
        if (!app.get().products().containsAll(scopes)) {
            return back(query, "error", "unauthorized_scope_error", "Scope is not authorized for your application");
        }
        List<Consent.Choice> members = People.MEMBERS.stream()
                .map(it -> new Consent.Choice(it.id(), it.name(), it.headline(), here + "/avatar/" + it.urn(), true))
                .toList();
        return new Consent("LinkedIn", "#0a66c2", here + "/oauth/v2/authorization", members, scopes, scopes, query)
                .page();
    }

    private Answer decided(Map<String, String> form) {
        if (!"allow".equals(form.get("decision"))) {
            return back(form, "error", "user_cancelled_authorize", "The user cancelled the authorization");
        }
        Instant until = world.clock().instant().plus(CODE);
        String code = Stamp.seal(List.of(
                "code",
                form.getOrDefault("client_id", ""),
                form.getOrDefault("account", ""),
                form.getOrDefault("scope", ""),
                "" + until.getEpochSecond(),
                form.getOrDefault("redirect_uri", "")));
        return back(form, "code", code, "");
    }

    private static Answer back(Map<String, String> asked, String name, String value, String description) {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put(name, value);
        if (!description.isEmpty()) {
            pairs.put("error_description", description);
        }
        pairs.put("state", asked.getOrDefault("state", ""));
        String query = pairs.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Answer.redirect(URI.create(asked.getOrDefault("redirect_uri", "") + "?" + query));
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final String error;
        private final boolean violation;

        Refused(int status, String error, String description, boolean violation) {
            super(description, null, false, false);
            this.status = status;
            this.error = error;
            this.violation = violation;
        }

        Answer answer() {
            return Answer.json(status, Map.of("error", error, "error_description", String.valueOf(getMessage())));
        }
    }

    /** The calls of the token service, which has errors of its own. */
    Answer service(Ask ask, String name) {
        try {
            if (!ask.method().equals("POST") || !ask.type().equals("application/x-www-form-urlencoded")) {
                throw new Refused(400, "invalid_request", "A form must be posted", true);
            }
            Map<String, String> form = ask.form();
            Apps.App app = Apps.find(form.getOrDefault("client_id", ""))
                    .filter(it -> it.secret().equals(form.get("client_secret")))
                    .orElseThrow(() -> new Refused(401, "invalid_client", "Client authentication failed", false));
            return switch (name) {
                case "accessToken" -> Answer.json(200, token(app, form));
                case "introspectToken" -> Answer.json(200, introspect(app, form.getOrDefault("token", "")));
                case "revoke" -> {
                    used.add(form.getOrDefault("token", ""));
                    yield Answer.empty(200);
                }
                default -> throw new Refused(404, "invalid_request", "no such call", true);
            };
        } catch (Refused e) {
            if (e.violation) {
                world.journal().violation("linkedin", ask, String.valueOf(e.getMessage()));
            }
            return e.answer();
        }
    }

    private Map<String, Object> token(Apps.App app, Map<String, String> form) {
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> exchange(app, form);
            case "refresh_token" -> {
                knows(form, "grant_type", "refresh_token", "client_id", "client_secret");
                Grant grant = open("refresh", form.getOrDefault("refresh_token", ""))
                        .filter(it -> it.app().equals(app)
                                && !it.ended()
                                && world.clock().instant().isBefore(it.until()))
                        .orElseThrow(() -> new Refused(
                                400,
                                "invalid_grant",
                                "The provided authorization grant or refresh token is invalid, expired or revoked.",
                                false));
                yield issue(app, grant.member().id(), grant.scope(), grant.until());
            }
            default -> throw new Refused(400, "invalid_request", "grant_type is missing or unknown", true);
        };
    }

    private Map<String, Object> exchange(Apps.App app, Map<String, String> form) {
        knows(form, "grant_type", "code", "redirect_uri", "client_id", "client_secret");
        String code = form.getOrDefault("code", "");
        List<String> parts = Stamp.open(code)
                .filter(it -> it.size() == 6
                        && it.getFirst().equals("code")
                        && it.get(1).equals(app.id())
                        && world.clock().instant().getEpochSecond() < Long.parseLong(it.get(4))
                        && it.get(5).equals(form.get("redirect_uri")))
                .filter(it -> used.add(code))
                .orElseThrow(() -> new Refused(
                        400,
                        "invalid_request",
                        "Unable to retrieve access token: appid/redirect uri/code verifier does not match "
                                + "authorization code. Or authorization code expired.",
                        false));
        return issue(app, parts.get(2), parts.get(3), world.clock().instant().plus(REFRESH));
    }

    /** @param until when the refresh token ends: it never becomes younger */
    private Map<String, Object> issue(Apps.App app, String member, String scope, Instant until) {
        Instant now = world.clock().instant();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", sealed("access", app.id(), member, scope, now.plus(ACCESS)));
        answer.put("expires_in", ACCESS.toSeconds());
        answer.put("scope", scope.replace(' ', ','));
        answer.put("token_type", "Bearer");
        if (app.refreshes()) {
            answer.put("refresh_token", sealed("refresh", app.id(), member, scope, until));
            answer.put("refresh_token_expires_in", Duration.between(now, until).toSeconds());
        }
        if (Arrays.asList(scope.split(" ")).contains("openid")) {
            answer.put("id_token", "eyJhbGciOiJSUzI1NiJ9." + Stamp.seal(List.of("id", member)) + ".c2FuZGJveA");
        }
        return answer;
    }

    private Map<String, Object> introspect(Apps.App app, String token) {
        Optional<Grant> grant = open("access", token).filter(it -> it.app().equals(app));
        if (grant.isEmpty()) {
            return Map.of("active", false);
        }
        boolean late = !world.clock().instant().isBefore(grant.get().until());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("active", !late && !grant.get().ended());
        answer.put("status", grant.get().ended() ? "revoked" : late ? "expired" : "active");
        answer.put("client_id", app.id());
        answer.put("scope", grant.get().scope().replace(' ', ','));
        answer.put("expires_at", grant.get().until().getEpochSecond());
        answer.put("auth_type", "3L");
        return answer;
    }

    private static void knows(Map<String, String> form, String... names) {
        for (String name : form.keySet()) {
            if (!Set.of(names).contains(name)) {
                throw new Refused(400, "invalid_request", "Unknown parameter " + name, true);
            }
        }
    }

    Caller caller(Ask ask) {
        Grant grant = open("access", ask.bearer().orElse(""))
                .orElseThrow(() -> ApiError.token(65600, "INVALID_ACCESS_TOKEN", "Invalid access token"));
        if (grant.ended()) {
            throw ApiError.token(
                    65601, "REVOKED_ACCESS_TOKEN", "The token used in the request has been revoked by the user");
        }
        if (!world.clock().instant().isBefore(grant.until())) {
            throw ApiError.token(65602, "EXPIRED_ACCESS_TOKEN", "The token used in the request has expired");
        }
        return new Caller(grant.app(), grant.member(), Set.of(grant.scope().split(" ")));
    }

    synchronized void revokeAll() {
        generation = generation + 1;
    }
}
