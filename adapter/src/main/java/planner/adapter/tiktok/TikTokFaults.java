package planner.adapter.tiktok;

import java.time.Duration;
import java.util.Set;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;

/** What an error code of TikTok means; some come with HTTP 200. developers.tiktok.com, error handling, 2026-11. */
final class TikTokFaults {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofHours(24);

    /** Codes that have words of their own in the messages bundle; what else TikTok says is {@link #REFUSED}. */
    static final Set<String> KNOWN = Set.of(
            "invalid_param",
            "invalid_params",
            "invalid_file_upload",
            "app_version_check_failed",
            "spam_risk_user_banned_from_posting",
            "spam_risk",
            "spam_risk_text",
            "unaudited_client_can_only_post_to_private_accounts",
            "url_ownership_unverified",
            "privacy_level_option_mismatch",
            "invalid_publish_id",
            "token_not_authorized_for_specified_publish_id",
            "file_format_check_failed",
            "duration_check_failed",
            "frame_rate_check_failed",
            "picture_size_check_failed",
            "internal",
            "video_pull_failed",
            "photo_pull_failed",
            "publish_cancelled",
            "publish_not_cancellable");

    static final String REFUSED = "refused";

    // our own sentences: what the person can do; the bundle has them in other languages
    private static final String FULL =
            "TikTok takes about 15 posts of an account in 24 hours. It is tried again in a day.";
    private static final String PENDING =
            "Too many drafts wait in the TikTok inbox. Finish or delete them in the app; it is tried again in a day.";
    private static final String CREATORS =
            "Too many accounts have posted through this planner's app today. It is tried again in a day.";
    private static final String SCOPE = "A permission is missing. Connect again and allow posting.";
    private static final String REMOVED = "Access was taken away in TikTok. Connect again.";

    private TikTokFaults() {}

    static Fault of(Reply reply) {
        var error = Json.tree(reply).path("error");
        var code = error.path("code").asString("");
        var words = error.path("message").asString("");
        return switch (code) {
            case "access_token_invalid" -> new Fault.Expired(words);
            case "scope_not_authorized", "scope_permission_missed" -> new Fault.Revoked(SCOPE);
            case "rate_limit_exceeded" -> new Fault.Busy(MINUTE, Scope.CHANNEL, words);
            case "spam_risk_too_many_posts" -> new Fault.Busy(DAY, Scope.CHANNEL, FULL);
            case "spam_risk_too_many_pending_share" -> new Fault.Busy(DAY, Scope.CHANNEL, PENDING);
            case "reached_active_user_cap" -> new Fault.Busy(DAY, Scope.NETWORK, CREATORS);
            case "internal_error", "ok" -> new Fault.Unavailable(true, words);
            case "" -> silent(reply);
            default -> reply.status() >= 500 ? new Fault.Unavailable(true, code + ": " + words) : rejected(code, words);
        };
    }

    private static Fault silent(Reply reply) {
        if (reply.status() == 429) {
            return new Fault.Busy(MINUTE, Scope.CHANNEL, "too many requests");
        }
        return reply.status() >= 500 || reply.ok()
                ? new Fault.Unavailable(true, "the network answered: " + reply.status())
                : new Fault.Rejected(REFUSED, "the network answered: " + reply.status());
    }

    private static Fault rejected(String code, String words) {
        return KNOWN.contains(code)
                ? new Fault.Rejected(code, words.isBlank() ? code : words)
                : new Fault.Rejected(REFUSED, code + ": " + words);
    }

    /** Why processing failed. */
    static Fault ofProcessing(String reason) {
        return switch (reason) {
            case "internal" -> new Fault.Unavailable(false, "TikTok could not process the post. It is tried again.");
            case "auth_removed" -> new Fault.Revoked(REMOVED);
            case "spam_risk_too_many_posts" -> new Fault.Busy(DAY, Scope.CHANNEL, FULL);
            default ->
                KNOWN.contains(reason)
                        ? new Fault.Rejected(reason, reason)
                        : new Fault.Rejected("failed", reason.isEmpty() ? "no reason was given" : reason);
        };
    }
}
