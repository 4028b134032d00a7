package planner;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document, as something that answers can be held against. */
final class Description {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode root;
    private final Map<String, Schema> compiled = new HashMap<>();

    /** @param path as the document writes it, such as {@code /api/posts/{id}} */
    record Operation(String method, String path, JsonNode content) {
        List<JsonNode> parameters(String in) {
            return content.path("parameters")
                    .valueStream()
                    .filter(one -> one.path("in").asString("").equals(in))
                    .toList();
        }

        /** Missing when it takes no JSON. */
        JsonNode body() {
            return content.path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema");
        }

        boolean answersWith(int status) {
            return content.path("responses").has(Integer.toString(status));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    Description(String document) {
        root = JSON.readTree(document);
        for (var schema : root.path("components").path("schemas")) {
            if (schema instanceof ObjectNode open && open.has("properties") && !open.has("additionalProperties")) {
                open.put("additionalProperties", false);
            }
        }
        // a problem may say more
        ((ObjectNode) root.path("components").path("schemas").path("Problem")).remove("additionalProperties");
    }

    JsonNode root() {
        return root;
    }

    List<Operation> operations() {
        var all = new ArrayList<Operation>();
        root.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry(
                        (method, content) -> all.add(new Operation(method.toUpperCase(Locale.ROOT), path, content))));
        return all;
    }

    Operation operation(String method, String path) {
        return operations().stream()
                .filter(one -> one.method().equals(method) && one.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not described: " + method + " " + path));
    }

    /** What this answer does that the document does not say; empty when all is well. */
    List<String> untold(Operation operation, HttpResponse<String> answer) {
        var told = operation.content().path("responses").path(Integer.toString(answer.statusCode()));
        if (told instanceof MissingNode) {
            return List.of("status " + answer.statusCode() + " is not described: " + cut(answer.body()));
        }
        var type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        if (answer.body().isEmpty() || !type.endsWith("json")) {
            return List.of();
        }
        var schema = told.path("content").path(type).path("schema");
        if (schema instanceof MissingNode) {
            schema = told.path("content").path("*/*").path("schema");
        }
        if (schema instanceof MissingNode) {
            return List.of(type + " of " + answer.statusCode() + " is not described");
        }
        return schema(schema).validate(JSON.readTree(answer.body())).stream()
                .map(error -> answer.statusCode() + ": " + error)
                .toList();
    }

    private Schema schema(JsonNode schema) {
        return compiled.computeIfAbsent(schema.toString(), key -> {
            var whole = JsonNodeFactory.instance.objectNode();
            whole.set("allOf", JsonNodeFactory.instance.arrayNode().add(schema));
            whole.set("components", root.path("components"));
            return SCHEMAS.getSchema(whole);
        });
    }

    /** A value that this schema allows; ids are this one. */
    JsonNode sample(JsonNode schema, String id) {
        var nodes = JsonNodeFactory.instance;
        if (schema.has("$ref")) {
            var name = schema.path("$ref").asString().replaceFirst(".*/", "");
            return sample(root.path("components").path("schemas").path(name), id);
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        for (var choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice)) {
                return sample(schema.path(choice).path(0), id);
            }
        }
        return switch (schema.path("type").asString("")) {
            case "object" -> {
                var object = nodes.objectNode();
                schema.path("properties").forEachEntry((name, part) -> object.set(name, sample(part, id)));
                yield object;
            }
            case "array" -> nodes.arrayNode().add(sample(schema.path("items"), id));
            case "integer", "number" -> nodes.numberNode(1);
            case "boolean" -> nodes.booleanNode(true);
            case "string" ->
                nodes.stringNode(
                        switch (schema.path("format").asString("")) {
                            case "uuid" -> id;
                            case "date-time" -> "2026-12-24T10:00:00Z";
                            case "time-zone" -> "Europe/Warsaw";
                            case "duration" -> "PT1H";
                            case "uri" -> "https://example.org/";
                            default -> "text";
                        });
            default -> nodes.objectNode();
        };
    }

    static String cut(String text) {
        return text.length() < 300 ? text : text.substring(0, 300) + "…";
    }
}
