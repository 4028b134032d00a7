package planner.simulator.meta;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import planner.simulator.Ask;
import planner.simulator.Multipart;
import planner.simulator.Multipart.Part;
import planner.simulator.Stamp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One request to the Graph API, with its parameters gathered from query, form, multipart or JSON body.
 *
 * @param path after the version
 * @param token from the parameter or the Bearer header
 */
public record GraphCall(
        Host host,
        String method,
        List<String> path,
        Map<String, String> params,
        Map<String, Part> files,
        String token) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> EVERYWHERE = Set.of("access_token", "appsecret_proof");

    /** @param path after host and version */
    public static GraphCall read(Host host, Ask ask, List<String> path) {
        Map<String, String> params = new LinkedHashMap<>(ask.query());
        Map<String, Part> files = new LinkedHashMap<>();
        if (ask.body().length > 0) {
            switch (ask.type()) {
                case "application/x-www-form-urlencoded" -> params.putAll(ask.form());
                case "application/json" -> params.putAll(fields(ask.text()));
                case "multipart/form-data" ->
                    Multipart.read(ask).parts().forEach((name, part) -> {
                        if (part.file().isEmpty()) {
                            params.put(name, part.text());
                        } else {
                            files.put(name, part);
                        }
                    });
                default -> throw GraphError.wrong("Unsupported content type: " + ask.type());
            }
        }
        String token = ask.bearer().orElseGet(() -> params.getOrDefault("access_token", ""));
        return new GraphCall(host, ask.method(), path, params, files, token);
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> params = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, JsonNode> each : JSON.readTree(text).properties()) {
                params.put(
                        each.getKey(),
                        each.getValue().isValueNode()
                                ? each.getValue().asString()
                                : each.getValue().toString());
            }
        } catch (JacksonException e) {
            throw GraphError.wrong("The body is not JSON");
        }
        return params;
    }

    /** A proof that comes along must be the right one. */
    public void proven(String secret) {
        byte[] expected = Stamp.sign(
                secret.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        text("appsecret_proof")
                .filter(it -> !it.equals(HexFormat.of().formatHex(expected)))
                .ifPresent(it -> {
                    throw GraphError.wrong("Invalid appsecret_proof provided in the API argument");
                });
    }

    /** Refuses what this call does not know: a misspelt parameter would otherwise stay unseen. */
    public GraphCall knows(String... names) {
        Set<String> known = Set.of(names);
        for (String name :
                Stream.concat(params.keySet().stream(), files.keySet().stream()).toList()) {
            if (!known.contains(name) && !EVERYWHERE.contains(name)) {
                throw GraphError.wrong("Unknown parameter \"" + name + "\"");
            }
        }
        return this;
    }

    public String needs(String name) {
        return text(name).orElseThrow(() -> GraphError.wrong("The parameter " + name + " is required"));
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(params.get(name)).filter(it -> !it.isEmpty());
    }

    public boolean has(String name) {
        return text(name).isPresent();
    }

    public boolean flag(String name) {
        return text(name)
                .map(it -> switch (it) {
                    case "true", "1" -> true;
                    case "false", "0" -> false;
                    default -> throw GraphError.wrong("Param " + name + " must be a boolean");
                })
                .orElse(false);
    }

    public Optional<Long> number(String name) {
        return text(name).map(it -> {
            try {
                return Long.parseLong(it);
            } catch (NumberFormatException e) {
                throw GraphError.wrong("Param " + name + " must be an integer");
            }
        });
    }

    /** A JSON array or a list with commas: the API takes both. */
    public List<String> list(String name) {
        return text(name)
                .map(it -> it.startsWith("[") ? elements(name, JsonNode::asString) : commas(it))
                .orElse(List.of());
    }

    public <T> List<T> elements(String name, Function<JsonNode, T> reader) {
        JsonNode array = json(name);
        if (!array.isArray()) {
            throw GraphError.wrong("Param " + name + " must be an array");
        }
        return array.valueStream().map(reader).toList();
    }

    public JsonNode json(String name) {
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
