package planner.adapter.linkedin;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.contract.FaultCase;
import planner.network.Fault;

/** Section 5 of the sheet, row by row. */
final class LinkedInErrors {
    static final Set<String> CODES = codes();

    static final List<FaultCase> ALL = List.of(
            FaultCase.of(401, service(401, 65600, "INVALID_ACCESS_TOKEN", "Invalid access token"), Fault.Expired.class),
            FaultCase.of(401, service(401, 65601, "REVOKED_ACCESS_TOKEN", "revoked"), Fault.Revoked.class),
            FaultCase.of(401, error(401, "REVOKED_ACCESS_TOKEN", "revoked by the user"), Fault.Revoked.class),
            FaultCase.of(401, service(401, 65602, "EXPIRED_ACCESS_TOKEN", "expired"), Fault.Expired.class),
            FaultCase.rejected(401, service(401, 65604, "EMPTY_ACCESS_TOKEN", "Empty"), "EMPTY_ACCESS_TOKEN"),
            FaultCase.rejected(403, service(403, 65608, "RESTRICTED_MEMBER", "no"), "RESTRICTED_MEMBER"),
            FaultCase.rejected(401, error(401, "", "Member is restricted"), "RESTRICTED_MEMBER"),
            FaultCase.of(
                    403,
                    service(403, 100, "ACCESS_DENIED", "Not enough permissions to access: posts.CREATE.NO_VERSION"),
                    Fault.Revoked.class),
            rejected("VERSION_MISSING"),
            FaultCase.rejected(
                    426, error(426, "NONEXISTENT_VERSION", "Requested version is not active"), "NONEXISTENT_VERSION"),
            rejected("MISSING_FIELD"),
            rejected("INVALID_VALUE_FOR_FIELD"),
            rejected("INVALID_VALUE_BLANK_FIELD"),
            rejected("FIELD_LENGTH_TOO_LONG"),
            rejected("INVALID_URL"),
            rejected("INVALID_CALL_TO_ACTION"),
            rejected("INVALID_URN_TYPE"),
            rejected("INVALID_URN_ID"),
            rejected("INVALID_IMAGE_ID"),
            rejected("INVALID_VIDEO_ID"),
            rejected("EXPIRED_UPLOAD_URL"),
            rejected("MEDIA_ASSET_PROCESSING_FAILED"),
            rejected("ILLEGAL_ARGUMENT"),
            FaultCase.rejected(400, "{\"message\":\"com.linkedin: FIELD_LENGTH_TOO_LONG\"}", "FIELD_LENGTH_TOO_LONG"),
            FaultCase.rejected(
                    400,
                    "{\"status\":400,\"code\":\"BAD\",\"message\":\"Input validation\",\"errorDetails\":{\"inputErrors\":["
                            + "{\"code\":\"INVALID_URL\",\"input\":{\"inputPath\":{\"fieldPath\":\"content\"}}}]}}",
                    "INVALID_URL"),
            FaultCase.rejected(400, error(400, "SOMETHING_NEW", "Something new"), "refused"),
            FaultCase.of(400, error(400, "UPDATING_ASSET_FAILED", "again"), Fault.Unavailable.class),
            FaultCase.rejected(404, error(404, "NOT_FOUND", "Could not find entity"), "NOT_FOUND"),
            FaultCase.of(409, error(409, "CONFLICT", "concurrent"), Fault.Busy.class),
            FaultCase.rejected(
                    422,
                    error(422, "", "Content is a duplicate of urn:li:share:7000000000000000001"),
                    "DUPLICATE_POST"),
            FaultCase.rejected(422, error(422, "DUPLICATE_POST", "Duplicate post"), "DUPLICATE_POST"),
            FaultCase.rejected(
                    422,
                    error(422, "", "ERROR :: /visibility :: field is required but not found and has no default value"),
                    "fields"),
            FaultCase.rejected(
                    422, error(422, "", "ERROR :: /foo :: unrecognized field found but not allowed"), "fields"),
            FaultCase.rejected(422, error(422, "UNPROCESSABLE_ENTITY", "no"), "UNPROCESSABLE_ENTITY"),
            FaultCase.of(429, service(429, 101, "TOO_MANY_REQUESTS", limit("MEMBER")), Fault.Busy.class),
            FaultCase.of(429, error(429, "", limit("APPLICATION")), Fault.Busy.class),
            FaultCase.of(429, Map.of("retry-after", "30"), error(429, "TOO_MANY_REQUESTS", "slow"), Fault.Busy.class),
            FaultCase.of(500, error(500, "INTERNAL_SERVER_ERROR", "Internal"), Fault.Unavailable.class),
            FaultCase.of(500, error(500, "", "Unable to obtain activity"), Fault.Unavailable.class),
            FaultCase.of(502, "<html>Bad gateway</html>", Fault.Unavailable.class),
            FaultCase.of(503, error(503, "SERVICE_UNAVAILABLE", "later"), Fault.Unavailable.class),
            FaultCase.of(504, "", Fault.Unavailable.class),
            FaultCase.of(999, "<html>Request denied</html>", Fault.Busy.class),
            FaultCase.of(201, "", Fault.Unavailable.class),
            FaultCase.of(200, "<html>welcome</html>", Fault.Unavailable.class));

    private LinkedInErrors() {}

    private static Set<String> codes() {
        var codes = new HashSet<>(LinkedInFaults.TOLD);
        codes.addAll(Set.of(
                "NOT_FOUND",
                "fields",
                "UNPROCESSABLE_ENTITY",
                "refused",
                "RESTRICTED_MEMBER",
                "EMPTY_ACCESS_TOKEN",
                "FORBIDDEN",
                "upload",
                "reshare",
                "code",
                "permission",
                "missing_scope",
                "no_account",
                "invalid_client",
                "invalid_redirect_uri",
                "user_cancelled_login",
                "user_cancelled_authorize",
                "unauthorized_scope_error",
                "access_denied"));
        return Set.copyOf(codes);
    }

    private static FaultCase rejected(String code) {
        return FaultCase.rejected(400, error(400, code, "LinkedIn says no"), code);
    }

    static String limit(String whose) {
        return "Resource level throttle " + whose + " DAY limit for calls to this resource is reached.";
    }

    static String error(int status, String code, String message) {
        return "{\"status\":" + status + (code.isEmpty() ? "" : ",\"code\":\"" + code + "\"") + ",\"message\":\""
                + message + "\"}";
    }

    private static String service(int status, int service, String code, String message) {
        return "{\"status\":" + status + ",\"serviceErrorCode\":" + service + ",\"code\":\"" + code
                + "\",\"message\":\"" + message + "\"}";
    }
}
