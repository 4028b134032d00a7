package planner.simulator.pinterest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import planner.simulator.Ask;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object of a request, read strictly: what Pinterest does not know is refused, also when it would look harmless. */
record Body(JsonNode node, String at) {
    private static final int LONGEST = 64 << 20;

    /** A picture of 20 MB as Base64, and the words around it. */
    private static final int LARGEST = 27_500_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST)
                            .build())
                    .build())
            .build();

    static Body of(Ask ask) {
        if (!ask.type().equals("application/json")) {
            throw ApiError.wrong("Content-Type must be application/json, not " + ask.type());
        }
        byte[] body = ask.body();
        if (body.length > LARGEST) {
            throw ApiError.of(413, 413, "Request entity too large");
        }
        try {
            JsonNode node = JSON.readTree(body);
            if (node.isObject()) {
                return new Body(node, "");
            }
        } catch (JacksonException e) {
            throw ApiError.wrong("the body is not JSON");
        }
        throw ApiError.wrong("the body must be an object");
    }

    Body knows(String... fields) {
        Set<String> known = Set.of(fields);
        for (String field : node.propertyNames()) {
            if (!known.contains(field)) {
                throw ApiError.wrong("unknown field " + at + field);
            }
        }
        return this;
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** Empty when absent; Pinterest takes null for absent. */
    String text(String field) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isString()) {
            throw ApiError.wrong(at + field + " must be a string");
        }
        return value.asString("");
    }

    String text(String field, int most) {
        String value = text(field);
        if (value.codePointCount(0, value.length()) > most) {
            throw ApiError.invalid(at + field + " is too long, constraint: maxLength=" + most);
        }
        return value;
    }

    String needs(String field) {
        String value = text(field);
        if (value.isEmpty()) {
            throw ApiError.wrong(at + field + " is required");
        }
        return value;
    }

    /** An id, or empty. */
    String digits(String field) {
        String value = text(field);
        if (!value.matches("\\d*")) {
            throw ApiError.invalid("'" + value + "' does not match '^\\d+$' in " + at + field);
        }
        return value;
    }

    int number(String field) {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || value.asLong() < 0 || value.asLong() > Integer.MAX_VALUE) {
            throw ApiError.wrong(at + field + " must be an integer, constraint: minimum=0");
        }
        return value.asInt();
    }

    Body object(String field) {
        if (!node.path(field).isObject()) {
            throw ApiError.wrong(at + field + " is required");
        }
        return new Body(node.path(field), at + field + ".");
    }

    List<Body> objects(String field) {
        JsonNode array = node.path(field);
        if (!array.isArray() || array.valueStream().anyMatch(it -> !it.isObject())) {
            throw ApiError.wrong(at + field + " must be an array of objects");
        }
        List<Body> all = new ArrayList<>();
        for (JsonNode item : array) {
            all.add(new Body(item, at + field + "[" + all.size() + "]."));
        }
        return all;
    }

    List<String> texts(String field) {
        JsonNode array = node.path(field);
        if (!array.isArray() || array.valueStream().anyMatch(it -> !it.isString())) {
            throw ApiError.wrong(at + field + " must be an array of strings");
        }
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
