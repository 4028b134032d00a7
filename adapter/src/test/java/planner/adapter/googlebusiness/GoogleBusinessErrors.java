package planner.adapter.googlebusiness;

import java.util.Set;

/** The codes that people are told of, and the shape of errors. */
final class GoogleBusinessErrors {
    static final Set<String> CODES = Set.of(
            "code",
            "publish-at",
            "access_denied",
            "missing_scope",
            "invalid_client",
            "redirect_uri_mismatch",
            "unauthorized_client",
            "accessNotConfigured",
            "not_approved",
            "no_location",
            "unverified",
            "location_disabled",
            "gone",
            "bad_name",
            "unsupported",
            "invalid",
            "photo_fetch",
            "policy",
            "refused");

    private GoogleBusinessErrors() {}

    static String body(int code, String status, String message, String detail) {
        var details = detail.isEmpty() ? "" : ",\"details\":[" + detail + "]";
        return "{\"error\":{\"code\":" + code + ",\"message\":\"" + message + "\",\"status\":\"" + status + "\""
                + details + "}}";
    }

    static String field(int code, String field, String message) {
        return "{\"@type\":\"type.googleapis.com/google.mybusiness.v4.ValidationError\",\"errorDetails\":[{\"code\":"
                + code + ",\"field\":\"" + field + "\",\"message\":\"" + message + "\",\"fieldIndex\":0}]}";
    }
}
