package planner.adapter.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import planner.network.Budget;

class MetersTest {
    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

    private static List<Budget.Reading> heard(Runnable work) {
        var heard = new ArrayList<Budget.Reading>();
        ScopedValue.where(Budget.LISTENER, heard::add).run(work);
        return heard;
    }

    private static Reply reply(String left, String reset) {
        return new Reply(200, Map.of("x-limit-remaining", left, "x-limit-reset", reset), new byte[0]);
    }

    @Test
    void whatIsLeftUntilASecondOfTheEpochIsTold() {
        assertThat(heard(() -> Meters.untilEpoch(reply("7", "" + NOW.getEpochSecond()), "x-limit", "posts")))
                .containsExactly(new Budget.Reading("posts", 7, NOW));
    }

    @Test
    void fractionsAreRoundedToTheSafeSide() {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);

        assertThat(heard(() -> Meters.forSeconds(reply("3.9", "599.2"), "x-limit", "calls", clock)))
                .containsExactly(new Budget.Reading("calls", 3, NOW.plusSeconds(601)));
    }

    @Test
    void oddHeadersTellNothingAndWithoutAListenerNothingHappens() {
        assertThat(heard(() -> {
                    Meters.untilEpoch(reply("many", "1"), "x-limit", "posts");
                    Meters.untilEpoch(reply("1", "100, 100;w=1"), "x-limit", "posts");
                    Meters.untilEpoch(reply("-1", "1"), "x-limit", "posts");
                    Meters.untilEpoch(reply("1", "1"), "other", "posts");
                }))
                .isEmpty();
        Meters.untilEpoch(reply("1", "1"), "x-limit", "posts");
    }
}
