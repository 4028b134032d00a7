package planner.adapter.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds requests against one of Google's discovery documents: method and path, names and values of parameters, the parts of
 * a resource, JSON bodies by their schema, and what may be uploaded.
 */
public final class DiscoveryCheck implements SpecCheck {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode document;
    private final String prefix;

    /** @param prefix the path below which the simulator plays the described service */
    public DiscoveryCheck(Path file, String prefix) {
        try {
            document = JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.prefix = prefix;
    }

    /** Whether this document describes the service that was called. */
    public boolean describes(Wire.Sent sent) {
        return sent.call().uri().getPath().startsWith(prefix + "/");
    }

    @Override
    public void check(Wire.Sent sent) {
        var path = sent.call().uri().getPath().substring(prefix.length() + 1);
        var verb = sent.call().method();
        boolean piece = verb.equals("PUT") && path.startsWith("upload/");
        var method = methods(document)
                .filter(it -> it.path("httpMethod").asString("").equals(piece ? "POST" : verb) && serves(it, path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in the description: " + verb + " " + path));
        var query = query(sent);
        parameters(path, method, query, piece);
        if (path.startsWith("upload/")) {
            upload(method, sent, piece);
        }
        parts(method, query.getOrDefault("part", ""));
        if (!piece) {
            body(method, sent);
        }
    }

    private static Stream<JsonNode> methods(JsonNode holder) {
        return Stream.concat(
                holder.path("methods").valueStream(),
                holder.path("resources").valueStream().flatMap(DiscoveryCheck::methods));
    }

    private static boolean serves(JsonNode method, String path) {
        var upload = method.path("mediaUpload")
                .path("protocols")
                .path("simple")
                .path("path")
                .asString("");
        if (path.startsWith("upload/")) {
            return upload.equals("/" + path);
        }
        var pattern = Stream.of(method.path("flatPath")
                        .asString(method.path("path").asString(""))
                        .split("/"))
                .map(part -> part.replaceAll("\\{[^}]*}", "[^/:]+"))
                .collect(Collectors.joining("/"));
        return path.matches(pattern);
    }

    private static Map<String, String> query(Wire.Sent sent) {
        var query = new LinkedHashMap<String, String>();
        for (var pair :
                Optional.ofNullable(sent.call().uri().getRawQuery()).orElse("").split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private void parameters(String path, JsonNode method, Map<String, String> query, boolean piece) {
        query.forEach((name, value) -> {
            var own = method.path("parameters").path(name);
            var schema = own.isMissingNode() ? document.path("parameters").path(name) : own;
            boolean session = piece && name.equals("upload_id");
            assertThat(session || schema.isObject()).as(path + "?" + name).isTrue();
            if (schema.has("enum") && !name.equals("part")) {
                assertThat(schema.path("enum").valueStream().map(JsonNode::asString))
                        .as(name)
                        .contains(value);
            }
            switch (schema.path("type").asString("")) {
                case "integer" ->
                    assertThat(Long.parseLong(value))
                            .as(name)
                            .isBetween(
                                    schema.path("minimum").asLong(0),
                                    schema.path("maximum").asLong(Long.MAX_VALUE));
                case "boolean" -> assertThat(value).as(name).isIn("true", "false");
                default -> assertThat(value).as(name).isNotEmpty();
            }
        });
        method.path("parameters").properties().stream()
                .filter(it -> it.getValue().path("required").asBoolean(false))
                .filter(it -> it.getValue().path("location").asString("").equals("query"))
                .forEach(it -> assertThat(query).as(path).containsKey(it.getKey()));
    }

    /** What is named in {@code part} must be a property of the resource. */
    private void parts(JsonNode method, String parts) {
        if (parts.isEmpty()) {
            return;
        }
        var request = method.path("request").path("$ref").asString("");
        var answer = method.path("response").path("$ref").asString("");
        var items =
                schema(answer).path("properties").path("items").path("items").path("$ref");
        var resource = schema(request.isEmpty() ? items.asString("") : request).path("properties");
        for (var part : parts.split(",")) {
            assertThat(resource.has(part)).as("part " + part).isTrue();
        }
    }

    private static void upload(JsonNode method, Wire.Sent sent, boolean piece) {
        var headers = sent.call().headers();
        var announced = headers.get("X-Upload-Content-Type");
        if (announced != null) {
            accepted(method, announced);
            assertThat(Long.parseLong(headers.getOrDefault("X-Upload-Content-Length", "")))
                    .isLessThanOrEqualTo(
                            method.path("mediaUpload").path("maxSize").asLong());
        } else if (piece) {
            assertThat(headers.get("Content-Range")).matches("bytes (\\d+-\\d+|\\*)/\\d+");
        } else {
            assertThat(sent.body()).isNotEmpty();
        }
    }

    private static void accepted(JsonNode method, String type) {
        assertThat(method.path("mediaUpload").path("accept").valueStream().map(JsonNode::asString))
                .as(type)
                .anyMatch(it -> type.matches(it.replace("*", ".*")));
    }

    private void body(JsonNode method, Wire.Sent sent) {
        var reference = method.path("request");
        var json = sent.text().startsWith("--")
                ? sent.text().replaceFirst("(?s)^.*?\r\n\r\n(.*?)\r\n--.*$", "$1")
                : sent.text();
        if (json.startsWith("{")) {
            assertThat(reference.isObject()).as("a body").isTrue();
            value(reference.path("$ref").asString(), reference, Json.tree(json));
        } else {
            assertThat(method.path("mediaUpload").isObject() || sent.body().length == 0)
                    .as("no JSON is sent where it is wanted")
                    .isTrue();
        }
    }

    private JsonNode schema(String name) {
        return document.path("schemas").path(name);
    }

    private void value(String at, JsonNode reference, JsonNode value) {
        var named = reference.path("$ref").asString("");
        var schema = named.isEmpty() ? reference : schema(named);
        if (schema.has("enum")) {
            assertThat(schema.path("enum").valueStream().toList()).as(at).contains(value);
        }
        switch (schema.path("type").asString("")) {
            case "object" ->
                value.forEachEntry((name, inner) -> {
                    assertThat(schema.path("properties").has(name))
                            .as(at + "." + name + " is not in the description")
                            .isTrue();
                    value(at + "." + name, schema.path("properties").path(name), inner);
                });
            case "array" -> {
                assertThat(value.isArray()).as(at).isTrue();
                value.forEach(item -> value(at + "[]", schema.path("items"), item));
            }
            case "string" -> assertThat(value.isString()).as(at).isTrue();
            case "boolean" -> assertThat(value.isBoolean()).as(at).isTrue();
            case "integer" -> assertThat(value.isIntegralNumber()).as(at).isTrue();
            default -> throw new AssertionError(at + " has a type that nobody here reads");
        }
    }
}
