package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a network's tests give for its options: {@code options.json} beside its transcripts. A key is the name of an option,
 * {@code poll.minutes} inside of another; before it may stand a format ({@code reel/place}) and behind it one value
 * ({@code publish=DRAFT}), and the closest key is taken. Under it stands the value, or an object of these:
 *
 * <ul>
 *   <li>{@code $is}: the value; {@code $with}: other options that it needs; {@code $on}: the sample that it stands in
 *       and {@code $text}: another text for it
 *   <li>{@code $in}: of a value inside: the whole that it stands in
 *   <li>{@code $full}: the longest or largest value, where one that is filled up would not do; {@code *} in a text is
 *       what is filled up, also in the first item of a list, and elsewhere in its items what numbers them; a list holds
 *       one item more than may be
 *   <li>{@code $limits}: the test of its limits, as {@code Class#method}, where filling up would make no sense at all
 *   <li>{@code $ours}: why an option says nothing to the network; {@code $refused}: the finding that forbids it to the
 *       account on the stage. Both with {@code $by}: the test that proves it, as {@code Class#method}
 * </ul>
 *
 * A word in braces inside of a text ({@code {page}}) is given by the contract test when the stage is open.
 */
final class OptionValues {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, JsonNode> entries = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    private OptionValues() {}

    static OptionValues of(String network, String variant) {
        return read("/" + network + "/options" + variant + ".json");
    }

    /** What a network says beyond the edges of its media; nothing where it refuses all of it. */
    static OptionValues ofMedia(String network) {
        var path = "/" + network + "/media.json";
        return OptionValues.class.getResource(path) == null ? new OptionValues() : read(path);
    }

    private static OptionValues read(String path) {
        var values = new OptionValues();
        try (var in = OptionValues.class.getResourceAsStream(path)) {
            assertThat(in)
                    .as("no values for options: src/test/resources%s", path)
                    .isNotNull();
            if (in != null) {
                JSON.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .forEachEntry(values.entries::put);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    /** What is said of one option, of one of its values where {@code value} is not null. */
    Entry entry(String format, String path, @Nullable String value) {
        var names = value == null
                ? List.of(format + "/" + path, path)
                : List.of(format + "/" + path + "=" + value, path + "=" + value, format + "/" + path, path);
        for (var name : names) {
            var node = entries.get(name);
            if (node != null) {
                used.add(name);
                return new Entry(node);
            }
        }
        return new Entry(MissingNode.getInstance());
    }

    /** Names that no option asked for: misspelt, or of an option that is gone. */
    Set<String> unused() {
        var left = new HashSet<>(entries.keySet());
        left.removeAll(used);
        return left;
    }

    record Entry(JsonNode node) {
        private boolean structured() {
            return node.isObject() && node.propertyNames().stream().anyMatch(name -> name.startsWith("$"));
        }

        /** Missing where none is given. */
        JsonNode is() {
            return structured() ? node.path("$is") : node;
        }

        /** The record or list that a value inside stands in, where it does not go with the usual one. */
        JsonNode in() {
            return structured() ? node.path("$in") : MissingNode.getInstance();
        }

        JsonNode with() {
            return structured() ? node.path("$with") : MissingNode.getInstance();
        }

        JsonNode full() {
            return structured() ? node.path("$full") : MissingNode.getInstance();
        }

        String sample() {
            return text("$on");
        }

        /** Why it says nothing to the network; empty where it does. */
        String ours() {
            return text("$ours");
        }

        String refused() {
            return text("$refused");
        }

        String text() {
            return text("$text");
        }

        /** The test of its limits, where another than the contract's. */
        String limitsBy() {
            return text("$limits");
        }

        String by() {
            return text("$by");
        }

        Proof proof(Class<?> beside) {
            return Proof.of(beside, by());
        }

        private String text(String name) {
            return structured() ? node.path(name).asString("") : "";
        }
    }
}
