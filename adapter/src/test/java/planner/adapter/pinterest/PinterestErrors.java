package planner.adapter.pinterest;

import java.util.Set;

/** The codes that people are told of, and the shape of errors. */
final class PinterestErrors {
    static final Set<String> CODES = Set.of(
            "cards",
            "missing_scope",
            "access_denied",
            "invalid_client",
            "code",
            "app-access",
            "invalid-request",
            "link",
            "unreachable",
            "cover",
            "board-exists",
            "board-privacy",
            "not-authorized",
            "not-permitted",
            "account-disapproved",
            "account-review",
            "blocked",
            "forbidden",
            "user-gone",
            "board-gone",
            "section-gone",
            "pin-gone",
            "not-found",
            "too-large",
            "upload",
            "media-failed",
            "refused");

    private PinterestErrors() {}

    static String body(int code, String message) {
        return "{\"code\":" + code + ",\"message\":\"" + message + "\"}";
    }
}
