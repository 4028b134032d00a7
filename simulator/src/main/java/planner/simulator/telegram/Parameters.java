package planner.simulator.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import planner.simulator.Ask;
import planner.simulator.Multipart;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What a method was called with, whether as query, form, JSON or multipart. */
final class Parameters {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Multipart.Part> files = new LinkedHashMap<>();

    static Parameters read(Ask ask) {
        Parameters parameters = new Parameters();
        parameters.values.putAll(ask.query());
        switch (ask.type()) {
            case "application/json" -> parameters.json(ask);
            case "application/x-www-form-urlencoded" -> parameters.values.putAll(ask.form());
            case "multipart/form-data" -> parameters.parts(ask);
            default -> {
                if (ask.body().length > 0) {
                    throw BotError.bad("unsupported content type");
                }
            }
        }
        return parameters;
    }

    private void json(Ask ask) {
        try {
            JSON.readTree(ask.body()).forEachEntry((name, value) -> {
                if (!value.isNull()) {
                    values.put(name, value.isValueNode() ? value.asString() : value.toString());
                }
            });
        } catch (JacksonException e) {
            throw BotError.bad("can't parse JSON object");
        }
    }

    private void parts(Ask ask) {
        Multipart.read(ask).parts().forEach((name, part) -> {
            if (part.file().isEmpty()) {
                values.put(name, part.text());
            } else {
                files.put(name, part);
            }
        });
    }

    Set<String> names() {
        return values.keySet();
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    boolean on(String name) {
        return text(name).equalsIgnoreCase("true") || text(name).equals("1");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    JsonNode json(String name) {
        try {
            return has(name) ? JSON.readTree(text(name)) : MissingNode.getInstance();
        } catch (JacksonException e) {
            throw BotError.bad("can't parse " + name + " JSON object");
        }
    }

    Optional<Multipart.Part> file(String name) {
        return Optional.ofNullable(files.get(name));
    }
}
