package planner.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.adapter.kit.Reply;
import planner.network.Fault;

class InstagramFaultsTest {
    private static Reply reply(int code, int subcode, Map<String, String> headers) {
        return new Reply(400, headers, GraphErrors.error(code, subcode, false).getBytes(StandardCharsets.UTF_8));
    }

    private static Reply reply(String body) {
        return new Reply(400, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"190, 463, code", "10, 0, permission", "100, 36009, code", "803, 0, code"})
    void whoConnectsIsToldAtOnce(int code, int subcode, String told) {
        assertThat(InstagramFaults.connecting(reply(code, subcode, Map.of())))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo(told));
    }

    @Test
    void theTokenServiceHasAShapeOfItsOwn() {
        assertThat(InstagramFaults.connecting(
                        reply("{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":\"Invalid code\"}")))
                .isEqualTo(new Fault.Rejected("code", "Invalid code"));
    }

    @Test
    void nobodyConnectingWaitsForALimit() {
        assertThat(InstagramFaults.connecting(reply(4, 0, Map.of())))
                .isInstanceOfSatisfying(
                        Fault.Unavailable.class,
                        it -> assertThat(it.maybeDone()).isFalse());
    }

    @Test
    void aPostThatItsOwnerDeletedAsksNobodyToReconnect() {
        assertThat(InstagramFaults.ofPost(reply(100, 33, Map.of())))
                .isEqualTo(new Fault.Rejected("gone", "Instagram says no"));
    }

    @ParameterizedTest
    @CsvSource({
        "Error: Media upload has failed with error code 2207026, 2207026",
        "Error: something without a number,                     container",
        "Error: 2207999,                                        container"
    })
    void aContainerThatFailedForGoodSaysWhy(String status, String code) {
        assertThat(InstagramFaults.ofContainer(status)).isEqualTo(new Fault.Rejected(code, status));
    }

    @Test
    void aContainerWhoseDownloadFailedIsMadeAgain() {
        assertThat(InstagramFaults.ofContainer("Error: 2207077")).isInstanceOf(Fault.Unavailable.class);
        assertThat(InstagramFaults.failedForGood("Error: 2207077"))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("2207077"));
    }
}
