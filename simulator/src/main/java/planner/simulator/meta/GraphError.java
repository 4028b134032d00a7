package planner.simulator.meta;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer that is no success, in the one shape that Meta uses for all of them. */
public final class GraphError extends RuntimeException {
    private final int status;
    private final int code;
    private final int subcode;
    private final boolean violation;

    private GraphError(int status, int code, int subcode, String message, boolean violation) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.subcode = subcode;
        this.violation = violation;
    }

    public static GraphError of(int code, int subcode, String message) {
        return new GraphError(400, code, subcode, message, false);
    }

    /** A request that no correct client would send: answered like the network does, and remembered against the caller. */
    public static GraphError wrong(String message) {
        return new GraphError(400, 100, 0, "(#100) " + message, true);
    }

    public static GraphError unknownPath(String path) {
        return new GraphError(400, 2500, 0, "Unknown path components: /" + path, true);
    }

    public static GraphError token(int subcode, String message) {
        return new GraphError(400, 190, subcode, message, false);
    }

    public static GraphError permission(String scope) {
        return new GraphError(
                403, 10, 0, "(#10) Application does not have permission for this action: " + scope, false);
    }

    public static GraphError missing(String id) {
        return of(
                100,
                33,
                "Unsupported request. Object with ID '" + id
                        + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation");
    }

    public static GraphError throttled(int code) {
        return of(code, 0, "(#" + code + ") Application request limit reached");
    }

    public static GraphError server() {
        return new GraphError(500, 1, 0, "An unknown error occurred", false);
    }

    public int status() {
        return status;
    }

    public int subcode() {
        return subcode;
    }

    public boolean violation() {
        return violation;
    }

    public String text() {
        return String.valueOf(getMessage());
    }

    /** @param type what the host calls its exceptions; @param title for people */
    public Map<String, Object> json(String type, String title, String trace) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", text());
        error.put("type", code == 190 ? "OAuthException" : type);
        error.put("code", code);
        if (subcode != 0) {
            error.put("error_subcode", subcode);
            error.put("error_user_title", title);
            error.put("error_user_msg", text());
        }
        error.put("is_transient", code == 1 || code == 2 || code == 4);
        error.put("fbtrace_id", trace);
        return Map.of("error", error);
    }
}
