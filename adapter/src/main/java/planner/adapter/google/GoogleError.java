package planner.adapter.google;

import java.util.List;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import tools.jackson.databind.JsonNode;

/**
 * What an answer of Google's APIs says went wrong. The older APIs name a reason, the newer ones a status with details; many
 * answers have both, and some are no JSON at all.
 *
 * @param told whether the answer has an error in Google's shape
 * @param reason of the first of {@code errors}, for example {@code quotaExceeded}; may be empty
 * @param info reason of the {@code ErrorInfo} among the details, for example {@code SERVICE_DISABLED}; may be empty
 * @param canonical for example {@code PERMISSION_DENIED}; may be empty
 * @param message never empty
 */
public record GoogleError(
        int status,
        boolean told,
        String reason,
        String info,
        String canonical,
        String message,
        List<JsonNode> details) {

    public static GoogleError of(Reply reply) {
        var error = Json.tree(reply).path("error");
        var first = error.path("errors").path(0);
        var details = error.path("details").valueStream().toList();
        var message = error.path("message").asString("");
        return new GoogleError(
                reply.status(),
                error.isObject(),
                first.path("reason").asString(""),
                details.stream()
                        .map(detail -> detail.path("reason").asString(""))
                        .filter(reason -> !reason.isEmpty())
                        .findFirst()
                        .orElse(""),
                error.path("status").asString(""),
                message.isBlank() ? "the network answered: " + reply.status() : message,
                details);
    }
}
