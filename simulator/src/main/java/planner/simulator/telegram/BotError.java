package planner.simulator.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import planner.simulator.Answer;

/** How the Bot API says no (sheet, section 5): the description is the only detail. */
final class BotError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient Map<String, Object> parameters;

    BotError(int code, String description) {
        this(code, description, Map.of());
    }

    BotError(int code, String description, Map<String, Object> parameters) {
        super(description, null, false, false);
        this.code = code;
        this.parameters = Map.copyOf(parameters);
    }

    static BotError bad(String description) {
        return new BotError(400, "Bad Request: " + description);
    }

    Answer answer() {
        return answer(code, String.valueOf(getMessage()), parameters);
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
