package planner.simulator.linkedin;

import java.util.Set;
import planner.simulator.Ask;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object of a request, read strictly: a field that the schema does not know or misses is told by its path. */
record Body(JsonNode node, String path) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Body of(Ask ask) {
        if (!ask.type().equals("application/json")) {
            throw ApiError.wrong(400, "ILLEGAL_ARGUMENT", "Content-Type must be application/json, not " + ask.type());
        }
        try {
            JsonNode node = JSON.readTree(ask.body());
            if (node.isObject()) {
                return new Body(node, "");
            }
        } catch (JacksonException e) {
            throw ApiError.wrong(400, "ILLEGAL_ARGUMENT", "The body is not JSON");
        }
        throw ApiError.wrong(400, "ILLEGAL_ARGUMENT", "The body is not an object");
    }

    Body knows(String... fields) {
        Set<String> known = Set.of(fields);
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw ApiError.shape(path + "/" + name, "unrecognized field found but not allowed");
            }
        }
        return this;
    }

    boolean has(String field) {
        return node.has(field);
    }

    Body object(String field) {
        if (!node.path(field).isObject()) {
            throw required(field);
        }
        return new Body(node.path(field), path + "/" + field);
    }

    private ApiError required(String field) {
        return ApiError.shape(path + "/" + field, "field is required but not found and has no default value");
    }

    /** A text that must be there and may be empty. */
    String text(String field) {
        if (!node.path(field).isString()) {
            throw required(field);
        }
        return node.path(field).asString();
    }

    String optional(String field) {
        return has(field) ? text(field) : "";
    }

    String filled(String field) {
        String text = text(field);
        if (text.isBlank()) {
            throw ApiError.of(400, "INVALID_VALUE_BLANK_FIELD", path + "/" + field + " must not be blank");
        }
        return text;
    }

    String oneOf(String field, String... values) {
        String text = text(field);
        if (!Set.of(values).contains(text)) {
            throw ApiError.shape(path + "/" + field, "\"" + text + "\" is not an enum symbol");
        }
        return text;
    }

    boolean flag(String field) {
        if (!node.path(field).isBoolean()) {
            throw required(field);
        }
        return node.path(field).asBoolean();
    }

    long number(String field) {
        if (!node.path(field).isIntegralNumber()) {
            throw required(field);
        }
        return node.path(field).asLong();
    }

    JsonNode list(String field) {
        if (!node.path(field).isArray()) {
            throw required(field);
        }
        return node.path(field);
    }
}
