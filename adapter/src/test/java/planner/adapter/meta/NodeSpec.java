package planner.adapter.meta;

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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Call;
import planner.adapter.kit.Json;
import tools.jackson.databind.JsonNode;

/** The descriptions of the Graph API's nodes: edges, parameters with their types, fields, enums. */
public final class NodeSpec {
    private static final Pattern PART = Pattern.compile(
            "name=\"([^\"]+)\"(; filename=\"[^\"]*\")?\r\n(?:[^\r]+\r\n)*\r\n(.*?)\r\n--", Pattern.DOTALL);

    private final Path folder;
    private final Set<String> everywhere;
    private final Set<String> newer;

    /**
     * @param everywhere parameters of the Graph API itself
     * @param newer parameters that are documented, but not yet in the descriptions
     */
    public NodeSpec(Path folder, Set<String> everywhere, Set<String> newer) {
        this.folder = folder;
        this.everywhere = everywhere;
        this.newer = newer;
    }

    /** @param name of the edge, or {@code #get}, {@code #update} */
    public void edge(String type, Wire.Sent sent, String name, Map<String, String> values) {
        var method = sent.call().method();
        var apis = read(type + ".json").path("apis").valueStream().toList();
        var found = apis.stream()
                .filter(it -> it.path("method").asString("").equals(method))
                .filter(it -> names(it).contains(name) || names(it).contains(name.replace("_", "")))
                .findFirst();
        assertThat(found).as("%s %s of %s", method, name, type).isPresent();
        var declared = found.orElseThrow().path("params").valueStream().toList();
        var known = declared.stream().map(it -> it.path("name").asString("")).collect(Collectors.toSet());
        assertThat(Stream.of(known, everywhere, newer).flatMap(Set::stream))
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
                    ? Json.tree(value)
                            .valueStream()
                            .allMatch(item -> item.isObject()
                                    ? Set.of("Object", "map").contains(inner)
                                    : fits(inner, item.asString()))
                    : Stream.of(value.split(",")).allMatch(item -> fits(inner, item));
        }
        return switch (type) {
            case "bool" -> Set.of("true", "false").contains(value);
            case "unsigned int" -> value.matches("\\d+");
            case "map" -> Json.tree(value).isObject();
            case "string", "Object", "datetime", "file" -> true;
            default -> allowed(type).contains(value.toLowerCase(Locale.ROOT));
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

    public Set<String> fieldsOf(String type) {
        return read(type + ".json")
                .path("fields")
                .valueStream()
                .map(it -> it.path("name").asString(""))
                .collect(Collectors.toSet());
    }

    /** The lists of a node; they may be asked for like fields. */
    public Set<String> edgesOf(String type) {
        return read(type + ".json")
                .path("apis")
                .valueStream()
                .filter(it -> it.path("method").asString("").equals("GET"))
                .map(it -> it.path("endpoint").asString(""))
                .collect(Collectors.toSet());
    }

    /** The names that {@code fields} asks for, without what stands in braces or after a dot. */
    public static Set<String> fields(Map<String, String> values) {
        var flat = values.getOrDefault("fields", "");
        for (var before = ""; !before.equals(flat); ) {
            before = flat;
            flat = flat.replaceAll("\\{[^{}]*}", "");
        }
        return Stream.of(flat.split(","))
                .map(it -> it.replaceFirst("\\..*", ""))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The parameters of a call, wherever they stand; of a file there is the word {@code file}. */
    public static Map<String, String> values(Wire.Sent sent) {
        var values = new LinkedHashMap<String, String>();
        var query = sent.call().uri().getRawQuery();
        boolean parts = sent.call().body() instanceof Call.Body.Bytes(var type, var bytes, var summary)
                && type.startsWith("multipart/");
        Stream.of((query == null ? "" : query).split("&"), (parts ? "" : sent.text()).split("&"))
                .flatMap(Arrays::stream)
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> values.put(plain(pair[0]), plain(pair[1])));
        if (sent.call().body() instanceof Call.Body.Bytes(var type, var bytes, var summary) && parts) {
            var found = PART.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
            for (int at = 0; found.find(at); at = found.end() - 2) {
                values.put(found.group(1), found.group(2) == null ? found.group(3) : "file");
            }
        }
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
