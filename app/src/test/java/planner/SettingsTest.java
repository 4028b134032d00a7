package planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
