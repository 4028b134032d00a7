package planner.simulator.google;

import java.util.List;
import java.util.Set;
import planner.simulator.Ask;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object of a request, read strictly: a name that Google does not know is refused as Google refuses it. */
public record Body(JsonNode node, String name) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Body of(Ask ask) {
        if (!ask.type().equals("application/json")) {
            throw GoogleError.wrong("badRequest", "Content-Type must be application/json, not " + ask.type());
        }
        return of(ask.text());
    }

    public static Body of(String text) {
        try {
            JsonNode node = JSON.readTree(text.isBlank() ? "{}" : text);
            if (node.isObject()) {
                return new Body(node, "");
            }
        } catch (JacksonException e) {
            throw GoogleError.wrong("parseError", "Invalid JSON payload received. Unexpected token.");
        }
        throw GoogleError.wrong("parseError", "Invalid JSON payload received. Expected an object.");
    }

    public Body knows(String... fields) {
        Set<String> known = Set.of(fields);
        for (String field : node.propertyNames()) {
            if (!known.contains(field)) {
                throw GoogleError.wrong(
                        "badRequest",
                        "Invalid JSON payload received. Unknown name \"" + name + field + "\": Cannot find field.");
            }
        }
        return this;
    }

    public boolean has(String field) {
        return node.has(field);
    }

    public Set<String> names() {
        return Set.copyOf(node.propertyNames());
    }

    public Body object(String field) {
        if (!node.path(field).isObject()) {
            throw invalid(field, "an object");
        }
        return new Body(node.path(field), name + field + ".");
    }

    public String text(String field) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isString()) {
            throw invalid(field, "a string");
        }
        return value.asString("");
    }

    /** One of these words, or the first of them where nothing is said. */
    public String word(String field, String... words) {
        String text = text(field);
        if (text.isEmpty() && !has(field)) {
            return words[0];
        }
        if (!List.of(words).contains(text)) {
            throw invalid(field, "one of " + List.of(words));
        }
        return text;
    }

    public boolean flag(String field, boolean otherwise) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw invalid(field, "a boolean");
        }
        return value.asBoolean(otherwise);
    }

    public int number(String field) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isIntegralNumber()) {
            throw invalid(field, "an integer");
        }
        return value.asInt(0);
    }

    public List<String> texts(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray() || value.valueStream().anyMatch(it -> !it.isString())) {
            throw invalid(field, "a list of strings");
        }
        return value.valueStream().map(JsonNode::asString).toList();
    }

    private GoogleError invalid(String field, String form) {
        return GoogleError.wrong("badRequest", "Invalid value at '" + name + field + "': it must be " + form + ".");
    }
}
