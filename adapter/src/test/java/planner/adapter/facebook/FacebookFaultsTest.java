package planner.adapter.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;

class FacebookFaultsTest {
    private static Reply reply(int code, int subcode, Map<String, String> headers) {
        return new Reply(400, headers, GraphErrors.error(code, subcode, false).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "17,    0,       CHANNEL",
        "32,    0,       CHANNEL",
        "613,   0,       CHANNEL",
        "80001, 0,       CHANNEL",
        "368,   0,       CHANNEL",
        "368,   1390008, CHANNEL",
        "4,     0,       NETWORK",
        "341,   0,       NETWORK"
    })
    void whoRestsForAnHour(int code, int subcode, Scope scope) {
        assertThat(FacebookFaults.GRAPH.of(reply(code, subcode, Map.of())))
                .isEqualTo(new Fault.Busy(
                        Duration.ofHours(1), scope, subcode == 0 ? "(#" + code + ") no" : "Facebook says no"));
    }

    @Test
    void theMinutesThatMetaNamesAreBelieved() {
        var usage = "{\"135300000000001\":[{\"type\":\"pages\",\"estimated_time_to_regain_access\":17}]}";
        assertThat(FacebookFaults.GRAPH.of(reply(80001, 0, Map.of("x-business-use-case-usage", usage))))
                .isInstanceOfSatisfying(
                        Fault.Busy.class, it -> assertThat(it.retryAfter()).isEqualTo(Duration.ofMinutes(17)));
    }

    /** It may be this very post that was posted already. */
    @ParameterizedTest
    @CsvSource({"506, 0", "506, 1455006", "100, 1366051", "1366051, 0"})
    void whatIsSaidToBeThereMayBeOurs(int code, int subcode) {
        var reply = reply(code, subcode, Map.of());

        assertThat(FacebookFaults.doubled(reply)).isTrue();
        assertThat(FacebookFaults.GRAPH.of(reply))
                .isInstanceOfSatisfying(
                        Fault.Unavailable.class,
                        it -> assertThat(it.maybeDone()).isTrue());
    }

    @Test
    void aLinkThatCannotBeReadIsTheLinksFault() {
        assertThat(FacebookFaults.GRAPH.of(reply(100, 1609005, Map.of())))
                .isEqualTo(new Fault.Rejected(FacebookFaults.UNREADABLE_LINK, "Facebook says no"));
    }

    @ParameterizedTest
    @CsvSource({"190, 463, code", "10, 0, permission", "100, 36009, code", "3, 0, permission", "803, 0, code"})
    void whoConnectsIsToldAtOnce(int code, int subcode, String told) {
        assertThat(FacebookFaults.GRAPH.connecting(reply(code, subcode, Map.of())))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo(told));
    }

    @Test
    void nobodyConnectingWaitsForALimit() {
        assertThat(FacebookFaults.GRAPH.connecting(reply(4, 0, Map.of())))
                .isInstanceOfSatisfying(
                        Fault.Unavailable.class,
                        it -> assertThat(it.maybeDone()).isFalse());
    }

    @Test
    void aPostThatItsOwnerDeletedAsksNobodyToReconnect() {
        assertThat(FacebookFaults.GRAPH.ofPost(reply(100, 33, Map.of())))
                .isEqualTo(new Fault.Rejected("gone", "Facebook says no"));
    }
}
