package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What each value of each option changes on the wire, in {@code options.diff} beside the transcripts, as plain text that a
 * person approves in review. Run the tests with {@code -Dapprove=true} to write the file anew.
 */
final class OptionDiffs {
    private static final String HEAD = "## ";
    private static final String AS = "as ";

    private final Path file;

    OptionDiffs(String network, String variant) {
        file = Path.of("src/test/resources", network, "options" + variant + ".diff");
    }

    /** The lines that only one of the two has. */
    static String of(String before, String after) {
        return only("- ", before, after) + only("+ ", after, before);
    }

    private static String only(String sign, String these, String those) {
        var others = Arrays.stream(those.split("\n"))
                .map(OptionDiffs::plain)
                .collect(Collectors.toMap(line -> line, line -> 1, Integer::sum));
        var text = new StringBuilder();
        for (var line : these.split("\n")) {
            int left = others.merge(plain(line), -1, Integer::sum);
            if (left < 0 && !line.isBlank()) {
                text.append(sign).append(line).append('\n');
            }
        }
        return text.toString();
    }

    /** A comma at the end says only that another line follows. */
    private static String plain(String line) {
        return line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
    }

    /** Where an earlier value changes the very same, only its name is written. */
    void approve(String name, String actual) {
        var stored = read();
        if (Boolean.getBoolean("approve")) {
            stored.put(name, actual);
            stored.put(name, shortest(stored, name, actual));
            write(stored);
        }
        assertThat(stored)
                .as("no approved change in %s: run this test with -Dapprove=true and read what it writes", file)
                .containsKey(name);
        var known = stored.getOrDefault(name, "");
        assertThat(actual)
                .as(name)
                .isEqualTo(
                        known.startsWith(AS)
                                ? stored.get(known.substring(AS.length()).strip())
                                : known);
    }

    private static String shortest(Map<String, String> stored, String name, String actual) {
        for (var entry : stored.entrySet()) {
            if (entry.getKey().equals(name)) {
                break;
            }
            if (entry.getValue().equals(actual)
                    && actual.length() > entry.getKey().length() + AS.length()) {
                return AS + entry.getKey() + "\n";
            }
        }
        return actual;
    }

    /** Sections of cases that are gone go too. */
    void keepOnly(Collection<String> names) {
        var stored = read();
        if (Boolean.getBoolean("approve")) {
            var kept = new LinkedHashMap<String, String>();
            names.forEach(name -> {
                var text = stored.get(name);
                if (text != null) {
                    kept.put(name, text);
                }
            });
            write(kept);
            return;
        }
        assertThat(List.copyOf(stored.keySet())).as("sections of %s", file).isEqualTo(List.copyOf(names));
    }

    private void write(Map<String, String> sections) {
        var text = new StringBuilder();
        sections.forEach((name, lines) ->
                text.append(HEAD).append(name).append('\n').append(lines).append('\n'));
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> read() {
        var sections = new LinkedHashMap<String, String>();
        if (!Files.exists(file)) {
            return sections;
        }
        try {
            var name = "";
            for (var line : Files.readAllLines(file)) {
                if (line.startsWith(HEAD)) {
                    name = line.substring(HEAD.length());
                    sections.put(name, "");
                } else if (!line.isEmpty()) {
                    sections.merge(name, line + "\n", String::concat);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sections;
    }
}
