package planner.adapter.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import planner.adapter.kit.Reply;
import planner.network.Fault;

class XFaultsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

    private static Fault fault(int status, String body, Map<String, String> headers) {
        return XFaults.of(new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8)), CLOCK);
    }

    @Test
    void tooManyCallsRestUntilTheEmptyBucketIsFull() {
        var at = CLOCK.instant().plusSeconds(300).getEpochSecond();
        assertThat(fault(
                        429,
                        "{\"title\":\"Too Many Requests\"}",
                        Map.of("x-rate-limit-remaining", "0", "x-rate-limit-reset", "" + at)))
                .isInstanceOfSatisfying(
                        Fault.Busy.class, it -> assertThat(it.retryAfter()).isEqualTo(Duration.ofSeconds(301)));
    }

    @Test
    void theBucketOfADayWinsOverThatOfAQuarterHour() {
        var soon = CLOCK.instant().plusSeconds(60).getEpochSecond();
        var late = CLOCK.instant().plusSeconds(40_000).getEpochSecond();
        assertThat(fault(
                        429,
                        "{}",
                        Map.of(
                                "x-rate-limit-remaining",
                                "0",
                                "x-rate-limit-reset",
                                "" + soon,
                                "x-user-limit-24hour-remaining",
                                "0",
                                "x-user-limit-24hour-reset",
                                "" + late)))
                .isInstanceOfSatisfying(
                        Fault.Busy.class, it -> assertThat(it.retryAfter()).isEqualTo(Duration.ofSeconds(40_001)));
    }
}
