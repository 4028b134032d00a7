package planner.simulator.instagram;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One request to the Graph API, with its parameters gathered from query, form or JSON body.
 *
 * @param path after the version
 * @param token from the parameter or the Bearer header
 */
record GraphCall(Host host, String method, List<String> path, Map<String, String> params, String token) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> EVERYWHERE = Set.of("access_token", "appsecret_proof");

    enum Host {
        INSTAGRAM,
        FACEBOOK
    }

    /** Refuses what this call does not know: a misspelt parameter would otherwise stay unseen. */
    GraphCall knows(String... names) {
        Set<String> known = Set.of(names);
        for (String name : params.keySet()) {
            if (!known.contains(name) && !EVERYWHERE.contains(name)) {
                throw GraphError.wrong("Unknown parameter \"" + name + "\"");
            }
        }
        return this;
    }

    String needs(String name) {
        return text(name).orElseThrow(() -> GraphError.wrong("The parameter " + name + " is required"));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(params.get(name)).filter(it -> !it.isEmpty());
    }

    boolean has(String name) {
        return text(name).isPresent();
    }

    boolean flag(String name) {
        return text(name)
                .map(it -> switch (it) {
                    case "true", "1" -> true;
                    case "false", "0" -> false;
                    default -> throw GraphError.wrong("Param " + name + " must be a boolean");
                })
                .orElse(false);
    }

    Optional<Long> number(String name) {
        return text(name).map(it -> {
            try {
                return Long.parseLong(it);
            } catch (NumberFormatException e) {
                throw GraphError.wrong("Param " + name + " must be an integer");
            }
        });
    }

    /** A JSON array or a list with commas: the API takes both. */
    List<String> list(String name) {
        return text(name)
                .map(it -> it.startsWith("[") ? elements(name, JsonNode::asString) : commas(it))
                .orElse(List.of());
    }

    <T> List<T> elements(String name, Function<JsonNode, T> reader) {
        JsonNode array = json(name);
        if (!array.isArray()) {
            throw GraphError.wrong("Param " + name + " must be an array");
        }
        return array.valueStream().map(reader).toList();
    }

    JsonNode json(String name) {
        try {
            return JSON.readTree(needs(name));
        } catch (JacksonException e) {
            throw GraphError.wrong("Param " + name + " must be JSON");
        }
    }

    private static List<String> commas(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }
}
