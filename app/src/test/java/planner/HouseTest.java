package planner;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import planner.adapter.AllNetworks;
import planner.house.Unlawful;

/** The doors of the rooms, and the laws that a machine can keep. Each law is shown to bite at {@link Unlawful}. */
class HouseTest {
    private static final Path APP = Path.of("src/main/java/planner");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    /** Those of the first year, and one by its old name; with what is registered, whatever comes later. */
    private static final List<String> PLANNED = List.of(
            "bluesky",
            "facebook",
            "google-business",
            "instagram",
            "linkedin",
            "mastodon",
            "pinterest",
            "reddit",
            "telegram",
            "threads",
            "tiktok",
            "twitter",
            "x",
            "youtube");

    private static final Pattern TABLE = Pattern.compile("create (?:table|view) (\\w+)");
    private static final Pattern STRING =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    /** A table stands behind these words and nowhere else; {@code for update} has none behind it. */
    private static final Pattern NAMED = Pattern.compile("\\b(?:from|join|into|(?<!for )update)\\s+(\\w+)");

    private static final JavaClasses ADAPTERS = classes("classes", "network", "adapter");
    private static final JavaClasses SIMULATOR = classes("classes", "simulator");
    private static final JavaClasses MAIN =
            classes("classes", "network", "adapter", "simulator", "postgres", "vips", "app");
    private static final JavaClasses TESTS = classes(
                    "test-classes", "network", "adapter", "simulator", "postgres", "vips", "app")
            .that(Predicates.resideOutsideOfPackage("planner.house"));
    private static final JavaClasses UNLAWFUL = new ClassFileImporter().importClasses(Unlawful.class);

    private static JavaClasses classes(String folder, String... modules) {
        return new ClassFileImporter()
                .importPaths(Stream.of(modules)
                        .map(module -> Path.of("..", module, "target", folder))
                        .filter(Files::exists)
                        .toList());
    }

    @Test
    void roomsAreEnteredByTheirDoorsOnly() {
        ApplicationModules.of(Application.class, Predicates.resideInAPackage("planner.adapter.."))
                .verify();
    }

    /** The adapters are wired at the front door and nowhere else. */
    @Test
    void noRoomKnowsAnAdapter() {
        noClasses()
                .that()
                .resideInAPackage("planner.*..")
                .and()
                .resideOutsideOfPackages("planner.adapter..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("planner.adapter..")
                .check(MAIN);
    }

    static Stream<ArchRule> lawsOfMainCode() {
        return Stream.of(
                noFields().should().beAnnotatedWith(Autowired.class),
                noClasses().should().accessField(System.class, "out"),
                noClasses()
                        .should()
                        .callMethodWhere(target(name("now"))
                                .and(target(owner(Predicates.resideInAPackage("java.time"))))
                                .and(target(rawParameterTypes(new Class<?>[0])))));
    }

    static Stream<ArchRule> lawsOfTests() {
        return Stream.of(
                noClasses().should().callMethodWhere(target(name("sleep"))),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("org\\.(junit\\.jupiter\\.api\\.Assertions|mockito\\..*|easymock\\..*)"));
    }

    /** Time and threads belong to the house. {@code ApacheTransport} may: it is the client that keeps the deadlines. */
    static Stream<ArchRule> lawsOfAdapters() {
        return Stream.of(
                noClasses().should().callMethodWhere(target(name("sleep"))),
                noClasses()
                        .that()
                        .haveSimpleNameNotStartingWith("ApacheTransport")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.springframework..", "java.sql..", "java.util.concurrent.."),
                noClasses().should().dependOnClassesThat().resideInAPackage("planner.simulator.."));
    }

    @ParameterizedTest
    @MethodSource("lawsOfMainCode")
    void mainCodeKeeps(ArchRule law) {
        law.check(MAIN);
        assertBites(law);
    }

    @ParameterizedTest
    @MethodSource("lawsOfTests")
    void testsKeep(ArchRule law) {
        law.check(TESTS);
        assertBites(law);
    }

    @ParameterizedTest
    @MethodSource("lawsOfAdapters")
    void adaptersKeep(ArchRule law) {
        law.check(ADAPTERS);
        assertBites(law);
    }

    private static void assertBites(ArchRule law) {
        assertThat(law.evaluate(UNLAWFUL).hasViolation())
                .as("%s is broken on purpose", law.getDescription())
                .isTrue();
    }

    @Test
    void theSimulatorIsBlindToTheHouse() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("planner.adapter..", "planner.network..")
                .check(SIMULATOR);
    }

    @Test
    void theAppNamesNoNetwork() throws IOException {
        var networks = Pattern.compile(Stream.concat(
                        PLANNED.stream(),
                        AllNetworks.all(
                                        id -> new NetworkSettings(id, new Questions(name -> null)),
                                        call -> {
                                            throw new IOException("nothing is sent");
                                        },
                                        Clock.systemUTC())
                                .stream()
                                .map(network -> network.id().value()))
                .distinct()
                .map(HouseTest::named)
                .collect(Collectors.joining("|")));
        assertThat(List.of("if (id.equals(\"bluesky\"))", "\"x\"", "\"threads\"", "google business", "linkedin"))
                .allMatch(named -> networks.matcher(named).find());
        assertThat(List.of("int x = 1; // some threads", "a text"))
                .noneMatch(plain -> networks.matcher(plain).find());
        for (var file : sources(APP)) {
            assertThat(networks.matcher(Files.readString(file).toLowerCase(Locale.ROOT))
                            .results())
                    .as(file.toString())
                    .isEmpty();
        }
    }

    /** Two of them are words or letters besides: those are meant only when they stand alone in a string. */
    private static String named(String network) {
        return network.equals("x") || network.equals("threads")
                ? "\"" + network + "\""
                : "\\b" + network.replace("-", "[- _]?") + "\\b";
    }

    @Test
    void aRoomsSqlNamesItsOwnTables() throws IOException {
        var owners = owners();
        assertThat(owners).containsEntry("publication", "publish").containsEntry("post", "post");
        assertThat(strangers("post", "\"select 1 from post join publication using (id)\"", owners))
                .containsExactly("publication");
        for (var file : sources(APP)) {
            var room = APP.relativize(file).getName(0).toString();
            assertThat(strangers(room, Files.readString(file), owners))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    private static List<String> strangers(String room, String source, Map<String, String> owners) {
        return STRING.matcher(source)
                .results()
                .map(text -> text.group(1) == null ? text.group(2) : text.group(1))
                .flatMap(text -> NAMED.matcher(text).results())
                .map(named -> named.group(1))
                .filter(table -> !owners.getOrDefault(table, room).equals(room))
                .toList();
    }

    /** Which room a table belongs to: the migration that makes it says so in its name, {@code V020__channel_…}. */
    private static Map<String, String> owners() throws IOException {
        var owners = new HashMap<String, String>();
        try (var files = Files.list(MIGRATIONS)) {
            for (var file : files.toList()) {
                var room = file.getFileName().toString().split("_+", -1)[1];
                TABLE.matcher(Files.readString(file)).results().forEach(table -> owners.put(table.group(1), room));
            }
        }
        return owners;
    }

    static List<Path> sources(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
