package planner.adapter.x;

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

class XFaultsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

    private static Fault fault(int status, String body) {
        return fault(status, body, Map.of());
    }

    private static Fault fault(int status, String body, Map<String, String> headers) {
        return XFaults.of(new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8)), CLOCK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            You are not allowed to create a Tweet with duplicate content.                              | duplicate
            This user has not been mentioned or otherwise engaged by the author of this post           | reply-not-allowed
            Reply to this conversation is not allowed                                                  | reply-not-allowed
            Posts may contain at most one cashtag                                                      | cashtags
            You are not allowed to post a video longer than 2 minutes                                  | video-too-long
            You are not permitted to access this feature                                               | forbidden
            """)
    void aForbiddenPostSaysWhy(String detail, String code) {
        assertThat(fault(403, "{\"title\":\"Forbidden\",\"detail\":\"" + detail + "\",\"type\":\"about:blank\"}"))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    @Test
    void theOldCodeOfDuplicatesStillCounts() {
        assertThat(fault(403, "{\"errors\":[{\"code\":187,\"message\":\"Status is a duplicate.\"}]}"))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("duplicate"));
    }

    @Test
    void anUnauthorizedCallMeansThatTheTokenEnded() {
        assertThat(fault(401, "{\"title\":\"Unauthorized\",\"type\":\"about:blank\"}"))
                .isInstanceOf(Fault.Expired.class);
    }

    @Test
    void aMissingScopeAsksToConnectAgain() {
        assertThat(fault(403, "{\"detail\":\"missing scope media.write\"}")).isInstanceOf(Fault.Revoked.class);
    }

    @Test
    void noCreditRestsTheWholeNetwork() {
        assertThat(fault(402, "{\"title\":\"CreditsDepleted\"}"))
                .isInstanceOfSatisfying(
                        Fault.Busy.class, it -> assertThat(it.scope()).isEqualTo(Scope.NETWORK));
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

    @Test
    void troubleAtXMayHaveDoneIt() {
        assertThat(fault(503, "<html>over capacity</html>"))
                .isInstanceOfSatisfying(
                        Fault.Unavailable.class,
                        it -> assertThat(it.maybeDone()).isTrue());
    }
}
