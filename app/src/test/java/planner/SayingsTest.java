package planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What we say in the story of a post, we can say to every reader. */
class SayingsTest {
    private static final Path ADAPTERS = Path.of("../adapter/src/main");
    private static final Path PUBLISH = Path.of("src/main/java/planner/publish");
    /** The last argument of what waits; sentences with a number or a quotation in them stay in English. */
    private static final Pattern LATER = Pattern.compile("(?:Later<>|\\blater)\\([^;:\"]*,\\s*\"([^\"]+)\"\\s*\\)");

    private static final Pattern UNKNOWN = Pattern.compile("(?:Unknown<>|\\bunknown)\\(\\s*\"([^\"]+)\"\\s*\\)");

    private static final Pattern SENTENCE = Pattern.compile("\"([A-Z][^\"]* [^\"]*\\.)\"");
    private static final Pattern DECISION = Pattern.compile(
            "(?:told|entry)\\((?:talk, )?\"(\\w+)\"|Entry\\.of\\([^;\"]*\"\",\\s*\"(\\w+)\"|name\\(step\\),\\s*\"(\\w+)\"");

    @Test
    void everyReasonOfANetworkToWaitOrNotToKnowHasPolishWords() {
        int found = 0;
        for (var folder : folders(ADAPTERS.resolve("java/planner/adapter"))) {
            var words = words(
                    ADAPTERS.resolve("resources/planner/adapter/" + folder.getFileName() + "/messages_pl.properties"));
            for (var source : HouseTest.sources(folder)) {
                var text = read(source);
                var reasons = Stream.concat(
                                LATER.matcher(text).results(),
                                UNKNOWN.matcher(text).results())
                        .toList();
                for (var reason : reasons) {
                    found++;
                    assertThat(words.stringPropertyNames()).as("%s", source).contains("says." + reason.group(1));
                }
            }
        }
        assertThat(found).isGreaterThan(40);
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
            return all.filter(Files::isDirectory)
                    .filter(folder -> Files.exists(ADAPTERS.resolve(
                            "resources/planner/adapter/" + folder.getFileName() + "/messages_pl.properties")))
                    .toList();
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
