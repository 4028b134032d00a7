package planner.adapter.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;

class YouTubeFaultsTest {
    private static Fault fault(Instant now, int status, Map<String, String> headers, String reason) {
        var body = YouTubeErrors.body(reason, "Told by YouTube").getBytes(StandardCharsets.UTF_8);
        return new YouTubeFaults(Clock.fixed(now, ZoneOffset.UTC)).of(new Reply(status, headers, body));
    }

    /** Winter and summer, shortly before midnight and shortly after, and the two nights on which clocks are changed. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-01T09:00:00Z, PT23H",
        "2026-12-01T07:59:30Z, PT30S",
        "2026-12-01T08:00:00Z, PT24H",
        "2026-07-01T06:59:59Z, PT1S",
        "2026-07-01T07:00:00Z, PT24H",
        "2026-03-08T08:00:00Z, PT23H",
        "2026-11-01T07:00:00Z, PT25H"
    })
    void aUsedUpQuotaRestsUntilMidnightInCalifornia(Instant now, Duration rest) {
        for (var reason : new String[] {"quotaExceeded", "dailyLimitExceeded"}) {
            assertThat(fault(now, 403, Map.of(), reason)).isInstanceOfSatisfying(Fault.Busy.class, busy -> {
                assertThat(busy.retryAfter()).isEqualTo(rest);
                assertThat(busy.scope()).isEqualTo(Scope.NETWORK);
            });
        }
    }

    @Test
    void anUnknownVerdictIsKeptAsItIs() {
        assertThat(YouTubeFaults.ofVerdict(null)).isEqualTo(new Fault.Rejected("failed", "no reason was given"));
        assertThat(YouTubeFaults.ofVerdict("odd")).isEqualTo(new Fault.Rejected("failed", "odd"));
    }
}
