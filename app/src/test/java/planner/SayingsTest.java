package planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What we say in the story of a post, we can say to every reader. */
class SayingsTest {
    private static final Path ADAPTERS = Path.of("../adapter/src/main");
    private static final Path PUBLISH = Path.of("src/main/java/planner/publish");
    private static final Path SHARED = Path.of("src/main/resources/planner/channel/messages_pl.properties");
    private static final Pattern COMMENT = Pattern.compile("(?m)(?s:/\\*.*?\\*/)|^\\s*//.*$");
    /** What is refused has its own words, by its code; the last are for whoever runs the house or wrote it. */
    private static final Pattern OTHERS =
            Pattern.compile("(?:new Fault\\.Rejected|\\brejected|requireNonNull|Exception)\\([^;]*;");
    /** Sources of what becomes of a post, and of the notes to it. */
    private static final Pattern TELLS = Pattern.compile("\\b(?:Outcome|RemotePost|Work|String note)\\b");

    private static final String LITERAL = "\"((?:[^\"\\\\\n]|\\\\.)*)\"";
    private static final Pattern SAID = Pattern.compile(LITERAL);
    private static final Pattern FAULT =
            Pattern.compile("new Fault\\.(?:Revoked|Unavailable|Busy|Expired)\\((?:[^;\"]|\"\\w*\")*" + LITERAL);
    /** Two words or more; what begins with a blank goes on with a name, in the families of networks. */
    private static final Pattern WORDS = Pattern.compile("[A-Za-z](?:[^ =]* )+[^ ]*[a-z.].*");

    private static final Pattern SENTENCE = Pattern.compile("\"([A-Z][^\"]* [^\"]*\\.)\"");
    private static final Pattern DECISION = Pattern.compile(
            "(?:told|entry)\\((?:talk, )?\"(\\w+)\"|Entry\\.of\\([^;\"]*\"\",\\s*\"(\\w+)\"|name\\(step\\),\\s*\"(\\w+)\"");

    /** Why it waits or failed, and what is noted of a post that is out; what varies stands behind a colon. */
    @Test
    void everySentenceOfANetworkHasPolishWords() {
        int found = 0;
        for (var folder : folders(ADAPTERS.resolve("java/planner/adapter"))) {
            var words = known(folder);
            for (var source : HouseTest.sources(folder)) {
                for (var sentence : sentences(read(source))) {
                    found++;
                    assertThat(words).as("%s", source).contains("says." + sentence);
                }
            }
        }
        assertThat(found).isGreaterThan(150);
    }

    /** What the network says, or every network of the family; and what is said for all. */
    private static Set<String> known(Path folder) {
        var family = "import planner.adapter." + folder.getFileName() + ".";
        var known = new TreeSet<String>();
        folders(ADAPTERS.resolve("java/planner/adapter")).stream()
                .filter(one -> Files.exists(bundle(one)))
                .filter(one -> one.equals(folder)
                        || HouseTest.sources(one).stream()
                                .anyMatch(source -> read(source).contains(family)))
                .map(one -> words(bundle(one)).stringPropertyNames())
                .reduce((some, others) -> some.stream().filter(others::contains).collect(Collectors.toSet()))
                .ifPresent(known::addAll);
        known.addAll(words(SHARED).stringPropertyNames());
        return known;
    }

    private static Path bundle(Path folder) {
        return ADAPTERS.resolve("resources/planner/adapter/" + folder.getFileName() + "/messages_pl.properties");
    }

    private static Set<String> sentences(String source) {
        var text = COMMENT.matcher(source).replaceAll("").replaceAll("\"\\s*\\+\\s*\"", "");
        var all = FAULT.matcher(text).results();
        if (TELLS.matcher(text).find()) {
            all = Stream.concat(
                    all, SAID.matcher(OTHERS.matcher(text).replaceAll("")).results());
        }
        return Stream.concat(all, SENTENCE.matcher(text).results())
                .map(match -> match.group(1).translateEscapes())
                .filter(WORDS.asMatchPredicate())
                .map(words -> words.replaceFirst(": $", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everySentenceOfOursHasPolishWords() {
        var words = words(Path.of("src/main/resources/planner/publish/messages_pl.properties"));
        var sentences = new TreeSet<String>();
        for (var source : HouseTest.sources(PUBLISH)) {
            SENTENCE.matcher(read(source)).results().forEach(found -> sentences.add("says." + found.group(1)));
        }
        assertThat(sentences).hasSizeGreaterThan(10);
        assertThat(words.stringPropertyNames()).containsAll(sentences);
    }

    /** Of a fault that its network's adapter has no sentence for, the house says what follows. */
    @Test
    void everyClassOfFaultSaysWhatToDo() {
        for (var language : List.of("", "_pl")) {
            var words = words(Path.of("src/main/resources/planner/publish/messages" + language + ".properties"));
            for (var key : List.of("why.again", "fault.revoked", "fault.patience", "fault.unknown")) {
                assertThat(words.getProperty(key, "")).as(key + language).matches(".+[.] .+");
            }
        }
    }

    @Test
    void everyDecisionHasAWordOnTheScreen() {
        var decisions = new TreeSet<>(List.of("busy", "unavailable", "expired", "revoked", "rejected"));
        for (var source : HouseTest.sources(PUBLISH)) {
            DECISION.matcher(read(source))
                    .results()
                    .forEach(found -> Stream.of(found.group(1), found.group(2), found.group(3))
                            .filter(word -> word != null)
                            .forEach(decisions::add));
        }
        assertThat(decisions).contains("cut", "budget", "published", "verdict", "spaced", "trouble");
        for (var language : List.of("en", "pl")) {
            var screen = read(Path.of("../ui/src/shared/i18n/" + language + ".ts"));
            assertThat(decisions).allSatisfy(decision -> assertThat(screen).contains("\"decision." + decision + "\":"));
        }
        var story = read(Path.of("../ui/src/features/queue/Story.tsx"));
        assertThat(decisions).allSatisfy(decision -> assertThat(story).contains("\n  \"" + decision + "\","));
    }

    private static List<Path> folders(Path of) {
        try (var all = Files.list(of)) {
            return all.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties words(Path file) {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
