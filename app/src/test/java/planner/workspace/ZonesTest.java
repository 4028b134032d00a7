package planner.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Warsaw", "America/Argentina/Buenos_Aires", "Etc/GMT-5"})
    void aZoneOfTheDatabaseIsTaken(String name) {
        assertThat(Inputs.zone("zone", name)).isEqualTo(ZoneId.of(name));
    }

    /** People and workspaces are shown with their zone by browsers, which know no other names. */
    @ParameterizedTest
    @ValueSource(strings = {"Z", "+02:00", "UTC+01:00", "GMT+01:02:03", "UT", "SystemV/EST5", "europe/warsaw", ""})
    void whatOnlyJavaReadsIsRefusedByName(String name) {
        assertThatThrownBy(() -> Inputs.zone("zone", name))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.fields())
                                .singleElement()
                                .satisfies(field -> assertThat(field.field()).isEqualTo("zone")));
    }

    @Test
    void whereThisRunsIsAZoneThatMayBeNamed() {
        assertThat(Zones.find(Zones.here().getId())).isPresent();
    }
}
