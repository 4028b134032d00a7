package planner.simulator.google;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Consent;
import planner.simulator.Consent.Choice;
import planner.simulator.Html;
import planner.simulator.Stamp;
import planner.simulator.World;

/** accounts.google.com and oauth2.googleapis.com: the consent page and the tokens that are bought with its code. */
public final class Identity {
    private static final String AUTH = "/accounts/o/oauth2/v2/auth";
    private static final Set<String> ASKED = Set.of(
            "client_id",
            "redirect_uri",
            "response_type",
            "scope",
            "state",
            "access_type",
            "prompt",
            "include_granted_scopes",
            "code_challenge",
            "code_challenge_method",
            "login_hint");
    private static final List<String> KEPT =
            List.of("scope", "redirect_uri", "state", "access_type", "prompt", "code_challenge");

    private final String network;
    private final World world;
    private final Client client;
    private final List<Choice> people;
    private final Set<String> scopes;
    private final Tokens tokens;
    private final Set<String> consented = ConcurrentHashMap.newKeySet();

    /** The client as it is registered in the Google Cloud project. */
    public record Client(String id, String secret) {
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    /** Whom an access token stands for, and what it may do. */
    public record Grant(String person, Set<String> scopes) {
        /** @param anyOf one of these is enough; @param service host of the API that asks */
        public void needs(String service, String... anyOf) {
            if (Arrays.stream(anyOf).noneMatch(scopes::contains)) {
                throw GoogleError.scopeMissing(service);
            }
        }
    }

    /**
     * @param network the first part of its paths
     * @param people whom the account chooser offers
     * @param scopes what may be asked for
     */
    public Identity(String network, World world, Client client, List<Choice> people, Set<String> scopes) {
        this.network = network;
        this.world = world;
        this.client = client;
        this.people = List.copyOf(people);
        this.scopes = Set.copyOf(scopes);
        this.tokens = new Tokens(world.clock());
    }

    /** The planner's settings that lead to this sign-in. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("authorize-url", world.base() + "/" + network + "/accounts");
        settings.put("token-url", world.base() + "/" + network + "/oauth");
        settings.put("client-id", client.id());
        settings.put("client-secret", client.secret());
        return settings;
    }

    /** Empty for a path that is not of the sign-in. */
    public Optional<Answer> answer(Ask ask) {
        return switch (ask.method() + " " + ask.path()) {
            case "GET " + AUTH -> Optional.of(consent(ask));
            case "POST " + AUTH -> Optional.of(decided(ask.form()));
            case "POST /oauth/token" -> Optional.of(told(ask, () -> token(form(ask))));
            case "POST /oauth/revoke" -> Optional.of(told(ask, () -> revoke(form(ask))));
            default -> Optional.empty();
        };
    }

    /** Whose token came with a call; none that lives is a 401. */
    public Grant grant(Ask ask) {
        return tokens.alive(ask.bearer().orElse(""))
                .map(it -> new Grant(it.person(), it.scopes()))
                .orElseThrow(GoogleError::unauthenticated);
    }

    /** Everybody removes the app on their account page. */
    public void revokeAll() {
        people.forEach(it -> tokens.forget(it.id()));
        consented.clear();
    }

    private Answer consent(Ask ask) {
        Map<String, String> asked = ask.query();
        String fault = fault(asked);
        if (!fault.isEmpty()) {
            world.journal().violation(network, ask, fault);
            String page = "<main style=\"max-width:480px;margin:20vh auto 0;padding:0 20px\"><h1>Access blocked</h1><p>"
                    + "Error 400: " + Html.escape(fault) + "</p></main>";
            Answer answer = Answer.html(Html.page("Sign in with Google", "", page));
            return new Answer(400, answer.headers(), answer.body(), null);
        }
        Map<String, String> kept = new LinkedHashMap<>(asked);
        kept.keySet().retainAll(KEPT);
        return new Consent("Google", "#0b57d0", "/" + network + AUTH, people, split(asked), List.of(), kept).page();
    }

    private String fault(Map<String, String> asked) {
        for (String name : asked.keySet()) {
            if (!ASKED.contains(name)) {
                return "invalid_request: unknown parameter " + name;
            }
        }
        String redirect = asked.getOrDefault("redirect_uri", "");
        if (!client.id().equals(asked.get("client_id"))) {
            return "invalid_client: The OAuth client was not found.";
        }
        if (redirect.isEmpty() || redirect.contains("#")) {
            return "redirect_uri_mismatch";
        }
        if (!"code".equals(asked.get("response_type"))) {
            return "invalid_request: response_type must be code";
        }
        boolean plain = asked.containsKey("code_challenge") && !"S256".equals(asked.get("code_challenge_method"));
        if (asked.getOrDefault("state", "").isEmpty() || plain) {
            return "invalid_request: state and a code_challenge of method S256 are wanted";
        }
        List<String> wanted = split(asked);
        return wanted.isEmpty() || !scopes.containsAll(wanted) ? "invalid_scope: " + wanted : "";
    }

