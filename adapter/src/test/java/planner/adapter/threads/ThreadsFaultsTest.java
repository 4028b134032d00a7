package planner.adapter.threads;

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

class ThreadsFaultsTest {
    private static Reply reply(int code, int subcode, Map<String, String> headers) {
        var body = ThreadsErrors.error(code, subcode, "technical", false);
        return new Reply(400, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "4,   2207051, CHANNEL, 1440",
        "9,   2207042, CHANNEL, 60",
        "9,   0,       CHANNEL, 60",
        "17,  0,       CHANNEL, 60",
        "32,  0,       CHANNEL, 60",
        "613, 0,       CHANNEL, 60",
        "368, 0,       CHANNEL, 60",
        "4,   0,       NETWORK, 60"
    })
    void whoRestsAndForHowLong(int code, int subcode, Scope scope, int minutes) {
        assertThat(ThreadsFaults.of(reply(code, subcode, Map.of()))).isInstanceOfSatisfying(Fault.Busy.class, busy -> {
            assertThat(busy.retryAfter()).isEqualTo(Duration.ofMinutes(minutes));
            assertThat(busy.scope()).isEqualTo(scope);
        });
    }

    @Test
    void theMinutesThatMetaNamesAreBelieved() {
        var usage = "{\"26100000000000001\":[{\"type\":\"threads\",\"call_count\":100,"
                + "\"estimated_time_to_regain_access\":17}]}";

        assertThat(ThreadsFaults.of(reply(613, 0, Map.of("x-business-use-case-usage", usage))))
                .isInstanceOfSatisfying(
                        Fault.Busy.class, it -> assertThat(it.retryAfter()).isEqualTo(Duration.ofMinutes(17)));
    }

    @Test
    void aConstantIsSeenBehindTheWordsForPeople() {
        var body = ThreadsErrors.error(100, 4279048, "THREADS_API__LINK_LIMIT_EXCEEDED", false);

        assertThat(ThreadsFaults.of(new Reply(400, Map.of(), body.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new Fault.Rejected("link-limit", "Threads says no"));
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
        "FAILED_DOWNLOADING_VIDEO,     true,  FAILED_DOWNLOADING_VIDEO",
        "FAILED_PROCESSING_AUDIO,      false, FAILED_PROCESSING_AUDIO",
        "FAILED_PROCESSING_VIDEO,      false, FAILED_PROCESSING_VIDEO",
        "INVALID_ASPEC_RATIO,          false, INVALID_ASPEC_RATIO",
        "INVALID_BIT_RATE,             false, INVALID_BIT_RATE",
        "INVALID_DURATION,             false, INVALID_DURATION",
        "INVALID_FRAME_RATE,           false, INVALID_FRAME_RATE",
        "INVALID_AUDIO_CHANNELS,       false, INVALID_AUDIO_CHANNELS",
        "INVALID_AUDIO_CHANNEL_LAYOUT, false, INVALID_AUDIO_CHANNEL_LAYOUT",
        "UNKNOWN,                      true,  container",
        "'',                           true,  container"
    })
    void aContainerThatFailedSaysWhyAndWhetherToTryAgain(String word, boolean passing, String code) {
        assertThat(ThreadsFaults.passing(word)).isEqualTo(passing);
        assertThat(ThreadsFaults.ofContainer(word)).isInstanceOfSatisfying(Fault.Rejected.class, it -> {
            assertThat(it.code()).isEqualTo(code);
            assertThat(it.message()).isNotBlank();
        });
    }
}
