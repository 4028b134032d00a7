package planner.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import planner.RoomTest;
import planner.channel.NetworkDirectory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OptionTimesTest extends RoomTest {
    private static final Map<String, String> LIKE = Map.of(
            "date-time", OffsetDateTime.parse("2026-12-24T18:00:00+01:00").toString(),
            "date-time-local", LocalDateTime.parse("2026-12-24T18:00").toString(),
            "date", LocalDate.parse("2026-12-24").toString());

    /** Nobody types an ISO time: what is called like a time is drawn as one, in a form that fits its length. */
    @Test
    void whatIsATimeIsDrawnAsOne() {
        var times = new ArrayList<String>();
        for (var network : bean(NetworkDirectory.class).all()) {
            JsonNode schema =
                    JsonMapper.shared().valueToTree(new OptionsSchema(JsonMapper.shared()).of(network, Locale.ENGLISH));
            schema.path("properties").forEachEntry((name, option) -> {
                var format = option.path("format").asString("");
                boolean sounds = name.matches(".*(At|Until|On)")
                        && option.path("type").asString("").equals("string");
                assertThat(LIKE.containsKey(format))
                        .as(network.id() + " " + name)
                        .isEqualTo(sounds);
                if (sounds) {
                    times.add(network.id() + "." + name);
                    assertThat(Objects.requireNonNull(LIKE.get(format)).length())
                            .as(name)
                            .isLessThanOrEqualTo(option.path("maxLength").asInt(Integer.MAX_VALUE));
                }
            });
        }
        assertThat(times).contains("facebook.publishAt", "youtube.recordedOn", "google-business.startsAt");
    }
}
