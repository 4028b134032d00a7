package planner.adapter.tiktok;

import java.util.Set;

/** The codes that people are told of, and the shape of errors. */
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
            "publish_not_cancellable",
            "spam_risk_too_many_posts",
            "upload",
            "failed",
            "refused");

    private TikTokErrors() {}

    static String body(String code, String message) {
        return "{\"data\":{},\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message
                + "\",\"log_id\":\"20261123100000A0B0C0D0\"}}";
    }
}
