package planner.adapter.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.adapter.kit.Reply;
import planner.network.Fault;

class ThreadsFaultsTest {
    private static Reply reply(int code, int subcode, Map<String, String> headers) {
        var body = ThreadsErrors.error(code, subcode, "technical", false);
        return new Reply(400, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"190, 463, code", "10, 0, permission", "100, 36009, code", "101, 0, code"})
    void whoConnectsIsToldAtOnce(int code, int subcode, String told) {
        assertThat(ThreadsFaults.GRAPH.connecting(reply(code, subcode, Map.of())))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo(told));
    }

    @Test
    void aPostThatItsOwnerDeletedAsksNobodyToReconnect() {
        assertThat(ThreadsFaults.ofPost(reply(100, 33, Map.of())))
                .isEqualTo(new Fault.Rejected("gone", "Threads says no"));
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED_DOWNLOADING_VIDEO, true",
        "FAILED_PROCESSING_AUDIO,  false",
        "FAILED_PROCESSING_VIDEO,  false",
        "INVALID_ASPEC_RATIO,      false",
        "INVALID_DURATION,         false",
        "UNKNOWN,                  true",
        "'',                       true"
    })
    void aContainerThatFailedIsMadeAgainWhereThatMayHelp(String word, boolean passing) {
        assertThat(ThreadsFaults.passing(word)).isEqualTo(passing);
    }
}
