package planner.simulator.pinterest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Consent;
import planner.simulator.Consent.Choice;
import planner.simulator.Html;

/** The consent page, and the tokens that are bought with its code. */
final class OAuth {
    static final String CLIENT_ID = "1482911";
    static final String CLIENT_SECRET = "sandbox-pinterest-secret";

    private static final Set<String> SCOPES = Set.of(
            "boards:read",
            "boards:write",
            "pins:read",
            "pins:write",
            "user_accounts:read",
            "boards:read_secret",
            "boards:write_secret",
            "pins:read_secret",
            "pins:write_secret");
    private static final Set<String> ASKED = Set.of("client_id", "redirect_uri", "response_type", "scope", "state");
    private static final List<String> FIXED = List.of("user_accounts:read");

    private final List<Member> members;
    private final Tokens tokens;
    private final Hosts hosts;

    OAuth(List<Member> members, Tokens tokens, Hosts hosts) {
        this.members = members;
        this.tokens = tokens;
        this.hosts = hosts;
    }

    Answer consent(Ask ask) {
        if (ask.method().equals("POST")) {
            return decided(ask.form());
        }
        Map<String, String> asked = ask.query();
        List<String> scopes = scopes(asked);
        String fault = fault(asked, scopes);
        if (!fault.isEmpty()) {
            String page = "<main style=\"max-width:480px;margin:20vh auto 0;padding:0 20px\"><h1>Something is not right"
                    + "</h1><p>" + Html.escape(fault) + "</p></main>";
            Answer answer = Answer.html(Html.page("Pinterest", "", page));
            return new Answer(400, answer.headers(), answer.body(), null);
        }
        List<Choice> accounts = members.stream()
                .map(it -> new Choice(
                        it.id(),
                        it.name(),
                        "@" + it.username() + (it.business() ? ", a business account" : ""),
                        hosts.avatar(it.username()),
                        true))
                .toList();
        return new Consent("Pinterest", Style.RED, hosts.web() + "/oauth/", accounts, scopes, FIXED, asked).page();
    }

    private Answer decided(Map<String, String> form) {
        Map<String, String> back = new LinkedHashMap<>();
        if ("allow".equals(form.get("decision"))) {
            Member member = members.stream()
                    .filter(it -> it.id().equals(form.get("account")))
                    .findFirst()
                    .orElseThrow();
            Set<String> granted = Set.copyOf(Consent.granted(form, scopes(form), FIXED));
            back.put("code", tokens.code(member, granted, form.getOrDefault("redirect_uri", "")));
        } else {
            back.put("error", "access_denied");
        }
        back.put("state", form.getOrDefault("state", ""));
        String query = back.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .reduce((one, two) -> one + "&" + two)
                .orElse("");
        return Answer.redirect(URI.create(form.getOrDefault("redirect_uri", "") + "?" + query));
    }

    private static List<String> scopes(Map<String, String> asked) {
        return Arrays.stream(asked.getOrDefault("scope", "").split(","))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static String fault(Map<String, String> asked, List<String> scopes) {
        for (String name : asked.keySet()) {
            if (!ASKED.contains(name)) {
                return "unknown parameter " + name;
            }
        }
        if (!CLIENT_ID.equals(asked.get("client_id"))) {
            return "This app does not exist: client_id";
        }
        String redirect = asked.getOrDefault("redirect_uri", "");
        if (redirect.isEmpty() || redirect.contains("?") || redirect.contains("#")) {
            return "The redirect_uri does not match a registered one";
        }
        if (!"code".equals(asked.get("response_type"))) {
            return "response_type must be code";
        }
        return scopes.isEmpty() || !SCOPES.containsAll(scopes) ? "unknown scope" : "";
    }

    Map<String, Object> token(Ask ask) {
        String basic =
                Base64.getEncoder().encodeToString((CLIENT_ID + ":" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
        if (!ask.header("authorization").orElse("").equals("Basic " + basic)) {
            throw ApiError.of(401, 2, "Authentication failed.");
        }
        if (!ask.type().equals("application/x-www-form-urlencoded")) {
            throw ApiError.wrong("Content-Type must be application/x-www-form-urlencoded");
        }
        Map<String, String> form = ask.form();
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> exchange(form);
            case "refresh_token" -> refresh(form);
            default -> throw ApiError.wrong("grant_type");
        };
    }

    private Map<String, Object> exchange(Map<String, String> form) {
        knows(form, "grant_type", "code", "redirect_uri", "continuous_refresh");
        Tokens.Code code = tokens.redeem(form.getOrDefault("code", ""))
                .orElseThrow(() -> ApiError.of(400, 400, "The authorization code is invalid or has expired."));
        if (!code.redirect().equals(form.get("redirect_uri"))) {
            throw ApiError.wrong("the redirect_uri is not the one of the code");
        }
        return tokens.issue("authorization_code", code.member(), code.scopes());
    }

    private Map<String, Object> refresh(Map<String, String> form) {
        knows(form, "grant_type", "refresh_token", "scope");
        return tokens.roll(form.getOrDefault("refresh_token", ""))
                .orElseThrow(() -> ApiError.of(400, 400, "The refresh token is invalid or has expired."));
    }

    private static void knows(Map<String, String> form, String... names) {
        Set<String> unknown = new TreeSet<>(form.keySet());
        unknown.removeAll(Set.of(names));
        if (!unknown.isEmpty()) {
            throw ApiError.wrong("unknown parameters " + unknown);
        }
    }
}
