package planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import planner.channel.NetworkDirectory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApisTest extends RoomTest {
    private static final LocalDate SUNSET = LocalDate.of(2027, 6, 30);

    @DynamicPropertySource
    static void announced(DynamicPropertyRegistry settings) {
        settings.add("PLANNER_FACEBOOK_VERSION", () -> "v26.0");
        settings.add("PLANNER_FACEBOOK_SUNSET", SUNSET::toString);
    }

    private JsonNode api(String network) {
        var text = Objects.requireNonNull(http.get().uri("/api/apis").retrieve().body(String.class));
        return StreamSupport.stream(
                        JsonMapper.shared().readTree(text).path("items").spliterator(), false)
                .filter(one -> one.path("network").asString().equals(network))
                .findFirst()
                .orElseThrow();
    }

    private String stateOn(LocalDate day) {
        clock.set(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
        return api("facebook").path("state").asString();
    }

    @Test
    void versionAndEndFollowTheSettings() {
        var facebook = api("facebook");

        assertThat(facebook.path("version").asString()).isEqualTo("v26.0");
        assertThat(facebook.path("sunset").asString()).isEqualTo("2027-06-30");
        assertThat(facebook.path("host").asString()).isEqualTo("graph.facebook.com");
        assertThat(api("threads").path("sunset").isNull()).isTrue();
    }

    @Test
    void anEndIsAnnouncedSixtyDaysAhead() {
        assertThat(stateOn(SUNSET.minusDays(61))).isEqualTo("SERVED");
        assertThat(stateOn(SUNSET.minusDays(60))).isEqualTo("ENDING");
        assertThat(stateOn(SUNSET.minusDays(1))).isEqualTo("ENDING");
        assertThat(stateOn(SUNSET)).isEqualTo("ENDED");
    }

    /** What the network announced and nobody had to type in. */
    @Test
    void aVersionWithAKnownEndSaysItByItself() {
        assertThat(api("linkedin").path("sunset").asString()).matches("20\\d\\d-\\d\\d-\\d\\d");
    }

    /** Mastodon has none of its own unless a server is set. */
    @Test
    void everyNetworkNamesWhatItSpeaks() {
        assertThat(bean(NetworkDirectory.class).all())
                .filteredOn(network -> network.apis().isEmpty())
                .extracting(network -> network.id().value())
                .containsExactly("mastodon");
    }
}
