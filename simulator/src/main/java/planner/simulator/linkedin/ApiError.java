package planner.simulator.linkedin;

import java.util.LinkedHashMap;
import java.util.Map;
import planner.simulator.Answer;

/** How LinkedIn says no. */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int service;
    private final String code;
    private final boolean violation;

    private ApiError(int status, int service, String code, String message, boolean violation) {
        super(message, null, false, false);
        this.status = status;
        this.service = service;
        this.code = code;
        this.violation = violation;
    }

    static ApiError of(int status, String code, String message) {
        return new ApiError(status, 0, code, message, false);
    }

    static ApiError token(int service, String code, String message) {
        return new ApiError(401, service, code, message, false);
    }

    static ApiError denied(String what) {
        return new ApiError(403, 100, "ACCESS_DENIED", "Not enough permissions to access: " + what, false);
    }

    /** A request that no correct client would send. */
    static ApiError wrong(int status, String code, String message) {
        return new ApiError(status, 0, code, message, true);
    }

    /** A body of another shape than the schema: a line for each field. */
    static ApiError shape(String path, String what) {
        return wrong(422, "UNPROCESSABLE_ENTITY", "ERROR :: " + path + " :: " + what);
    }

    boolean violation() {
        return violation;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    Answer answer() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        if (service != 0) {
            body.put("serviceErrorCode", service);
        }
        body.put("code", code);
        body.put("message", text());
        return Answer.json(status, body);
    }
}
