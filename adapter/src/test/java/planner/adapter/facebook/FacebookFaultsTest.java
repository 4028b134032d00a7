package planner.adapter.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.adapter.kit.Reply;
import planner.network.Fault;

class FacebookFaultsTest {
    private static Reply reply(int code, int subcode, Map<String, String> headers) {
        return new Reply(400, headers, GraphErrors.error(code, subcode, false).getBytes(StandardCharsets.UTF_8));
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
