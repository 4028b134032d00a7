package planner.simulator.bluesky;

import java.util.Map;
import planner.simulator.Answer;

/** How the AT protocol says no: a name and a text (sheet, section 5). */
final class XrpcError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String name;

    XrpcError(int status, String name, String message) {
        super(message, null, false, false);
        this.status = status;
        this.name = name;
    }

    static XrpcError invalid(String message) {
        return new XrpcError(400, "InvalidRequest", message);
    }

    String name() {
        return name;
    }

    Answer answer() {
        Answer answer = Answer.json(status, Map.of("error", name, "message", String.valueOf(getMessage())));
        // a challenge of OAuth says the same in a header; its names are written small
        return status == 401 && Character.isLowerCase(name.charAt(0))
                ? answer.with(
                        "WWW-Authenticate",
                        "DPoP error=\"" + name + "\", error_description=\"" + getMessage() + "\", algs=\"ES256\"")
                : answer;
    }
}
