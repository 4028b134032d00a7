package planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import planner.workspace.Mode;

class SettingsTest {
    private static final String KEY = "c2M7nT0NMUICSNaOuGd+zAdehngo81DOL33cs5TWgEk=";
    private static final Path TABLE = Path.of("..", "docs", "settings.md");

    @Test
    void nothingSetIsTheDemoOnLoopback() {
        var settings = Ground.sound(asking(Map.of()));
        assertThat(settings.mode()).isEqualTo(Mode.DEMO);
        assertThat(settings.address()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.database()).isNull();
    }

    @Test
    void productionNamesEveryMissingSettingAtOnce() {
        assertThat(faults(Map.of("PLANNER_MODE", "production")))
                .anyMatch(line -> line.startsWith("PLANNER_MASTER_KEY "))
                .anyMatch(line -> line.startsWith("PLANNER_PUBLIC_URL "))
                .hasSize(2);
    }

    @Test
    void productionStartsWithAKeyAndAnAddress() {
        var settings = Ground.sound(asking(Map.of(
                "PLANNER_MODE", "production",
                "PLANNER_MASTER_KEY", KEY,
                "PLANNER_PUBLIC_URL", "https://planner.example/")));
        assertThat(settings.publicUrl()).hasToString("https://planner.example");
    }

    @Test
    void aWeakKeyIsRefusedAndNotShown() {
        var weak = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        assertThat(faults(Map.of("PLANNER_MASTER_KEY", weak)))
                .singleElement()
                .asString()
                .startsWith("PLANNER_MASTER_KEY must be 32 random bytes")
                .doesNotContain(weak);
    }

    @Test
    void aMalformedValueIsShownWithItsForm() {
        assertThat(faults(Map.of("PLANNER_PORT", "http", "PLANNER_MODE", "fun")))
                .containsExactlyInAnyOrder(
                        "PLANNER_PORT must be: 1 to 65535, not \"http\"",
                        "PLANNER_MODE must be: demo | production, not \"fun\"");
    }

    @ParameterizedTest
    @CsvSource({
        "PLANNER_FACEBOOK_VERSION, v25.0,  v26.0,  25.0",
        "PLANNER_FACEBOOK_VERSION, v25.0,  v26,    v26 .0",
        "PLANNER_TIKTOK_VERSION,   v2,     v3,     v2/../x",
        "PLANNER_LINKEDIN_VERSION, 202609, 202701, 2027-01",
        "PLANNER_X_VERSION,        2,      3,      latest"
    })
    void aVersionIsWrittenAsVersionsAre(String name, String initial, String good, String bad) {
        assertThat(asking(Map.of(name, good)).version(name, initial, "")).isEqualTo(good);
        var asked = asking(Map.of(name, bad));
        asked.version(name, initial, "");
        assertThat(asked.faults())
                .containsExactly(name + " must be: version such as " + initial + ", not \"" + bad + "\"");
        assertThat(asking(Map.of(name, " ")).version(name, initial, "")).isEqualTo(initial);
    }

    @Test
    void whatOnlyTogetherIsWrongIsSaidInOneLine() {
        assertThat(faults(Map.of("PLANNER_RETRY_FIRST", "PT2H")))
                .singleElement()
                .asString()
                .startsWith("PLANNER_RETRY_FIRST must be at most PLANNER_RETRY_MOST");
        assertThat(faults(Map.of("PLANNER_RETRY_MOST", "PT1S"))).hasSize(1);
        Ground.sound(asking(Map.of("PLANNER_RETRY_FIRST", "PT2H", "PLANNER_RETRY_MOST", "PT2H")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLANNER_HEARTBEAT", "PLANNER_SESSION_LENGTH", "PLANNER_RETRY_FIRST", "PLANNER_RETRY_MOST"})
    void aSpanHasBounds(String name) {
        for (var span : List.of("PT0S", "-PT5S", "PT0.000000001S", "P100000D", "PT2562047788015215H")) {
            assertThat(faults(Map.of(name, span)))
                    .as(span)
                    .singleElement()
                    .asString()
                    .startsWith(name + " must be: ISO 8601 duration, ");
        }
    }

    @Test
    void itListensOnlyWhereThisMachineIs() {
        for (var address : List.of("nonsense", "8.8.8.8", "127.0.0.1:8080", "http://localhost", "[::1", "1.2.3.4.5")) {
            assertThat(faults(Map.of("PLANNER_ADDRESS", address)))
                    .as(address)
                    .containsExactly("PLANNER_ADDRESS must be: address of this machine, not \"" + address + "\"");
        }
        for (var address : List.of("0.0.0.0", "127.0.0.1", "localhost", "::1")) {
            assertThat(Ground.sound(asking(Map.of("PLANNER_ADDRESS", address))).address())
                    .isEqualTo(address);
        }
    }

    @Test
    void theKeyOfTheDemoIsMadeOnceAndBelongsToItsOwner(@TempDir Path folder) throws IOException {
        var key = MasterKeys.ofDemo(folder);
        var file = folder.resolve("master.key");

        assertThat(MasterKeys.ofDemo(folder).bytes()).isEqualTo(key.bytes());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2M7", "not a key"})
    void aDamagedKeyIsSaidInOneLineAndLeftAsItIs(String content, @TempDir Path folder) throws IOException {
        var file = folder.resolve("master.key");
        Files.writeString(file, content);

        var fault = catchThrowableOfType(SettingsFault.class, () -> MasterKeys.ofDemo(folder));

        assertThat(fault.lines()).singleElement().asString().contains(file.toString());
        assertThat(file).hasContent(content);
    }

    @Test
    void aDatabaseAddressGivesNameAndPasswordApart() {
        var address = DatabaseAddress.parse("postgresql://anna:p%40ss+1@db.example:6432/planner?sslmode=require");
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6432/planner?sslmode=require");
        assertThat(address.user()).isEqualTo("anna");
        assertThat(address.password()).isEqualTo("p@ss+1");
        assertThat(address.toString()).doesNotContain("p@ss");
    }

    /** The table is written anew by: mvn test -Dtest=SettingsTest -Dplanner.write=true */
    @Test
    void theDocumentedTableIsTheCode() throws IOException {
        var ask = asking(Map.of());
        Ground.sound(ask);
        var table = new StringBuilder(Files.readString(Path.of("src/test/resources/settings-head.md")));
        for (var setting : ask.asked()) {
            table.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            setting.name(),
                            setting.form().replace("|", "\\|"),
                            setting.initial().isEmpty() ? "" : "`" + setting.initial() + "`",
                            setting.meaning()));
        }
        if (Boolean.getBoolean("planner.write")) {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, table);
        }
        assertThat(TABLE).as("see the comment of this test").hasContent(table.toString());
    }

    private static List<String> faults(Map<String, String> set) {
        var fault = catchThrowableOfType(SettingsFault.class, () -> Ground.sound(asking(set)));
        return fault.lines();
    }

    private static Questions asking(Map<String, String> set) {
        return new Questions(set::get);
    }
}
