package planner.simulator.x;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planner.simulator.Answer;

/** How X says no (sheet, section 5). */
final class XProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, Object> body;

    private XProblem(int status, Map<String, Object> body) {
        super("" + status, null, false, false);
        this.status = status;
        this.body = body;
    }

    /** Shape 1: a problem by its type. */
    static XProblem of(int status, String title, String detail, String type) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", title);
        body.put("detail", detail);
        body.put("type", type.isEmpty() ? "about:blank" : "https://api.x.com/2/problems/" + type);
        body.put("status", status);
        return new XProblem(status, body);
    }

    /** Shape 2: a field that does not fit. */
    static XProblem invalid(String field, String value, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errors", List.of(Map.of("message", message, "parameters", Map.of(field, List.of(value)))));
        body.put("title", "Invalid Request");
        body.put("detail", "One or more parameters to your request was invalid.");
        body.put("type", "https://api.x.com/2/problems/invalid-request");
        return new XProblem(400, body);
    }

    /** Shape 3: an old code. */
    static XProblem classic(int status, int code, String message) {
        return new XProblem(status, Map.of("errors", List.of(Map.of("code", code, "message", message))));
    }

    static XProblem forbidden(String detail) {
        return of(403, "Forbidden", detail, "");
    }

    /** Shape 5. */
    static XProblem oauth(int status, String error, String description) {
        return new XProblem(status, Map.of("error", error, "error_description", description));
    }

    Answer answer() {
        return Answer.json(status, body);
    }
}
