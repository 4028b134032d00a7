package planner.simulator.google;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planner.simulator.Answer;

/** An answer that is no success, in the shape that all of Google's APIs share. */
public final class GoogleError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String canonical;
    private final String reason;
    private final String domain;
    private final boolean violation;
    private final transient List<Map<String, Object>> details;

    private GoogleError(
            int status,
            String canonical,
            String reason,
            String domain,
            String message,
            boolean violation,
            List<Map<String, Object>> details) {
        super(message, null, false, false);
        this.status = status;
        this.canonical = canonical;
        this.reason = reason;
        this.domain = domain;
        this.violation = violation;
        this.details = List.copyOf(details);
    }

    /** @param reason of the older style; empty where an API has none */
    public static GoogleError of(int status, String reason, String domain, String message) {
        return new GoogleError(status, canonical(status), reason, domain, message, false, List.of());
    }

    /** A request that no correct client would send. */
    public static GoogleError wrong(String reason, String message) {
        return new GoogleError(400, "INVALID_ARGUMENT", reason, "global", message, true, List.of());
    }

    public static GoogleError unknownPath(String what) {
        return new GoogleError(404, "NOT_FOUND", "notFound", "global", "Not found: " + what, true, List.of());
    }

    static GoogleError unauthenticated() {
        return of(
                401,
                "authError",
                "global",
                "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other"
                        + " valid authentication credential.");
    }

    /** @param service host of the API */
    public static GoogleError scopeMissing(String service) {
        return of(403, "insufficientPermissions", "global", "Request had insufficient authentication scopes.")
                .with(errorInfo("ACCESS_TOKEN_SCOPE_INSUFFICIENT", "googleapis.com", Map.of("service", service)));
    }

    public static Map<String, Object> errorInfo(String reason, String domain, Map<String, String> metadata) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("@type", "type.googleapis.com/google.rpc.ErrorInfo");
        info.put("reason", reason);
        info.put("domain", domain);
        info.put("metadata", metadata);
        return info;
    }

    public GoogleError with(Map<String, Object> detail) {
        List<Map<String, Object>> more = new ArrayList<>(details);
        more.add(detail);
        return new GoogleError(status, canonical, reason, domain, text(), violation, more);
    }

    public int status() {
        return status;
    }

    public boolean violation() {
        return violation;
    }

    public String text() {
        return String.valueOf(getMessage());
    }

    public Answer answer() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", status);
        error.put("message", text());
        if (!reason.isEmpty()) {
            error.put("errors", List.of(Map.of("message", text(), "domain", domain, "reason", reason)));
        }
        error.put("status", canonical);
        if (!details.isEmpty()) {
            error.put("details", details);
        }
        return Answer.json(status, Map.of("error", error));
    }

    private static String canonical(int status) {
        return switch (status) {
            case 401 -> "UNAUTHENTICATED";
            case 403 -> "PERMISSION_DENIED";
            case 404 -> "NOT_FOUND";
            case 409 -> "ABORTED";
            case 429 -> "RESOURCE_EXHAUSTED";
            case 500 -> "INTERNAL";
            case 503 -> "UNAVAILABLE";
            default -> "INVALID_ARGUMENT";
        };
    }
}
