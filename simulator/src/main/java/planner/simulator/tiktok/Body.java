package planner.simulator.tiktok;

import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object of a request, read strictly: what TikTok does not know is refused, also when it would look harmless. */
record Body(JsonNode node, String name) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Body of(String text) {
        try {
            JsonNode node = JSON.readTree(text.isBlank() ? "{}" : text);
            if (node.isObject()) {
                return new Body(node, "");
            }
        } catch (JacksonException e) {
            throw ApiError.wrong("The request body is not JSON");
        }
        throw ApiError.wrong("The request body must be a JSON object");
    }

    Body knows(String... fields) {
        Set<String> known = Set.of(fields);
        for (String field : node.propertyNames()) {
            if (!known.contains(field)) {
                throw ApiError.wrong("Unknown field " + name + field);
            }
        }
        return this;
    }

    boolean has(String field) {
        return node.has(field);
    }

    Body object(String field) {
        if (!node.path(field).isObject()) {
            throw ApiError.wrong(name + field + " must be an object");
        }
        return new Body(node.path(field), name + field + ".");
    }

    String text(String field) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isString()) {
            throw ApiError.wrong(name + field + " must be a string");
        }
        return value.asString("");
    }

    String needs(String field) {
        String value = text(field);
        if (value.isEmpty()) {
            throw ApiError.wrong(name + field + " is required");
        }
        return value;
    }

    boolean flag(String field) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw ApiError.wrong(name + field + " must be a boolean");
        }
        return value.asBoolean(false);
    }

    long number(String field, long otherwise) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isIntegralNumber()) {
            throw ApiError.wrong(name + field + " must be an integer");
        }
        return value.asLong(otherwise);
    }

    java.util.List<String> texts(String field) {
        JsonNode value = node.path(field);
        if (!value.isArray() || value.valueStream().anyMatch(it -> !it.isString())) {
            throw ApiError.wrong(name + field + " must be an array of strings");
        }
        return value.valueStream().map(JsonNode::asString).toList();
    }
}
