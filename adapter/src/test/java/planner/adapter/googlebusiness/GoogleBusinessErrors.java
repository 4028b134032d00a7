package planner.adapter.googlebusiness;

import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.contract.FaultCase;
import planner.network.Fault;

/** Section 5 of the sheet, row by row. */
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
            "forbidden",
            "gone",
            "bad_name",
            "unsupported",
            "invalid",
            "photo_fetch",
            "policy",
            "refused");

    static final List<FaultCase> ALL = List.of(
            FaultCase.of(401, body(401, "UNAUTHENTICATED", "Invalid credentials", ""), Fault.Expired.class),
            FaultCase.of(401, "", Fault.Expired.class),
            FaultCase.of(
                    403,
                    body(403, "PERMISSION_DENIED", "Insufficient scopes", info("ACCESS_TOKEN_SCOPE_INSUFFICIENT", "")),
                    Fault.Revoked.class),
            FaultCase.rejected(
                    403, body(403, "PERMISSION_DENIED", "The caller does not have permission", ""), "forbidden"),
            FaultCase.rejected(
                    403,
                    body(403, "PERMISSION_DENIED", "API has not been used", info("SERVICE_DISABLED", "")),
                    "accessNotConfigured"),
            FaultCase.rejected(
                    403,
                    "{\"error\":{\"code\":403,\"message\":\"Access Not Configured\",\"errors\":[{\"domain\":\"usageLimits\","
                            + "\"reason\":\"accessNotConfigured\",\"message\":\"Access Not Configured\"}]}}",
                    "accessNotConfigured"),
            FaultCase.rejected(404, body(404, "NOT_FOUND", "Requested entity was not found.", ""), "gone"),
            FaultCase.rejected(404, "<html><title>Error 404 (Not Found)</title></html>", "bad_name"),
            FaultCase.rejected(
                    400,
                    body(
                            400,
                            "INVALID_ARGUMENT",
                            "Request contains an invalid argument.",
                            field(2, "topic_type", "Topic type is required for post creation.")),
                    "invalid"),
            FaultCase.rejected(
                    400,
                    body(
                            400,
                            "INVALID_ARGUMENT",
                            "Request contains an invalid argument.",
                            field(5, "summary", "Must be at most 1500 characters")),
                    "invalid"),
            FaultCase.rejected(
                    400, body(400, "INVALID_ARGUMENT", "Request contains an invalid argument.", ""), "invalid"),
            FaultCase.rejected(400, "{\"error\":{\"code\":400,\"message\":\"MISSING_VALUE\"}}", "invalid"),
            FaultCase.rejected(400, body(400, "FAILED_PRECONDITION", "Precondition check failed.", ""), "unverified"),
            FaultCase.rejected(403, body(403, "FAILED_PRECONDITION", "Location is suspended", ""), "unverified"),
            FaultCase.rejected(
                    400,
                    body(400, "INVALID_ARGUMENT", "OPERATION_UNSUPPORTED_UNDER_ACCOUNT_CONDITION", ""),
                    "unverified"),
            FaultCase.rejected(
                    400,
                    body(
                            400,
                            "INVALID_ARGUMENT",
                            "Invalid",
                            field(1300, "location", "LOCATION_DISABLED_FOR_LOCAL_POST_API")),
                    "location_disabled"),
            FaultCase.of(409, body(409, "ABORTED", "The operation was aborted.", ""), Fault.Busy.class),
            FaultCase.of(429, body(429, "RESOURCE_EXHAUSTED", "Quota exceeded", ""), Fault.Busy.class),
            FaultCase.of(429, "", Fault.Busy.class),
            FaultCase.of(
                    429,
                    Map.of("retry-after", "7"),
                    body(429, "RESOURCE_EXHAUSTED", "Slow down", ""),
                    Fault.Busy.class),
            FaultCase.of(
                    429,
                    body(429, "RESOURCE_EXHAUSTED", "Quota exceeded", info("RATE_LIMIT_EXCEEDED", "300")),
                    Fault.Busy.class),
            FaultCase.rejected(
                    429,
                    body(429, "RESOURCE_EXHAUSTED", "Quota exceeded", info("RATE_LIMIT_EXCEEDED", "0")),
                    "not_approved"),
            FaultCase.of(500, body(500, "INTERNAL", "Internal error encountered.", ""), Fault.Unavailable.class),
            FaultCase.of(502, "<html>Bad Gateway</html>", Fault.Unavailable.class),
            FaultCase.of(503, body(503, "UNAVAILABLE", "The service is unavailable.", ""), Fault.Unavailable.class),
            FaultCase.of(504, "", Fault.Unavailable.class),
            FaultCase.rejected(501, body(501, "UNIMPLEMENTED", "API_UNSUPPORTED", ""), "unsupported"),
            FaultCase.of(200, "<html>welcome</html>", Fault.Unavailable.class),
            FaultCase.rejected(418, body(418, "TEAPOT", "Never seen", ""), "refused"),
            FaultCase.rejected(400, "Bad Request", "refused"));

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

    private static String info(String reason, String limit) {
        var metadata = limit.isEmpty() ? "" : ",\"metadata\":{\"quota_limit_value\":\"" + limit + "\"}";
        return "{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\"" + reason
                + "\",\"domain\":\"googleapis.com\"" + metadata + "}";
    }
}
