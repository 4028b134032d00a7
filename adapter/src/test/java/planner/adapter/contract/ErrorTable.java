package planner.adapter.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import planner.adapter.kit.Reply;
import planner.network.Fault;

/**
 * The errors of a network, {@code errors.txt} beside its transcripts. A line that begins with
 *
 * <pre>
 * @ name body   a shape of answers, with $1, $2 … in it
 * = row         a row of the error tables in the network's sheet, as it stands there
 * ~ beginning   a sentence of the sheet that lists codes in no table
 * +             answers that the sheet does not have
 * ?             codes that nobody knows
 * </pre>
 *
 * Below a row stands each of its answers: {@code [door] status [header: value; …] | body | what it is taken for | why it is
 * not what the sheet says}. What a publisher tries again before it believes it begins the last column with the test that shows
 * it, {@code Class#method}; the door {@code retried} is for what the first step of a post tries again. A body that begins with the
 * name of a shape and a colon has what fills it in.
 */
final class ErrorTable {
    private static final String COLUMN = " | ";
    private static final Pattern HEAD = Pattern.compile("([a-zA-Z_]*) ?(\\d{3})(?: (.*))?");

    private static final Pattern PROVEN = Pattern.compile("\\w+#\\w+(, .*)?");

    /** What is no fault but an outcome; behind a colon which, and beside it the test that shows more of it. */
    static final String OUTCOME = "an outcome";

    /** @param named what the answer names: a code, its words */
    record Answer(int line, String door, Reply reply, List<String> named, String taken, String why) {
        String text() {
            return door + " " + reply.status() + " " + reply.headers() + " " + reply.text();
        }

        boolean isOutcome() {
            return taken.startsWith(OUTCOME);
        }

        boolean retried() {
            return door.equals("retried") || !isOutcome() && PROVEN.matcher(why).matches();
        }

        /** The test that shows what becomes of it, or that it is tried again; empty where none is asked for. */
        String proof() {
            return isOutcome() || retried() ? why.split(", ", 2)[0] : "";
        }

        /** Why it is not what the sheet says. */
        String reason() {
            return retried() ? why.substring(proof().length()).replaceFirst("^, ", "") : why;
        }
    }

    private final Path file;
    private final List<String> lines;
    private final Map<String, String> shapes = new LinkedHashMap<>();
    private final Map<String, List<Answer>> rows = new LinkedHashMap<>();

    private ErrorTable(Path file) {
        this.file = file;
        this.lines = read(file);
        List<Answer> row = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            if (line.startsWith("@ ")) {
                var shape = line.split(" ", 3);
                shapes.put(shape[1], shape[2]);
            } else if (line.matches("[=~+?]( .*)?")) {
                row = rows.computeIfAbsent(line, key -> new ArrayList<>());
            } else if (!line.isBlank()) {
                row.add(answer(at, line.split(" \\| ?", 4)));
            }
        }
    }

    static ErrorTable of(String network) {
        return new ErrorTable(Path.of("src/test/resources", network, "errors.txt"));
    }

    /** By their headings, each with the mark before it. */
    Map<String, List<Answer>> rows() {
        return rows;
    }

    /** What publishing may be answered, for the tests that go through a publisher. */
    static List<FaultCase> cases(String network) {
        return of(network).rows.values().stream()
                .flatMap(List::stream)
                .filter(answer -> answer.door().isEmpty() && !answer.isOutcome())
                .map(answer -> new FaultCase(answer.text().strip(), answer.reply(), type(answer), code(answer)))
                .toList();
    }

    private static Class<? extends Fault> type(Answer answer) {
        return switch (answer.taken().split("\\W")[0]) {
            case "Busy" -> Fault.Busy.class;
            case "Unavailable" -> Fault.Unavailable.class;
            case "Expired" -> Fault.Expired.class;
            case "Revoked" -> Fault.Revoked.class;
            default -> Fault.Rejected.class;
        };
    }

    private static String code(Answer answer) {
        var words = answer.taken().split(" ");
        return words[0].equals("Rejected") ? words[1] : "";
    }

    private Answer answer(int line, String[] columns) {
        var head = HEAD.matcher(columns[0]);
        if (!head.matches()) {
            throw new IllegalArgumentException(file + ", line " + (line + 1) + ": no status");
        }
        var headers = new LinkedHashMap<String, String>();
        for (var header : head.group(3) == null ? new String[0] : head.group(3).split("; ")) {
            var pair = header.split(": ", 2);
            headers.put(pair[0], pair[1]);
        }
        var named = new ArrayList<String>();
        var body = body(columns[1].strip(), named);
        return new Answer(
                line,
                head.group(1),
                new Reply(Integer.parseInt(head.group(2)), headers, body.getBytes(StandardCharsets.UTF_8)),
                named,
                columns[2].strip(),
                columns.length > 3 ? columns[3].strip() : "");
    }

    private String body(String text, List<String> named) {
        int colon = text.indexOf(": ");
        var shape = colon < 0 ? null : shapes.get(text.substring(0, colon));
        if (shape == null) {
            return text;
        }
        var parts = text.substring(colon + 2).split(", ", holes(shape));
        for (int at = 0; at < parts.length; at++) {
            shape = shape.replace("$" + (at + 1), parts[at]);
            named.add(parts[at]);
        }
        return shape;
    }

    private static int holes(String shape) {
        int holes = 0;
        while (shape.contains("$" + (holes + 1))) {
            holes++;
        }
        return holes;
    }

    /** Writes the file anew with what each answer is taken for; a person reads the difference. */
    void approve(Function<Answer, String> taken) {
        for (var row : rows.values()) {
            for (var answer : row) {
                var columns = lines.get(answer.line()).split(" \\| ?", 4);
                var why = answer.why().isEmpty() ? "" : COLUMN + answer.why();
                lines.set(answer.line(), columns[0] + COLUMN + columns[1] + COLUMN + taken.apply(answer) + why);
            }
        }
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> read(Path file) {
        try {
            return new ArrayList<>(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