    private static List<String> split(Map<String, String> asked) {
        return Arrays.stream(asked.getOrDefault("scope", "").split(" "))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private Answer decided(Map<String, String> form) {
        Map<String, String> back = new LinkedHashMap<>();
        back.put("state", form.getOrDefault("state", ""));
        List<String> granted = Consent.granted(form, split(form), List.of());
        if ("allow".equals(form.get("decision")) && !granted.isEmpty()) {
            String person = form.getOrDefault("account", "");
            boolean lasting = "offline".equals(form.get("access_type"))
                    && (consented.add(person) || form.getOrDefault("prompt", "").contains("consent"));
            back.put(
                    "code",
                    tokens.code(
                            person,
                            Set.copyOf(granted),
                            form.getOrDefault("redirect_uri", ""),
                            form.getOrDefault("code_challenge", ""),
                            lasting));
            back.put("scope", String.join(" ", granted));
        } else {
            back.put("error", "access_denied");
        }
        String query = back.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .reduce((one, two) -> one + "&" + two)
                .orElse("");
        return Answer.redirect(URI.create(form.getOrDefault("redirect_uri", "") + "?" + query));
    }

    /** The token service speaks OAuth's own language of errors. */
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
    }

    private interface Service {
        Answer serve();
    }

    private Answer told(Ask ask, Service service) {
        try {
            return service.serve();
        } catch (Refused e) {
            String words = String.valueOf(e.getMessage());
            if (e.violation) {
                world.journal().violation(network, ask, e.error + ": " + words);
            }
            return Answer.json(e.status, Map.of("error", e.error, "error_description", words));
        }
    }

    private static Map<String, String> form(Ask ask) {
        if (!ask.type().equals("application/x-www-form-urlencoded")
                || !ask.query().isEmpty()) {
            throw new Refused(400, "invalid_request", "The parameters must come as a form", true);
        }
        return ask.form();
    }

    private Answer token(Map<String, String> form) {
        if (!client.id().equals(form.get("client_id")) || !client.secret().equals(form.get("client_secret"))) {
            throw new Refused(401, "invalid_client", "The OAuth client was not found.", false);
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> exchange(form);
            case "refresh_token" -> {
                knows(form, "grant_type", "refresh_token", "client_id", "client_secret");
                Tokens.Held held = tokens.refresh(form.getOrDefault("refresh_token", ""))
                        .orElseThrow(
                                () -> new Refused(400, "invalid_grant", "Token has been expired or revoked.", false));
                yield Answer.json(200, tokens.issue(held.person(), held.scopes(), false));
            }
            default ->
                throw new Refused(400, "unsupported_grant_type", "Invalid grant_type: " + form.get("grant_type"), true);
        };
    }

    private Answer exchange(Map<String, String> form) {
        knows(form, "grant_type", "code", "client_id", "client_secret", "redirect_uri", "code_verifier");
        Tokens.Code code = tokens.redeem(form.getOrDefault("code", ""))
                .orElseThrow(() -> new Refused(400, "invalid_grant", "Malformed auth code.", false));
        if (!code.redirect().equals(form.get("redirect_uri"))) {
            throw new Refused(400, "redirect_uri_mismatch", "Bad Request", true);
        }
        if (!code.challenge().isEmpty()
                && !code.challenge().equals(Stamp.challenge(form.getOrDefault("code_verifier", "")))) {
            throw new Refused(400, "invalid_grant", "Invalid code verifier.", true);
        }
        return Answer.json(200, tokens.issue(code.person(), code.scopes(), code.lasting()));
    }

    private Answer revoke(Map<String, String> form) {
        knows(form, "token");
        if (!tokens.revoke(form.getOrDefault("token", ""))) {
            throw new Refused(400, "invalid_token", "Token expired or revoked", false);
        }
        return Answer.json(200, Map.of());
    }

    private static void knows(Map<String, String> form, String... names) {
        Set<String> unknown = new TreeSet<>(form.keySet());
        unknown.removeAll(Set.of(names));
        if (!unknown.isEmpty()) {
            throw new Refused(400, "invalid_request", "Unknown parameters: " + unknown, true);
        }
    }
}
