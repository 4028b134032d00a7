package planner.adapter.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.adapter.contract.MovableClock;
import planner.adapter.kit.Reply;
import planner.network.Fault;

class BlueskyFaultsTest {
    private final BlueskyFaults faults = new BlueskyFaults(new MovableClock(Instant.parse("2026-12-01T09:00:00Z")));

    @ParameterizedTest
    @CsvSource({
        "ratelimit-reset, 1796115660,           60",
        "ratelimit-reset, 0,                    1",
        "ratelimit-reset, 9223372036854775807,  86400",
        "ratelimit-reset, -9223372036854775808, 1",
        "ratelimit-reset, soon,                 300",
        "retry-after,     9223372036854775807,  86400",
        "retry-after,     20,                   20"
    })
    void aWaitIsASecondAtLeastAndADayAtMost(String header, String value, long seconds) {
        assertThat(faults.classify(new Reply(429, Map.of(header, value), new byte[0])))
                .isInstanceOfSatisfying(
                        Fault.Busy.class, busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(seconds)));
    }
}
