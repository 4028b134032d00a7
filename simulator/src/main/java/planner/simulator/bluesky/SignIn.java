package planner.simulator.bluesky;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Consent;
import planner.simulator.Stamp;
import planner.simulator.World;

/**
 * The server on which people say yes (sheet, section 1.3): requests are pushed, every call carries a proof, refresh tokens
 * work once, and whoever brings one twice ends the session. Below {@code /bluesky/auth}.
 */
final class SignIn {
    private static final Duration REQUEST = Duration.ofMinutes(5);
    private static final Duration CODE = Duration.ofMinutes(1);
    private static final Duration ACCESS = Duration.ofHours(1);
    private static final Duration PUBLIC_SESSION = Duration.ofDays(14);
    private static final Duration CONFIDENTIAL_REFRESH = Duration.ofDays(180);
    private static final Set<String> PROVEN = Set.of("client_id", "client_assertion_type", "client_assertion");
    private static final Set<String> PUSHED = Set.of(
            "response_type", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method", "login_hint");
    private static final Set<String> TOKEN =
            Set.of("grant_type", "code", "code_verifier", "redirect_uri", "refresh_token");

    private final World world;
    private final Clients clients;
    private final Proofs proofs;
    private final Map<String, Pushed> requests = new ConcurrentHashMap<>();
    private final Map<String, Granted> codes = new ConcurrentHashMap<>();
    private final Set<String> challenges = ConcurrentHashMap.newKeySet();
    private final Set<String> spent = ConcurrentHashMap.newKeySet();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private volatile int generation;

    SignIn(World world, Clients clients) {
        this.world = world;
        this.clients = clients;
        this.proofs = new Proofs(world, "auth");
    }

    /** @param jkt the key of the session @param kid the client's own key, empty without */
    private record Pushed(Map<String, String> form, String jkt, String kid, Instant until) {
        String get(String name) {
            return form.getOrDefault(name, "");
        }
    }

    private record Granted(Pushed request, String did, String session, Instant until) {}

    /** What a token stands for. */
    private record Token(
            String kind,
            String did,
            String session,
            String client,
            String kid,
            String jkt,
            String scope,
            int generation,
            Instant begun,
            Instant until) {
        String sealed() {
            return Stamp.seal(List.of(
                    kind,
                    did,
                    session,
                    client,
                    kid,
                    jkt,
                    scope,
                    "" + generation,
                    "" + begun.getEpochSecond(),
                    "" + until.getEpochSecond()));
        }

        static Optional<Token> open(String text, String kind) {
            return Stamp.open(text)
                    .filter(it -> it.size() == 10 && it.getFirst().equals(kind))
                    .map(it -> new Token(
                            it.get(0),
                            it.get(1),
                            it.get(2),
                            it.get(3),
                            it.get(4),
                            it.get(5),
                            it.get(6),
                            Integer.parseInt(it.get(7)),
                            Instant.ofEpochSecond(Long.parseLong(it.get(8))),
                            Instant.ofEpochSecond(Long.parseLong(it.get(9)))));
        }
    }

    /** Whoever signed in, and what they may. */
    record Signed(String did, List<String> scopes) {}

    synchronized void revokeAll() {
        generation++;
    }

    String issuer() {
        return world.base() + "/bluesky/auth";
    }

    Answer metadata() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer());
        document.put("authorization_endpoint", issuer() + "/oauth/authorize");
        document.put("token_endpoint", issuer() + "/oauth/token");
        document.put("revocation_endpoint", issuer() + "/oauth/revoke");
        document.put("pushed_authorization_request_endpoint", issuer() + "/oauth/par");
        document.put("require_pushed_authorization_requests", true);
        document.put("authorization_response_iss_parameter_supported", true);
        document.put("client_id_metadata_document_supported", true);
        document.put("scopes_supported", List.of("atproto", "transition:generic", "transition:chat.bsky"));
        document.put("response_types_supported", List.of("code"));
        document.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("dpop_signing_alg_values_supported", List.of("ES256"));
        document.put("token_endpoint_auth_methods_supported", List.of("none", "private_key_jwt"));
        document.put("token_endpoint_auth_signing_alg_values_supported", List.of("ES256"));
        return Answer.json(200, document);
    }

    Answer answer(Ask ask) {
        try {
            return called(ask).with("DPoP-Nonce", proofs.nonce()).with("Cache-Control", "no-store");
        } catch (OAuthError e) {
            return e.answer().with("DPoP-Nonce", proofs.nonce());
        }
    }

    private Answer called(Ask ask) {
        return switch (ask.method() + " " + ask.path()) {
            case "POST /auth/oauth/par" -> push(ask);
            case "POST /auth/oauth/token" -> token(ask);
            case "POST /auth/oauth/revoke" -> revoke(ask);
            default -> Answer.text(404, "Not Found");
        };
    }

    private Answer push(Ask ask) {
        Map<String, String> form = form(ask, PUSHED);
        String jkt = proofs.check(ask, null);
        Clients.Client client = clients.find(ask, form.getOrDefault("client_id", ""));
        String kid = clients.authenticate(client, form, issuer());
        List<String> scopes = List.of(form.getOrDefault("scope", "").split(" "));
        if (!form.getOrDefault("response_type", "").equals("code")
                || !form.getOrDefault("code_challenge_method", "").equals("S256")
                || form.getOrDefault("code_challenge", "").length() != 43
                || form.getOrDefault("state", "").isEmpty()) {
            throw OAuthError.request("a parameter is missing or not valid");
        }
        if (!client.mayReturnTo(form.getOrDefault("redirect_uri", ""))) {
            throw OAuthError.request("Invalid redirect_uri");
        }
        if (!scopes.contains("atproto") || !client.scopes().containsAll(scopes)) {
            throw new OAuthError(400, "invalid_scope", "Scope \"atproto\" is required, and only what was declared");
        }
        String name = "urn:ietf:params:oauth:request_uri:req-" + UUID.randomUUID();
        requests.put(name, new Pushed(form, jkt, kid, world.clock().instant().plus(REQUEST)));
        return Answer.json(201, Map.of("request_uri", name, "expires_in", REQUEST.toSeconds()));
    }

    /** The page on which the person says yes; a person, not a client, opens it. */
    Answer page(Ask ask) {
        if (ask.method().equals("POST")) {
            return decided(ask.form());
        }
        Map<String, String> query = ask.query();
        Pushed request = requests.get(query.getOrDefault("request_uri", ""));
        if (request == null
                || !query.keySet().equals(Set.of("client_id", "request_uri"))
                || !query.getOrDefault("client_id", "").equals(request.get("client_id"))
                || late(request.until())) {
            return Answer.text(400, "This request is unknown or too old. Go back and begin anew.");
        }
        String hint = request.get("login_hint");
        List<Consent.Choice> people = Account.ALL.stream()
                .sorted((a, b) -> Boolean.compare(named(b, hint), named(a, hint)))
                .map(it -> new Consent.Choice(
                        it.did(), it.name(), "@" + it.handle(), world.base() + "/bluesky/avatar/" + it.handle(), true))
                .toList();
        List<String> scopes = List.of(request.get("scope").split(" "));
        return new Consent("Bluesky", "#0a68e0", "/bluesky/auth/oauth/authorize", people, scopes, scopes, query).page();
    }

    private static boolean named(Account account, String hint) {
        return account.handle().equals(hint) || account.did().equals(hint);
    }

    private Answer decided(Map<String, String> form) {
        Pushed request = requests.remove(form.getOrDefault("request_uri", ""));
        if (request == null || late(request.until())) {
            return Answer.text(400, "This request is unknown or too old. Go back and begin anew.");
        }
        Map<String, String> back = new LinkedHashMap<>();
        back.put("iss", issuer());
        back.put("state", request.get("state"));
        if (form.getOrDefault("decision", "").equals("allow")) {
            String code = "cod-" + UUID.randomUUID();
            String did = Pds.account(form.getOrDefault("account", "")).did();
            codes.put(
                    code,
                    new Granted(
                            request,
                            did,
                            UUID.randomUUID().toString(),
                            world.clock().instant().plus(CODE)));
            back.put("code", code);
        } else {
            back.put("error", "access_denied");
            back.put("error_description", "The user rejected the request");
        }
        String query = back.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .reduce((a, b) -> a + "&" + b)
                .orElse("");
        return Answer.redirect(URI.create(request.get("redirect_uri") + "?" + query));
    }

    private synchronized Answer token(Ask ask) {
        Map<String, String> form = form(ask, TOKEN);
        String jkt = proofs.check(ask, null);
        Clients.Client client = clients.find(ask, form.getOrDefault("client_id", ""));
        String kid = clients.authenticate(client, form, issuer());
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> first(form, jkt, kid, client);
            case "refresh_token" -> next(form, jkt, kid, client);
            default -> throw new OAuthError(400, "unsupported_grant_type", "Grant type not supported");
        };
    }

    /** A code works once; whoever brings it again ends what was bought with it. */
    private Answer first(Map<String, String> form, String jkt, String kid, Clients.Client client) {
        String code = form.getOrDefault("code", "");
        Granted granted = codes.get(code);
        if (granted == null || late(granted.until())) {
            throw OAuthError.grant("Invalid code");
        }
        if (!spent.add(code)) {
            ended.add(granted.session());
            throw OAuthError.grant("Code already used");
        }
        Pushed request = granted.request();
        boolean proven = Stamp.challenge(form.getOrDefault("code_verifier", "")).equals(request.get("code_challenge"));
        boolean same = request.get("client_id").equals(client.id())
                && request.kid().equals(kid)
                && request.get("redirect_uri").equals(form.getOrDefault("redirect_uri", ""))
                && request.jkt().equals(jkt);
        if (!proven || !same || !challenges.add(request.get("code_challenge"))) {
            throw OAuthError.grant("Invalid code_verifier, client, key or redirect_uri");
        }
        Instant now = world.clock().instant();
        Token session = new Token(
                "access",
                granted.did(),
                granted.session(),
                client.id(),
                kid,
                jkt,
                request.get("scope"),
                generation,
                now,
                now.plus(ACCESS));
        return bought(session, client);
    }

    private Answer next(Map<String, String> form, String jkt, String kid, Clients.Client client) {
        String sent = form.getOrDefault("refresh_token", "");
        Token old = Token.open(sent, "refresh").orElseThrow(() -> OAuthError.grant("Invalid refresh token"));
        if (!spent.add(sent)) {
            ended.add(old.session());
            throw OAuthError.grant("Refresh token replayed");
        }
        if (dead(old) || late(old.until())) {
            throw OAuthError.grant("Session expired");
        }
        if (!old.client().equals(client.id())
                || !old.kid().equals(kid)
                || !old.jkt().equals(jkt)) {
            throw OAuthError.grant("Token was not issued to this client or key");
        }
        return bought(old, client);
    }

    private Answer bought(Token session, Clients.Client client) {
        Instant now = world.clock().instant();
        Instant end = client.confidential()
                ? now.plus(CONFIDENTIAL_REFRESH)
                : session.begun().plus(PUBLIC_SESSION);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", like(session, "access", now.plus(ACCESS)).sealed());
        body.put("token_type", "DPoP");
        body.put("refresh_token", like(session, "refresh", end).sealed());
        body.put("expires_in", ACCESS.toSeconds());
        body.put("scope", session.scope());
        body.put("sub", session.did());
        return Answer.json(200, body);
    }

    private static Token like(Token token, String kind, Instant until) {
        return new Token(
                kind,
                token.did(),
                token.session(),
                token.client(),
                token.kid(),
                token.jkt(),
                token.scope(),
                token.generation(),
                token.begun(),
                until);
    }

    /** RFC 7009: whoever brings an unknown token is answered like everybody else. */
    private Answer revoke(Ask ask) {
        Map<String, String> form = form(ask, Set.of("token", "token_type_hint"));
        if (ask.header("dpop").isPresent()) {
            proofs.check(ask, null);
        }
        clients.authenticate(clients.find(ask, form.getOrDefault("client_id", "")), form, issuer());
        String sent = form.getOrDefault("token", "");
        Token.open(sent, "refresh").or(() -> Token.open(sent, "access")).ifPresent(token -> ended.add(token.session()));
        return Answer.json(200, Map.of());
    }

    /** Whose access token it is. @param checks those of the server that was called */
    Signed signed(Ask ask, Proofs checks) {
        String sent = ask.header("authorization").orElse("").substring("DPoP ".length());
        try {
            String jkt = checks.check(ask, sent);
            Token token = Token.open(sent, "access").orElseThrow(() -> invalidToken("Invalid token"));
            if (!token.jkt().equals(jkt)) {
                throw invalidToken("DPoP key mismatch");
            }
            if (dead(token) || late(token.until())) {
                throw invalidToken("Token expired");
            }
            return new Signed(token.did(), List.of(token.scope().split(" ")));
        } catch (OAuthError e) {
            throw e.ofResource();
        }
    }

    private static OAuthError invalidToken(String description) {
        return new OAuthError(401, "invalid_token", description);
    }

    private boolean dead(Token token) {
        return token.generation() != generation || ended.contains(token.session());
    }

    private boolean late(Instant until) {
        return !world.clock().instant().isBefore(until);
    }

    private Map<String, String> form(Ask ask, Set<String> known) {
        if (!ask.type().equals("application/x-www-form-urlencoded")) {
            throw OAuthError.request("Invalid content-type");
        }
        Map<String, String> form = ask.form();
        form.keySet().stream()
                .filter(name -> !known.contains(name) && !PROVEN.contains(name))
                .forEach(name -> {
                    world.journal().violation("bluesky", ask, "unknown parameter " + name);
                    throw OAuthError.request("Unrecognized key: " + name);
                });
        return form;
    }
}
