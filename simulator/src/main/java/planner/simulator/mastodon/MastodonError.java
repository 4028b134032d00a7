package planner.simulator.mastodon;

import java.util.Map;
import planner.simulator.Answer;

/** How a server says no: one sentence, or the pair of OAuth. */
final class MastodonError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, Object> body;

    private MastodonError(int status, Map<String, Object> body) {
        super("" + status, null, false, false);
        this.status = status;
        this.body = body;
    }

    static MastodonError of(int status, String error) {
        return new MastodonError(status, Map.of("error", error));
    }

    /** 422 of a record that is not valid. */
    static MastodonError invalid(String what) {
        return of(422, "Validation failed: " + what);
    }

    static MastodonError notFound() {
        return of(404, "Record not found");
    }

    static MastodonError oauth(int status, String error, String description) {
        return new MastodonError(status, Map.of("error", error, "error_description", description));
    }

    Answer answer() {
        return Answer.json(status, body);
    }
}
