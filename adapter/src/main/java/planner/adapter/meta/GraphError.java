package planner.adapter.meta;

import java.util.Optional;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;

/**
 * An error as the Graph API words it.
 *
 * @param subcode 0 when there is none
 * @param words those for people where Meta has such, else the technical ones
 * @param message the technical words, which may hold a constant that the others do not
 * @param passing Meta itself says that it passes
 */
public record GraphError(int code, int subcode, String words, String message, boolean passing) {
    private static final int MISSING = 33;

    /** Empty when the answer has another shape: token services, the upload host and proxies have their own. */
    public static Optional<GraphError> in(Reply reply) {
        var error = Json.tree(reply).path("error");
        if (!error.isObject()) {
            return Optional.empty();
        }
        var user = error.path("error_user_msg").asString("");
        var message = error.path("message").asString("");
        return Optional.of(new GraphError(
                error.path("code").asInt(0),
                error.path("error_subcode").asInt(0),
                user.isEmpty() ? message : user,
                message,
                error.path("is_transient").asBoolean(false)));
    }

    /** The token will never work again. */
    public boolean deadToken() {
        return code == 190 || code == 102;
    }

    /** The object of the path does not exist, or not for this token. */
    public boolean missing() {
        return code == 100 && subcode == MISSING;
    }
}
