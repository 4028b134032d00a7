package planner.adapter.tiktok;

import java.time.Duration;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;

/** What an error code of TikTok means; some come with HTTP 200. developers.tiktok.com, error handling, 2026-11. */
final class TikTokFaults {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofHours(24);

    private TikTokFaults() {}

    static Fault of(Reply reply) {
        var error = Json.tree(reply).path("error");
        var code = error.path("code").asString("");
        var words = error.path("message").asString("");
        return switch (code) {
            case "access_token_invalid" -> new Fault.Expired(words);
            case "scope_not_authorized", "scope_permission_missed" -> new Fault.Revoked(words);
            case "rate_limit_exceeded" -> new Fault.Busy(MINUTE, Scope.CHANNEL, words);
            case "spam_risk_too_many_posts", "spam_risk_too_many_pending_share" ->
                new Fault.Busy(DAY, Scope.CHANNEL, code);
            case "reached_active_user_cap" -> new Fault.Busy(DAY, Scope.NETWORK, code);
            case "internal_error", "ok" -> new Fault.Unavailable(true, words);
            case "" -> silent(reply);
            default -> reply.status() >= 500 ? new Fault.Unavailable(true, words) : new Fault.Rejected(code, words);
        };
    }

    private static Fault silent(Reply reply) {
        if (reply.status() == 429) {
            return new Fault.Busy(MINUTE, Scope.CHANNEL, "too many requests");
        }
        return reply.status() >= 500 || reply.ok()
                ? new Fault.Unavailable(true, "TikTok answered " + reply.status())
                : new Fault.Rejected("" + reply.status(), "");
    }

    /** Why processing failed. */
    static Fault ofProcessing(String reason) {
        return switch (reason) {
            case "internal" -> new Fault.Unavailable(false, "TikTok could not process it");
            case "auth_removed" -> new Fault.Revoked(reason);
            case "spam_risk_too_many_posts" -> new Fault.Busy(DAY, Scope.CHANNEL, reason);
            default -> new Fault.Rejected(reason.isEmpty() ? "failed" : reason, reason);
        };
    }
}
