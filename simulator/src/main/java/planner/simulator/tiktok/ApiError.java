package planner.simulator.tiktok;

import java.util.Map;

/** An answer that is no success. TikTok names its reasons by words; some of them come with status 200. */
final class ApiError extends RuntimeException {
    private final int status;
    private final String code;
    private final boolean violation;

    private ApiError(int status, String code, String message, boolean violation) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.violation = violation;
    }

    static ApiError of(int status, String code, String message) {
        return new ApiError(status, code, message, false);
    }

    /** A request that no correct client would send. */
    static ApiError wrong(String message) {
        return new ApiError(400, "invalid_params", message, true);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    boolean violation() {
        return violation;
    }

    Map<String, Object> json(String log) {
        return Map.of("data", Map.of(), "error", Map.of("code", code, "message", text(), "log_id", log));
    }

    String text() {
        return String.valueOf(getMessage());
    }

    /** The sign-in has a shape of its own. */
    static final class OAuth extends RuntimeException {
        private final String error;
        private final boolean violation;

        OAuth(String error, String message, boolean violation) {
            super(message, null, false, false);
            this.error = error;
            this.violation = violation;
        }

        boolean violation() {
            return violation;
        }

        String text() {
            return error + ": " + getMessage();
        }

        Map<String, Object> json(String log) {
            return Map.of("error", error, "error_description", String.valueOf(getMessage()), "log_id", log);
        }
    }
}
