package planner.simulator.tiktok;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Consent;
import planner.simulator.Consent.Choice;
import planner.simulator.Html;

/** The consent page, and the tokens that are bought with its code. */
final class OAuth {
    private static final Set<String> SCOPES = Set.of(
            "user.info.basic", "user.info.profile", "user.info.stats", "video.list", "video.upload", "video.publish");
    private static final Set<String> ASKED = Set.of(
            "client_key",
            "response_type",
            "scope",
            "redirect_uri",
            "state",
            "disable_auto_auth",
            "code_challenge",
            "code_challenge_method");
    private static final List<String> FIXED = List.of("user.info.basic");

    private final App app;
    private final List<Creator> creators;
    private final Tokens tokens;
    private final Hosts hosts;

    OAuth(App app, List<Creator> creators, Tokens tokens, Hosts hosts) {
        this.app = app;
        this.creators = creators;
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
            String page =
                    "<main style=\"max-width:480px;margin:20vh auto 0;padding:0 20px\"><h1>Something went wrong</h1>"
                            + "<p>" + Html.escape(fault) + "</p></main>";
            Answer answer = Answer.html(Html.page("Something went wrong", "", page));
            return new Answer(400, answer.headers(), answer.body(), null);
        }
        List<Choice> accounts = creators.stream()
                .map(it -> new Choice(
                        it.openId,
                        it.nickname,
                        "@" + it.username + (it.hidden ? ", a private account" : ""),
                        hosts.avatar(it.username),
                        true))
                .toList();
        Map<String, String> kept = new LinkedHashMap<>(asked);
        kept.keySet().retainAll(Set.of("scope", "redirect_uri", "state", "code_challenge"));
        return new Consent("TikTok", "#d81e4a", hosts.web() + "/v2/auth/authorize/", accounts, scopes, FIXED, kept)
                .page();
    }

    private Answer decided(Map<String, String> form) {
        Map<String, String> back = new LinkedHashMap<>();
        if ("allow".equals(form.get("decision"))) {
            Creator creator = creators.stream()
                    .filter(it -> it.openId.equals(form.get("account")))
                    .findFirst()
                    .orElseThrow();
            List<String> granted = Consent.granted(form, scopes(form), FIXED);
            back.put(
                    "code",
                    tokens.code(
                            creator,
                            Set.copyOf(granted),
                            form.getOrDefault("redirect_uri", ""),
                            form.getOrDefault("code_challenge", "")));
            back.put("scopes", String.join(",", granted));
        } else {
            back.put("error", "access_denied");
            back.put("error_description", "The user has cancelled the authorization");
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

    private String fault(Map<String, String> asked, List<String> scopes) {
        String redirect = asked.getOrDefault("redirect_uri", "");
        for (String name : asked.keySet()) {
            if (!ASKED.contains(name)) {
                return "unknown parameter " + name;
            }
        }
        if (!app.key().equals(asked.get("client_key"))) {
            return "client_key";
        }
        if (redirect.isEmpty() || redirect.contains("?") || redirect.contains("#") || redirect.length() >= 512) {
            return "redirect_uri";
        }
        if (!"code".equals(asked.get("response_type"))
                || asked.getOrDefault("state", "").isEmpty()) {
            return "response_type and state";
        }
        return scopes.isEmpty() || !SCOPES.containsAll(scopes) ? "scope" : "";
    }

    Map<String, Object> token(Map<String, String> form) {
        client(form);
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> exchange(form);
            case "refresh_token" -> {
                knows(form, "client_key", "client_secret", "grant_type", "refresh_token");
                yield tokens.rotate(form.getOrDefault("refresh_token", ""))
                        .orElseThrow(() ->
                                new ApiError.OAuth("invalid_grant", "Refresh token is invalid or expired.", false));
            }
            default -> throw new ApiError.OAuth("unsupported_grant_type", "The grant type is not supported.", true);
        };
    }

    private Map<String, Object> exchange(Map<String, String> form) {
        knows(form, "client_key", "client_secret", "code", "grant_type", "redirect_uri", "code_verifier");
        Tokens.Code code = tokens.redeem(form.getOrDefault("code", ""))
                .orElseThrow(
                        () -> new ApiError.OAuth("invalid_grant", "Authorization code is expired or invalid.", false));
        if (!code.redirect().equals(form.get("redirect_uri"))) {
            throw new ApiError.OAuth(
                    "invalid_request", "Redirect_uri is not matched with the uri when requesting code.", true);
        }
        if (!code.challenge().isEmpty() && !code.challenge().equals(hex(form.getOrDefault("code_verifier", "")))) {
            throw new ApiError.OAuth("invalid_grant", "Code verifier or code challenge is invalid.", true);
        }
        return tokens.issue(code.creator(), code.scopes());
    }

    void revoke(Map<String, String> form, Consumer<Creator> told) {
        client(form);
        knows(form, "client_key", "client_secret", "token");
        Optional<Creator> creator = tokens.revoke(form.getOrDefault("token", ""));
        told.accept(creator.orElseThrow(
                () -> new ApiError.OAuth("invalid_request", "The token is invalid or expired.", false)));
    }

    private void client(Map<String, String> form) {
        if (!app.key().equals(form.get("client_key")) || !app.secret().equals(form.get("client_secret"))) {
            throw new ApiError.OAuth("invalid_client", "Client key or secret is incorrect.", false);
        }
    }

    private static void knows(Map<String, String> form, String... names) {
        Set<String> unknown = new TreeSet<>(form.keySet());
        unknown.removeAll(Set.of(names));
        if (!unknown.isEmpty()) {
            throw new ApiError.OAuth("invalid_request", "Unknown parameters: " + unknown, true);
        }
    }

    private static String hex(String verifier) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
