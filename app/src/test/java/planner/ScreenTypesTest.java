package planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shapes that the screens are written against, held against the API's own description. */
class ScreenTypesTest extends RoomTest {
    private static final Pattern INTERFACE =
            Pattern.compile("export interface (\\w+)[^{]*\\{\n(.*?)\n}", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("^  (\\w+)\\??: ", Pattern.MULTILINE);
    private static final Pattern WORDS = Pattern.compile("export type (\\w+) =\\s*((?:\\|?\\s*\"\\w+\"\\s*)+);");
    private static final Pattern WORD = Pattern.compile("\"(\\w+)\"");
    /** Not described as schemas: JSON Schema itself, problems that say more, events, and parts of others. */
    private static final Set<String> ELSEWHERE = Set.of("OptionSchema", "Problem", "Change", "Page");

    private String types;
    private final List<Set<String>> shapes = new ArrayList<>();
    private final List<Set<String>> enumerations = new ArrayList<>();

    @BeforeEach
    void read() throws IOException {
        types = Files.readString(Path.of("../ui/src/shared/api-types.ts"));
        var document = Objects.requireNonNull(
                http.get().uri("/api/openapi.json").retrieve().body(String.class));
        collect(JsonMapper.shared().readTree(document));
    }

    private void collect(JsonNode node) {
        if (node.path("properties").isObject()) {
            shapes.add(new HashSet<>(node.path("properties").propertyNames()));
        }
        if (node.path("enum").isArray()) {
            enumerations.add(
                    node.path("enum").valueStream().map(JsonNode::asString).collect(Collectors.toSet()));
        }
        node.forEach(this::collect);
    }

    @Test
    void everyShapeOfTheScreensIsOneOfTheApi() {
        var interfaces = new LinkedHashMap<String, Set<String>>();
        INTERFACE
                .matcher(types)
                .results()
                .forEach(found -> interfaces.put(
                        found.group(1),
                        FIELD.matcher(found.group(2))
                                .results()
                                .map(field -> field.group(1))
                                .collect(Collectors.toSet())));
        assertThat(interfaces).hasSizeGreaterThan(25).containsKeys("Post", "Publication", "Channel");

        for (Map.Entry<String, Set<String>> one : interfaces.entrySet()) {
            if (!ELSEWHERE.contains(one.getKey())) {
                assertThat(shapes)
                        .as("%s with %s", one.getKey(), one.getValue())
                        .anyMatch(shape -> shape.containsAll(one.getValue()));
            }
        }
    }

    @Test
    void everyWordOfTheScreensIsOneOfTheApi() {
        var sets = new LinkedHashMap<String, Set<String>>();
        WORDS.matcher(types)
                .results()
                .forEach(found -> sets.put(
                        found.group(1),
                        WORD.matcher(found.group(2))
                                .results()
                                .map(word -> word.group(1))
                                .collect(Collectors.toSet())));
        // the API gives it as any text
        sets.remove("Mode");
        assertThat(sets).hasSizeGreaterThan(5).containsKeys("PostState", "MediaKind");

        sets.forEach((name, words) ->
                assertThat(enumerations).as("%s with %s", name, words).anyMatch(known -> known.containsAll(words)));
    }
}
