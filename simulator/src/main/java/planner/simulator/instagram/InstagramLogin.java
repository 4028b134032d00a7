package planner.simulator.instagram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.Host;
import planner.simulator.meta.LastingTokens;
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

    private final Clock clock;
    private final Tokens tokens;
    private final Apps apps;
    private final LastingTokens lasting;

    InstagramLogin(Clock clock, Tokens tokens, Apps apps) {
        this.clock = clock;
        this.tokens = tokens;
        this.apps = apps;
        this.lasting = new LastingTokens(
                clock,
                tokens,
                new LastingTokens.Grant(Host.INSTAGRAM, "ig", "instagram_business_basic", apps.instagramSecret()));
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
        return lasting.extend(call);
    }

    Object refresh(GraphCall call) {
        Token fresh = lasting.refreshed(call);
        Map<String, Object> answer = LastingTokens.answer(fresh);
        answer.put("permissions", String.join(",", new TreeSet<>(fresh.scopes())));
        return answer;
    }
}
