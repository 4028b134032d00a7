package planner.adapter.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;

class PinterestFaultsTest {
    private static Reply reply(int status, Map<String, String> headers, String body) {
        return new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Only the daily limit of trial access lasts longer than a minute, and that one is the app's. */
    @ParameterizedTest
    @CsvSource({
        "'', '', PT1M, CHANNEL",
        "12, '', PT1M, CHANNEL",
        "75, '', PT1M15S, CHANNEL",
        "12, 90, PT1M30S, CHANNEL",
        "36000, '', PT10H, NETWORK",
        "999999, '', PT24H, NETWORK",
        "'100, 100;w=1', '', PT1M, CHANNEL"
    })
    void aLimitRestsUntilItIsReset(String reset, String retryAfter, Duration rest, Scope scope) {
        var headers = Map.of("x-ratelimit-reset", reset, "retry-after", retryAfter);

        assertThat(PinterestFaults.of(reply(429, headers, PinterestErrors.body(8, "Slow down"))))
                .isEqualTo(new Fault.Busy(rest, scope, "Slow down"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessDenied", "ExpiredToken", "RequestTimeTooSkewed"})
    void aStoreThatNoLongerTakesTheFormWantsANewAddress(String code) {
        assertThat(PinterestFaults.ofUpload(reply(403, Map.of(), xml(code)))).isEmpty();
        assertThat(PinterestFaults.ofUpload(reply(400, Map.of(), xml(code)))).isEmpty();
    }

    @Test
    void whatTheStoreSaysOtherwise() {
        assertThat(PinterestFaults.ofUpload(reply(400, Map.of(), xml("EntityTooLarge"))))
                .contains(new Fault.Rejected("too-large", "EntityTooLarge"));
        assertThat(PinterestFaults.ofUpload(reply(503, Map.of(), xml("SlowDown"))))
                .contains(new Fault.Unavailable(true, "the upload answered: SlowDown"));
        assertThat(PinterestFaults.ofUpload(reply(502, Map.of(), "")))
                .contains(new Fault.Unavailable(true, "the upload answered: 502"));
        assertThat(PinterestFaults.ofUpload(reply(429, Map.of(), "")))
                .hasValueSatisfying(fault -> assertThat(fault).isInstanceOf(Fault.Busy.class));
    }

    private static String xml(String code) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code
                + "</Code><Message>No</Message><RequestId>1</RequestId></Error>";
    }
}
