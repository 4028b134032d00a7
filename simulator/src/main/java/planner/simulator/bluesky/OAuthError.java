package planner.simulator.bluesky;

import java.util.Map;
import planner.simulator.Answer;

/** How the server that signs people in says no (RFC 6749, RFC 9449). */
final class OAuthError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    OAuthError(int status, String error, String description) {
        super(description, null, false, false);
        this.status = status;
        this.error = error;
    }

    static OAuthError request(String description) {
        return new OAuthError(400, "invalid_request", description);
    }

    static OAuthError grant(String description) {
        return new OAuthError(400, "invalid_grant", description);
    }

    static OAuthError proof(String description) {
        return new OAuthError(400, "invalid_dpop_proof", description);
    }

    String error() {
        return error;
    }

    Answer answer() {
        return Answer.json(status, Map.of("error", error, "error_description", String.valueOf(getMessage())));
    }

    /** The same from the server that keeps the account: in its own form, always 401 (seen on a real one). */
    XrpcError ofResource() {
        return new XrpcError(401, error, String.valueOf(getMessage()));
    }
}
