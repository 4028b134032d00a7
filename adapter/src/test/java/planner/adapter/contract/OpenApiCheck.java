package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Holds requests against an OpenAPI description: path, method, names of parameters, and JSON bodies by their schema. */
public final class OpenApiCheck implements SpecCheck {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Names that are accepted besides those of the description. */
    private static final Map<String, String> ALIASES = Map.of("tweet.fields", "post.fields");

    private final JsonNode root;
    private final String prefix;

    /** @param prefix the path below which the simulator plays the described server */
    public OpenApiCheck(Path file, String prefix) {
        try {
            root = JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.prefix = prefix;
    }

    @Override
    public void check(Wire.Sent sent) {
        var path = sent.call().uri().getPath().substring(prefix.length());
        if (path.startsWith("/2/oauth2/")) {
            // the token service stands in the prose of the documentation only
            return;
        }
        var template = root.path("paths").propertyNames().stream()
                .filter(name -> matches(name, path))
                .min((a, b) -> Integer.compare(a.indexOf('{') < 0 ? 0 : 1, b.indexOf('{') < 0 ? 0 : 1))
                .orElseThrow(() -> new AssertionError("no such path: " + path));
        var method = resolved(
                root.path("paths").path(template).path(sent.call().method().toLowerCase(java.util.Locale.ROOT)));
        assertThat(method.isObject()).as(sent.call().method() + " " + template).isTrue();
        parameters(template, method, sent);
        body(template, method, sent);
    }

    private static boolean matches(String template, String path) {
        var pattern = Arrays.stream(template.split("/"))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining("/"));
        return path.matches(pattern);
    }

    private void parameters(String template, JsonNode method, Wire.Sent sent) {
        var declared = method.path("parameters")
                .valueStream()
                .map(this::resolved)
                .filter(it -> it.path("in").asString("").equals("query"))
                .toList();
        var known = declared.stream().map(it -> it.path("name").asString("")).collect(Collectors.toSet());
        var query = sent.call().uri().getQuery();
        var given = query == null
                ? Set.<String>of()
                : Stream.of(query.split("&"))
                        .map(pair -> pair.replaceFirst("=.*", ""))
                        .map(name -> ALIASES.getOrDefault(name, name))
                        .collect(Collectors.toSet());
        assertThat(known).as("parameters of " + template).containsAll(given);
        declared.stream()
                .filter(it -> it.path("required").asBoolean(false))
                .forEach(it ->
                        assertThat(given).as(template).contains(it.path("name").asString("")));
    }

    private void body(String template, JsonNode method, Wire.Sent sent) {
        if (sent.body().length == 0) {
            return;
        }
        var content = resolved(method.path("requestBody")).path("content");
        var type = sent.text().startsWith("{") ? "application/json" : "multipart/form-data";
        assertThat(content.has(type)).as(type + " of " + template).isTrue();
        if (type.equals("application/json")) {
            value(template, content.path(type).path("schema"), JSON.readTree(sent.body()));
        }
    }

    private void value(String at, JsonNode reference, JsonNode value) {
        var schema = resolved(reference);
        for (var whole : schema.path("allOf")) {
            value(at, whole, value);
        }
        if (schema.has("oneOf") || schema.has("anyOf")) {
            var options = schema.has("oneOf") ? schema.path("oneOf") : schema.path("anyOf");
            assertThat(options.valueStream().anyMatch(option -> fits(at, option, value)))
                    .as(at + " = " + value)
                    .isTrue();
        }
        enumeration(at, schema, value);
        switch (schema.path("type").asString("")) {
            case "object" -> {
                // a choice that names no fields of its own was looked at above; without any named, all are free
                if (schema.has("properties")) {
                    object(at, schema, value);
                } else {
                    assertThat(value.isObject()).as(at).isTrue();
                }
            }
            case "array" -> array(at, schema, value);
            case "string" -> string(at, schema, value);
            case "integer" -> {
                assertThat(value.isIntegralNumber()).as(at).isTrue();
                assertThat(value.asLong())
                        .as(at)
                        .isBetween(
                                schema.path("minimum").asLong(Long.MIN_VALUE),
                                schema.path("maximum").asLong(Long.MAX_VALUE));
            }
            case "boolean" -> assertThat(value.isBoolean()).as(at).isTrue();
            default -> {
                if (schema.has("properties")) {
                    object(at, schema, value);
                }
            }
        }
    }

    private boolean fits(String at, JsonNode schema, JsonNode value) {
        try {
            value(at, schema, value);
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    private static void enumeration(String at, JsonNode schema, JsonNode value) {
        if (schema.has("enum")) {
            assertThat(schema.path("enum").valueStream().toList()).as(at).contains(value);
        }
    }

    private void object(String at, JsonNode schema, JsonNode value) {
        assertThat(value.isObject()).as(at).isTrue();
        for (var name : schema.path("required")) {
            assertThat(value.has(name.asString()))
                    .as(at + "." + name.asString())
                    .isTrue();
        }
        value.forEachEntry((name, inner) -> {
            assertThat(schema.path("properties").has(name))
                    .as(at + "." + name + " is not in the description")
                    .isTrue();
            assertThat(inner.isNull()).as(at + "." + name).isFalse();
            value(at + "." + name, schema.path("properties").path(name), inner);
        });
    }

    private void array(String at, JsonNode schema, JsonNode value) {
        assertThat(value.isArray()).as(at).isTrue();
        assertThat(value.size())
                .as(at)
                .isBetween(
                        schema.path("minItems").asInt(0),
                        schema.path("maxItems").asInt(Integer.MAX_VALUE));
        value.forEach(item -> value(at + "[]", schema.path("items"), item));
    }

    private static void string(String at, JsonNode schema, JsonNode value) {
        assertThat(value.isString()).as(at).isTrue();
        assertThat(value.asString().length())
                .as(at)
                .isBetween(
                        schema.path("minLength").asInt(0),
                        schema.path("maxLength").asInt(Integer.MAX_VALUE));
        if (schema.has("pattern")) {
            assertThat(value.asString())
                    .as(at)
                    .containsPattern(schema.path("pattern").asString());
        }
    }

    private JsonNode resolved(JsonNode node) {
        var at = node;
        while (at.has("$ref")) {
            JsonNode found = root;
            for (var part : at.path("$ref").asString().substring(2).split("/")) {
                found = found.path(part);
            }
            assertThat(found).as("$ref").isNotInstanceOf(MissingNode.class);
            at = found;
        }
        return at;
    }
}
