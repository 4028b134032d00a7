package planner.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Holds requests against the description of the Bot API: known methods, known parameters, right types. */
final class BotApiCheck implements SpecCheck {
    private final JsonNode api;

    BotApiCheck(Path folder) {
        try {
            api = Json.tree(Files.readString(folder.resolve("api.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void check(Wire.Sent sent) {
        var path = sent.call().uri().getPath();
        var method = path.substring(path.lastIndexOf('/') + 1);
        assertThat(api.path("methods").has(method)).as("method %s", method).isTrue();
        var form = Form.of(sent.call());
        var values = new LinkedHashMap<String, JsonNode>();
        form.fields().forEach((name, value) -> values.put(name, node(value)));
        // Files that the JSON of a field attaches are parts of their own.
        values.keySet().removeIf(name -> form.get(name).equals(Form.FILE) && attached(form, name));
        fields(method, api.path("methods").path(method).path("fields"), values);
    }

    private static boolean attached(Form form, String name) {
        return form.fields().values().stream()
                .anyMatch(value -> value.equals("attach://" + name) || value.contains("attach://" + name + "\""));
    }

    private static JsonNode node(String value) {
        var tree = Json.tree(value);
        return tree.isMissingNode() ? StringNode.valueOf(value) : tree;
    }

    private void fields(String where, JsonNode declared, Map<String, JsonNode> given) {
        var types = new LinkedHashMap<String, JsonNode>();
        for (var field : declared) {
            types.put(field.path("name").asString(), field.path("types"));
            if (field.path("required").asBoolean()) {
                assertThat(given).as(where).containsKey(field.path("name").asString());
            }
        }
        assertThat(types.keySet()).as(where).containsAll(given.keySet());
        given.forEach((name, value) -> {
            boolean fits = false;
            for (var type : Objects.requireNonNull(types.get(name))) {
                fits |= fits(where + "." + name, type.asString(), value);
            }
            assertThat(fits)
                    .as("%s.%s = %s as %s", where, name, value, types.get(name))
                    .isTrue();
        });
    }

    private boolean fits(String where, String type, JsonNode value) {
        if (type.startsWith("Array of ")) {
            if (!value.isArray()) {
                return false;
            }
            for (var item : value) {
                if (!type.contains("InputMedia") && !fits(where, type.substring(9), item)) {
                    return false;
                }
                if (type.contains("InputMedia")) {
                    inputMedia(where, item);
                }
            }
            return true;
        }
        return switch (type) {
            case "Integer" -> value.isIntegralNumber();
            case "Float" -> value.isNumber();
            case "Boolean" -> value.isBoolean();
            case "String" -> value.isString() || value.isNumber() || value.isBoolean();
            case "InputFile" -> value.asString("").equals(Form.FILE);
            default -> {
                if (!value.isObject()) {
                    yield false;
                }
                object(where, type, value);
                yield true;
            }
        };
    }

    /** An album may mix: each item says which kind it is. */
    private void inputMedia(String where, JsonNode item) {
        var kind = item.path("type").asString();
        object(where, "InputMedia" + Character.toUpperCase(kind.charAt(0)) + kind.substring(1), item);
    }

    private void object(String where, String type, JsonNode value) {
        if (type.contains("Reply") || type.equals("ForceReply")) {
            return;
        }
        var given = new LinkedHashMap<String, JsonNode>();
        value.properties().forEach(field -> given.put(field.getKey(), field.getValue()));
        assertThat(api.path("types").has(type)).as("type %s", type).isTrue();
        fields(where + " " + type, api.path("types").path(type).path("fields"), given);
    }
}
