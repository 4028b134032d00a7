package planner.simulator.pinterest;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer that is no success: a number of Pinterest's own, or the status once more. */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;
    private final boolean violation;

    private ApiError(int status, int code, String message, boolean violation) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.violation = violation;
    }

    static ApiError of(int status, int code, String message) {
        return new ApiError(status, code, message, false);
    }

    /** What a person can get wrong, too. */
    static ApiError invalid(String message) {
        return new ApiError(400, 1, "Invalid request: " + message, false);
    }

    /** A request that no correct client would send. */
    static ApiError wrong(String message) {
        return new ApiError(400, 1, "Invalid request: " + message, true);
    }

    int status() {
        return status;
    }

    boolean violation() {
        return violation;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    Map<String, Object> json() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("message", text());
        return body;
    }
}
