package planner.simulator.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import planner.simulator.Answer;

/** How the Bot API says no (sheet, section 5): the description is the only detail. */
final class BotError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    BotError(int code, String description) {
        super(description, null, false, false);
        this.code = code;
    }

    static BotError bad(String description) {
        return new BotError(400, "Bad Request: " + description);
    }

    Answer answer() {
        return answer(code, String.valueOf(getMessage()), Map.of());
    }

    static Answer answer(int code, String description, Map<String, Object> parameters) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ok", false);
        body.put("error_code", code);
        body.put("description", description);
        if (!parameters.isEmpty()) {
            body.put("parameters", parameters);
        }
        return Answer.json(code, body);
    }
}
