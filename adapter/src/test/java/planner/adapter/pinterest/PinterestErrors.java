package planner.adapter.pinterest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.contract.FaultCase;
import planner.network.Fault;

/** Section 5 of the sheet, row by row. */
final class PinterestErrors {
    static final Set<String> CODES = Set.of(
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

    static final List<FaultCase> ALL = List.of(
            rejected(400, 1, "Invalid request: 'abc' does not match '^\\\\d+$'", "invalid-request"),
            rejected(400, 1, "Invalid request: [] is too long, constraint: maxItems=5", "invalid-request"),
            rejected(400, 400, "Invalid pin parameters.", "invalid-request"),
            rejected(400, 1, "invalid URL", "link"),
            rejected(400, 1, "Invalid request: the link is refused", "link"),
            rejected(400, 1, "Unable to reach the URL. Please check the URL is correct and try again.", "unreachable"),
            rejected(400, 1, "Parameter cover_image_url or cover_image_content_type is required", "cover"),
            of(400, 1, "The media is still processing.", Fault.Unavailable.class),
            of(400, 1, "The media is not ready.", Fault.Unavailable.class),
            rejected(400, 58, "You already have a board with this name.", "board-exists"),
            of(400, 1104, "The token you provided is not valid or has expired.", Fault.Expired.class),
            of(401, 2, "Authentication failed.", Fault.Expired.class),
            of(401, 401, "Unauthorized", Fault.Expired.class),
            of(401, 3, "Your token does not have sufficient permissions.", Fault.Revoked.class),
            rejected(401, 3, "Your application consumer type is not supported, please contact support.", "app-access"),
            rejected(401, 7, "Not authorized to access board or Pin.", "not-authorized"),
            rejected(403, 7, "Not authorized to access board or Pin.", "not-authorized"),
            of(403, 3, "Your token does not have sufficient permissions.", Fault.Revoked.class),
            rejected(403, 29, "You are not permitted to access that resource.", "not-permitted"),
            rejected(403, 2625, "Your account was disapproved.", "account-disapproved"),
            rejected(403, 2626, "Your account is under review.", "account-review"),
            rejected(403, 403, "Sorry! We blocked this link because it may lead to spam.", "blocked"),
            rejected(403, 403, "The domain cannot be pinned from.", "blocked"),
            rejected(403, 403, "Forbidden", "forbidden"),
            rejected(404, 30, "User not found.", "user-gone"),
            rejected(404, 40, "Board not found.", "board-gone"),
            rejected(404, 404, "Board not found.", "board-gone"),
            rejected(404, 50, "Pin not found.", "pin-gone"),
            rejected(404, 404, "Pin not found.", "pin-gone"),
            rejected(404, 2031, "Board section not found.", "section-gone"),
            rejected(404, 404, "Section does not exist on the board.", "section-gone"),
            rejected(404, 404, "Media not found.", "not-found"),
            of(409, 409, "Could not get exclusive access to the board", Fault.Unavailable.class),
            of(409, 409, "Board section conflict.", Fault.Unavailable.class),
            rejected(413, 413, "Request entity too large", "too-large"),
            of(429, 8, "You have exceeded your rate limit. Try again later.", Fault.Busy.class),
            of(429, 30, "Too many requests", Fault.Busy.class),
            FaultCase.of(429, Map.of("x-ratelimit-reset", "37"), "", Fault.Busy.class),
            of(500, 500, "Something went wrong on our end.", Fault.Unavailable.class),
            of(500, 0, "", Fault.Unavailable.class),
            of(502, 12, "Something went wrong on our end.", Fault.Unavailable.class),
            of(503, 4197, "This feature is ramped down.", Fault.Unavailable.class),
            FaultCase.of(502, "<html>Bad Gateway</html>", Fault.Unavailable.class),
            FaultCase.of(504, "", Fault.Unavailable.class),
            FaultCase.of(200, "<html>welcome</html>", Fault.Unavailable.class),
            rejected(418, 77, "Never seen", "refused"),
            FaultCase.rejected(405, "<html>not allowed</html>", "refused"));

    private PinterestErrors() {}

    private static FaultCase of(int status, int code, String message, Class<? extends Fault> fault) {
        return FaultCase.of(status, body(code, message), fault);
    }

    private static FaultCase rejected(int status, int code, String message, String ours) {
        return FaultCase.rejected(status, body(code, message), ours);
    }

    static String body(int code, String message) {
        return "{\"code\":" + code + ",\"message\":\"" + message + "\"}";
    }
}
