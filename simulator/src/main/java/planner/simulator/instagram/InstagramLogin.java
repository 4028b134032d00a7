package planner.simulator.instagram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.GraphError;
import planner.simulator.meta.Host;
import planner.simulator.meta.Tokens;
import planner.simulator.meta.Tokens.Code;
import planner.simulator.meta.Tokens.Kind;
import planner.simulator.meta.Tokens.Token;

/** From the code of the consent page to a token of sixty days that can be made young again. */
final class InstagramLogin {
    static final Set<String> SCOPES = Set.of(
            "instagram_business_basic",
            "instagram_business_content_publish",
            "instagram_business_manage_comments",
            "instagram_business_manage_insights",
            "instagram_business_manage_messages");
    private static final Duration SHORT = Duration.ofHours(1);
    private static final Duration LONG = Duration.ofDays(60);
    private static final Duration YOUNGEST = Duration.ofHours(24);

    private final Clock clock;
    private final Tokens tokens;
    private final Apps apps;

    InstagramLogin(Clock clock, Tokens tokens, Apps apps) {
        this.clock = clock;
        this.tokens = tokens;
        this.apps = apps;
    }

    /** A refusal of api.instagram.com, which has a shape of its own. */
    static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message, null, false, false);
        }

        Map<String, Object> json() {
            return Map.of("error_type", "OAuthException", "code", 400, "error_message", String.valueOf(getMessage()));
        }
    }

    String code(Account account, Set<String> scopes, String redirect) {
        Instant until = clock.instant().plus(Duration.ofHours(1));
        return tokens.code(
                new Code(Host.INSTAGRAM, account.id, account.id, scopes, apps.instagramId(), redirect, until));
    }

    Object exchange(Map<String, String> form) {
        Set<String> wanted = Set.of("client_id", "client_secret", "grant_type", "redirect_uri", "code");
        if (!form.keySet().equals(wanted)) {
            throw new Refused("The parameters must be exactly " + new TreeSet<>(wanted));
        }
        if (!apps.instagramId().equals(form.get("client_id"))
                || !apps.instagramSecret().equals(form.get("client_secret"))) {
            throw new Refused("Invalid platform app");
        }
        if (!"authorization_code".equals(form.get("grant_type"))) {
            throw new Refused("Invalid grant type");
        }
        Code code = tokens.redeem(form.getOrDefault("code", ""))
                .filter(it -> it.host() == Host.INSTAGRAM)
                .orElseThrow(() -> new Refused("Invalid authorization code"));
        if (!code.redirect().equals(form.get("redirect_uri"))) {
            throw new Refused("Error validating verification code. Please make sure your redirect_uri is identical to "
                    + "the one you used in the OAuth dialog request");
        }
        Token token = tokens.issue(Host.INSTAGRAM, Kind.SHORT, code.person(), code.subject(), code.scopes(), SHORT);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token.value());
        answer.put("user_id", Long.parseLong(token.subject()));
        answer.put("permissions", new TreeSet<>(token.scopes()));
        return answer;
    }

    Object extend(GraphCall call) {
        call.knows("grant_type", "client_secret");
        expect(call, "ig_exchange_token");
        if (!apps.instagramSecret().equals(call.needs("client_secret"))) {
            throw GraphError.of(101, 0, "Error validating client secret");
        }
        Token old = tokens.alive(call.token(), Host.INSTAGRAM);
        if (old.kind() != Kind.SHORT) {
            throw GraphError.of(452, 0, "Session key invalid: the token is no short-lived one");
        }
        return answer(renewed(old));
    }

    Object refresh(GraphCall call) {
        call.knows("grant_type");
        expect(call, "ig_refresh_token");
        Token old = tokens.alive(call.token(), Host.INSTAGRAM);
        if (old.kind() != Kind.LONG) {
            throw GraphError.of(452, 0, "Session key invalid: only a long-lived token can be refreshed");
        }
        if (!old.scopes().contains("instagram_business_basic")) {
            throw GraphError.permission("instagram_business_basic");
        }
        if (clock.instant().isBefore(old.issued().plus(YOUNGEST))) {
            throw GraphError.of(100, 0, "The access token must be at least 24 hours old to be refreshed");
        }
        Map<String, Object> answer = answer(renewed(old));
        answer.put("permissions", String.join(",", new TreeSet<>(old.scopes())));
        return answer;
    }

    private Token renewed(Token old) {
        return tokens.issue(Host.INSTAGRAM, Kind.LONG, old.person(), old.subject(), old.scopes(), LONG);
    }

    private static Map<String, Object> answer(Token token) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token.value());
        answer.put("token_type", "bearer");
        answer.put("expires_in", LONG.toSeconds());
        return answer;
    }

    private static void expect(GraphCall call, String grant) {
        if (!call.needs("grant_type").equals(grant)) {
            throw GraphError.wrong("Param grant_type must be " + grant);
        }
    }
}
