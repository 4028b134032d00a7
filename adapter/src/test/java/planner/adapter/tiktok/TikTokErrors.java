package planner.adapter.tiktok;

import java.util.List;
import java.util.Set;
import planner.adapter.contract.FaultCase;
import planner.network.Fault;

/** Section 5 of the sheet, row by row. */
final class TikTokErrors {
    static final Set<String> CODES = Set.of(
            "missing_scope",
            "access_denied",
            "invalid_client",
            "privacy_level_option_mismatch",
            "duration_check_failed",
            "unaudited_client_can_only_post_to_private_accounts",
            "url_ownership_unverified",
            "invalid_file_upload",
            "invalid_param",
            "invalid_params",
            "app_version_check_failed",
            "spam_risk_user_banned_from_posting",
            "spam_risk",
            "spam_risk_text",
            "invalid_publish_id",
            "token_not_authorized_for_specified_publish_id",
            "file_format_check_failed",
            "frame_rate_check_failed",
            "picture_size_check_failed",
            "internal",
            "video_pull_failed",
            "photo_pull_failed",
            "publish_cancelled",
            "upload",
            "failed",
            "refused");

    static final List<FaultCase> ALL = List.of(
            of(401, "access_token_invalid", Fault.Expired.class),
            of(401, "scope_not_authorized", Fault.Revoked.class),
            of(401, "scope_permission_missed", Fault.Revoked.class),
            of(429, "rate_limit_exceeded", Fault.Busy.class),
            of(500, "internal_error", Fault.Unavailable.class),
            FaultCase.of(502, "<html>Bad Gateway</html>", Fault.Unavailable.class),
            FaultCase.of(504, "", Fault.Unavailable.class),
            FaultCase.of(200, "<html>welcome</html>", Fault.Unavailable.class),
            FaultCase.of(429, "", Fault.Busy.class),
            rejected(400, "invalid_param"),
            rejected(400, "invalid_params"),
            rejected(400, "invalid_file_upload"),
            rejected(400, "app_version_check_failed"),
            of(403, "spam_risk_too_many_posts", Fault.Busy.class),
            of(200, "spam_risk_too_many_posts", Fault.Busy.class),
            of(403, "spam_risk_too_many_pending_share", Fault.Busy.class),
            rejected(403, "spam_risk_user_banned_from_posting"),
            rejected(200, "spam_risk_user_banned_from_posting"),
            rejected(403, "spam_risk"),
            rejected(403, "spam_risk_text"),
            of(403, "reached_active_user_cap", Fault.Busy.class),
            of(200, "reached_active_user_cap", Fault.Busy.class),
            rejected(403, "unaudited_client_can_only_post_to_private_accounts"),
            rejected(403, "url_ownership_unverified"),
            rejected(403, "privacy_level_option_mismatch"),
            rejected(400, "invalid_publish_id"),
            rejected(400, "token_not_authorized_for_specified_publish_id"),
            FaultCase.rejected(400, body("something_new", "Never seen"), "refused"),
            FaultCase.rejected(404, "<html>not here</html>", "refused"));

    private TikTokErrors() {}

    private static FaultCase of(int status, String code, Class<? extends Fault> fault) {
        return FaultCase.of(status, body(code, "Told by TikTok"), fault);
    }

    private static FaultCase rejected(int status, String code) {
        return FaultCase.rejected(status, body(code, "Told by TikTok"), code);
    }

    static String body(String code, String message) {
        return "{\"data\":{},\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message
                + "\",\"log_id\":\"20261123100000A0B0C0D0\"}}";
    }
}
