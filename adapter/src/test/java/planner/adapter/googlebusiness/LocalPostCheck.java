package planner.adapter.googlebusiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import planner.adapter.google.DiscoveryCheck;
import planner.adapter.kit.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds posts against our schema of the fourth version, of which Google publishes no machine-readable description, and
 * everything else against Google's discovery documents.
 */
final class LocalPostCheck implements SpecCheck {
    private static final String POSTS = "/google-business/posts/v4/";
    private static final String NAME = "accounts/[^/]+/locations/[^/]+";

    private final JsonNode schema;
    private final Map<String, DiscoveryCheck> others;

    LocalPostCheck(Path folder) {
        try {
            schema = JsonMapper.builder()
                    .build()
                    .readTree(Files.readAllBytes(folder.resolve("localposts-v4.schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        others = Map.of(
                "management", service(folder, "mybusinessaccountmanagement-v1", "management"),
                "information", service(folder, "mybusinessbusinessinformation-v1", "information"),
                "performance", service(folder, "businessprofileperformance-v1", "performance"));
    }

    private static DiscoveryCheck service(Path folder, String file, String host) {
        return new DiscoveryCheck(folder.resolve(file + ".discovery.json"), "/google-business/" + host);
    }

    @Override
    public void check(Wire.Sent sent) {
        var path = sent.call().uri().getPath();
        if (!path.startsWith(POSTS)) {
            var other = others.get(path.split("/")[2]);
            assertThat(other).as(path).isNotNull();
            if (other != null) {
                other.check(sent);
            }
            return;
        }
        var rest = path.substring(POSTS.length());
        var asked = sent.call().method() + " " + rest;
        if (asked.matches("POST " + NAME + "/localPosts")) {
            assertThat(sent.call().uri().getQuery()).isNull();
            valid("post", schema.at("/$defs/LocalPostCreate"), Json.tree(sent.text()));
        } else {
            assertThat(asked).matches("GET " + NAME + "/(localPosts(/[^/]+)?|media)");
            assertThat(sent.body()).isEmpty();
        }
    }

    private void valid(String at, JsonNode reference, JsonNode value) {
        var rule = reference.has("$ref")
                ? schema.at(reference.path("$ref").asString().substring(1))
                : reference;
        for (var whole : rule.path("allOf")) {
            valid(at, whole, value);
        }
        if (rule.has("oneOf")) {
            long fitting = rule.path("oneOf")
                    .valueStream()
                    .filter(one -> fits(one, value))
                    .count();
            assertThat(fitting).as(at + " fits one of several").isEqualTo(1);
        }
        if (rule.has("not")) {
            assertThat(fits(rule.path("not"), value)).as(at + " must not").isFalse();
        }
        if (rule.has("if")) {
            valid(at, rule.path(fits(rule.path("if"), value) ? "then" : "else"), value);
        }
        constants(at, rule, value);
        bounds(at, rule, value);
        object(at, rule, value);
        if (value.isArray()) {
            assertThat(value.size())
                    .as(at)
                    .isLessThanOrEqualTo(rule.path("maxItems").asInt(Integer.MAX_VALUE));
            value.forEach(item -> valid(at + "[]", rule.path("items"), item));
        }
    }

    private boolean fits(JsonNode rule, JsonNode value) {
        try {
            valid("", rule, value);
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    private static void constants(String at, JsonNode rule, JsonNode value) {
        if (rule.has("const")) {
            assertThat(value).as(at).isEqualTo(rule.path("const"));
        }
        if (rule.has("enum")) {
            assertThat(rule.path("enum").valueStream().toList()).as(at).contains(value);
        }
        switch (rule.path("type").asString("")) {
            case "object" -> assertThat(value.isObject()).as(at).isTrue();
            case "array" -> assertThat(value.isArray()).as(at).isTrue();
            case "string" -> assertThat(value.isString()).as(at).isTrue();
            case "integer" -> assertThat(value.isIntegralNumber()).as(at).isTrue();
            default -> assertThat(value.isNull()).as(at).isFalse();
        }
    }

    private static void bounds(String at, JsonNode rule, JsonNode value) {
        if (value.isIntegralNumber()) {
            assertThat(value.asLong())
                    .as(at)
                    .isBetween(
                            rule.path("minimum").asLong(Long.MIN_VALUE),
                            rule.path("maximum").asLong(Long.MAX_VALUE));
        }
        if (value.isString()) {
            assertThat(value.asString().length())
                    .as(at)
                    .isBetween(
                            rule.path("minLength").asInt(0),
                            rule.path("maxLength").asInt(Integer.MAX_VALUE));
        }
    }

    private void object(String at, JsonNode rule, JsonNode value) {
        for (var name : rule.path("required")) {
            assertThat(value.has(name.asString()))
                    .as(at + "." + name.asString())
                    .isTrue();
        }
        if (!value.isObject()) {
            return;
        }
        assertThat(value.size())
                .as(at)
                .isLessThanOrEqualTo(rule.path("maxProperties").asInt(Integer.MAX_VALUE));
        boolean closed = rule.has("additionalProperties")
                && !rule.path("additionalProperties").asBoolean(true);
        value.forEachEntry((name, inner) -> {
            var known = rule.path("properties").path(name);
            assertThat(closed && known.isMissingNode())
                    .as(at + "." + name + " is not in the description")
                    .isFalse();
            if (!known.isMissingNode()) {
                valid(at + "." + name, known, inner);
            }
        });
    }
}
