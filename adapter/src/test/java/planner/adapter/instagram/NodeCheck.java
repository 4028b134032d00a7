package planner.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Json;
import tools.jackson.databind.JsonNode;

/**
 * Holds requests against the descriptions of the Graph API's nodes: known edges, known parameters, right types, known
 * fields. They have no list of hosts, so that the path says which node is meant.
 */
final class NodeCheck implements SpecCheck {
    /** Parameters of the Graph API itself. */
    private static final Set<String> EVERYWHERE = Set.of("fields", "limit", "after", "access_token");
    /** Documented, but not yet in the descriptions. */
    private static final Set<String> NEWER = Set.of("is_ai_generated");

    private final Path folder;

    NodeCheck(Path folder) {
        this.folder = folder;
    }

    @Override
    public void check(Wire.Sent sent) {
        var path = List.of(sent.call().uri().getPath().substring(1).split("/"));
        var host = path.get(1);
        if (host.equals("rupload")) {
            assertThat(sent.call().headers().keySet()).contains("Authorization", "offset", "file_size");
            assertThat(path.subList(2, 4)).containsExactly("ig-api-upload", "v25.0");
            return;
        }
        assertThat(host).isIn("graph", "fbgraph");
        boolean instagramLogin = host.equals("graph");
        var rest = path.subList(2, path.size());
        var values = values(sent);
        switch (rest.getFirst()) {
            case "access_token" -> edge("IGAccessTokenForIGOnlyAPI", sent, "#get", values);
            case "refresh_access_token" -> edge("IGRefreshAccessTokenForIGOnlyAPI", sent, "#get", values);
            default -> {
                assertThat(rest.getFirst()).as("version").isEqualTo("v25.0");
                node(sent, rest.subList(1, rest.size()), instagramLogin, values);
            }
        }
    }

    private void node(Wire.Sent sent, List<String> path, boolean instagramLogin, Map<String, String> values) {
        var edge = path.size() == 1 ? "" : path.get(1);
        boolean account =
                path.getFirst().startsWith("178414") || path.getFirst().equals("me");
        var type = (account ? "IGUser" : "IGMedia") + (instagramLogin ? "ForIGOnlyAPI" : "");
        if (edge.isEmpty()
                && !account
                && !sent.write()
                && fieldsOf("ShadowIGMediaBuilder").containsAll(fields(values))) {
            type = "ShadowIGMediaBuilder";
        }
        if (edge.isEmpty() && account) {
            // the node itself stands in the description by its fields only
            assertThat(sent.call().method()).isEqualTo("GET");
        } else {
            var name = edge.isEmpty() ? sent.write() ? "#update" : "#get" : edge;
            edge(type, sent, name, values);
        }
        var shown = switch (edge) {
            case "" -> type;
            case "media", "stories" -> instagramLogin ? "IGMediaForIGOnlyAPI" : "IGMedia";
            case "comments" -> "IGComment";
            case "content_publishing_limit" -> "ContentPublishingLimitResponse";
            default -> "";
        };
        if (!shown.isEmpty()) {
            assertThat(fieldsOf(shown)).as("fields of " + shown).containsAll(fields(values));
        }
    }

    private void edge(String type, Wire.Sent sent, String name, Map<String, String> values) {
        var method = sent.call().method();
        var apis = read(type + ".json").path("apis").valueStream().toList();
        var found = apis.stream()
                .filter(it -> it.path("method").asString("").equals(method))
                .filter(it -> names(it).contains(name) || names(it).contains(name.replace("_", "")))
                .findFirst();
        assertThat(found).as("%s %s of %s", method, name, type).isPresent();
        var declared = found.orElseThrow().path("params").valueStream().toList();
        var known = declared.stream().map(it -> it.path("name").asString("")).collect(Collectors.toSet());
        assertThat(Stream.of(known, EVERYWHERE, NEWER).flatMap(Set::stream))
                .as("parameters of %s %s", method, name)
                .containsAll(values.keySet());
        for (var one : declared) {
            var value = values.get(one.path("name").asString(""));
            if (value == null) {
                assertThat(one.path("required").asBoolean())
                        .as("%s needs %s", name, one)
                        .isFalse();
            } else {
                assertThat(fits(one.path("type").asString(""), value))
                        .as("%s = %s", one, value)
                        .isTrue();
            }
        }
    }

    private static List<String> names(JsonNode api) {
        return List.of(api.path("endpoint").asString("#"), api.path("name").asString("#"));
    }

    private boolean fits(String type, String value) {
        if (type.startsWith("list<")) {
            var inner = type.substring(5, type.length() - 1);
            return value.startsWith("[")
                    ? Json.tree(value).valueStream().allMatch(item -> fits(inner, item.asString()))
                    : Stream.of(value.split(",")).allMatch(item -> fits(inner, item));
        }
        return switch (type) {
            case "bool" -> Set.of("true", "false").contains(value);
            case "unsigned int" -> value.matches("\\d+");
            case "map" -> Json.tree(value).isObject();
            case "string", "Object", "datetime" -> true;
            default -> allowed(type).contains(value);
        };
    }

    private Set<String> allowed(String type) {
        return read("enum_types.pruned.json")
                .valueStream()
                .filter(it -> it.path("name").asString("").equals(type))
                .flatMap(it -> it.path("values").valueStream())
                .map(it -> it.asString().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private Set<String> fieldsOf(String type) {
        return read(type + ".json")
                .path("fields")
                .valueStream()
                .map(it -> it.path("name").asString(""))
                .collect(Collectors.toSet());
    }

    private static Set<String> fields(Map<String, String> values) {
        return Stream.of(values.getOrDefault("fields", "").split(","))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Map<String, String> values(Wire.Sent sent) {
        var values = new LinkedHashMap<String, String>();
        var query = sent.call().uri().getRawQuery();
        Stream.of((query == null ? "" : query).split("&"), sent.text().split("&"))
                .flatMap(Arrays::stream)
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> values.put(plain(pair[0]), plain(pair[1])));
        return values;
    }

    private static String plain(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private JsonNode read(String file) {
        try {
            return Json.tree(Files.readString(folder.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
