package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import planner.network.Fault;
import planner.network.RemotePost;

/**
 * What a network says to what is one step beyond a limit, past preflight: a line each, in {@code beyond.txt} beside the
 * transcripts. {@code taken} means that the limit is the planner's own; a person approves it in review. Run the tests with
 * {@code -Dapprove=true} to write the file anew.
 */
final class Beyond {
    private static final String TAKEN = "taken";
    private static final String IS = " => ";

    private final Path file;
    private final Predicate<RemotePost> whole;

    /** @param whole whether a post is out with all of its parts */
    Beyond(String network, String variant, Predicate<RemotePost> whole) {
        this.whole = whole;
        file = Path.of("src/test/resources", network, "beyond" + variant + ".txt");
    }

    /** A post that is out without the one part that the network refused is a refusal, too. */
    private String said(MiniWalk.End end) {
        return switch (end) {
            case MiniWalk.End.Published(var post) -> whole.test(post) ? TAKEN : "refused, the rest is out";
            case MiniWalk.End.Failed(Fault.Rejected(var code, var message)) -> "refused: " + code;
            case MiniWalk.End.Failed(var fault) -> throw new AssertionError("no answer to a limit: " + fault);
            case MiniWalk.End.Unconfirmed(var why) -> "refused: no post appears";
        };
    }

    void approve(String name, MiniWalk.End end) {
        var stored = read();
        if (Boolean.getBoolean("approve")) {
            stored.put(name, said(end));
            write(stored);
        }
        assertThat(stored)
                .as("nothing approved in %s: run this test with -Dapprove=true and read what it writes", file)
                .containsEntry(name, said(end));
    }

    /** Whether the network takes more than the limit says. */
    boolean taken(String name) {
        var said = read().get(name);
        assertThat(said).as("%s says nothing of %s", file, name).isNotNull();
        return TAKEN.equals(said);
    }

    /** Lines of limits that are gone go too. */
    void keepOnly(Collection<String> names) {
        var stored = read();
        if (Boolean.getBoolean("approve")) {
            stored.keySet().retainAll(names);
            write(stored);
        }
        assertThat(stored.keySet()).as("lines of %s", file).isSubsetOf(names);
    }

    private void write(Map<String, String> lines) {
        var text = new StringBuilder();
        lines.forEach((name, said) -> text.append(name).append(IS).append(said).append('\n'));
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> read() {
        var lines = new TreeMap<String, String>();
        try {
            if (Files.exists(file)) {
                for (var line : Files.readAllLines(file)) {
                    int at = line.indexOf(IS);
                    lines.put(line.substring(0, at), line.substring(at + IS.length()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
