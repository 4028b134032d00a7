package planner.adapter.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Section 5 of a network's sheet: the rows of its tables of errors, and what codes are in a row. */
final class ErrorSheet {
    /** What of a row is no sign of the error. */
    private static final Set<String> EXPLAINING = Set.of("meaning", "class");

    /** A number, a word with an underscore, a hump or a hyphen in it, or in capitals: it does not occur in plain English. */
    private static final Pattern CODE = Pattern.compile("(?<![\\w.-])-?\\d+\\b|\\w*_\\w+|\\b[a-z]+[A-Z]\\w*"
            + "|\\b[A-Z][a-z]+[A-Z]\\w*|\\b[A-Z]{4,}\\w*|\\b[a-z]+(?:-[a-z]+)+");

    /** How an answer is sent, and a remedy, in the same writing. */
    private static final Set<String> NO_CODES = Set.of(
            "HTTP",
            "HTML",
            "JSON",
            "USER",
            "RETRYABLE",
            "app-only",
            "self-hosted",
            "non-anonymous",
            "allow_sending_without_reply");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern LEFT_OUT = Pattern.compile("…|\\.\\.\\.|#?\\bN\\b.*");

    private final String text;
    private final Map<String, String> rows = new LinkedHashMap<>();

    ErrorSheet(String network) {
        text = read(SpecCheck.shared("platforms/" + network + ".md"));
        List<String> head = List.of();
        for (var line : text.replaceFirst("(?s)^.*?\n## 5\\.", "")
                .replaceFirst("(?s)\n## .*$", "")
                .lines()
                .toList()) {
            var cells = cells(line);
            if (!line.startsWith("|")) {
                head = List.of();
            } else if (head.isEmpty()) {
                head = cells;
            } else if (!line.matches("[|: -]+")) {
                rows.put(signs(head, cells), cells.getLast());
            }
        }
    }

    /** By what stands before the meaning, each with its class. */
    Map<String, String> rows() {
        return rows;
    }

    /** The rest of the line that begins so, anywhere in the sheet; empty when none does. */
    String sentence(String beginning) {
        int at = text.indexOf(beginning);
        return at < 0
                ? ""
                : text.substring(at)
                        .lines()
                        .findFirst()
                        .orElse("")
                        .replaceFirst("\\. [A-Z`].*$", "")
                        .replaceAll("→[^;]*", "");
    }

    private static List<String> cells(String line) {
        return Stream.of(line.replaceAll("^\\||\\|$", "").split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static String signs(List<String> head, List<String> cells) {
        var signs = new ArrayList<String>();
        for (int at = 0; at < cells.size() - 1; at++) {
            // a bar inside a cell makes cells that no heading stands over
            boolean sign = cells.size() != head.size() || !EXPLAINING.contains(head.get(at));
            if (sign && !cells.get(at).isEmpty()) {
                signs.add(cells.get(at));
            }
        }
        return String.join(" | ", signs);
    }

    /** What must occur in the answers of a row. */
    static Set<String> codes(String row) {
        var codes = new TreeSet<String>();
        CODE.matcher(QUOTED.matcher(row).replaceAll("")).results().forEach(found -> codes.add(found.group()));
        QUOTED.matcher(row)
                .results()
                .flatMap(found -> LEFT_OUT.splitAsStream(found.group(1)))
                .forEach(codes::add);
        return codes.stream()
                .filter(code -> !NO_CODES.contains(code))
                .map(code -> code.strip().toLowerCase(Locale.ROOT))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
