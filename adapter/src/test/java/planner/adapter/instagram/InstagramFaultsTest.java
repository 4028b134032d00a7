package planner.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;

class InstagramFaultsTest {
    private static Reply reply(int code, int subcode, Map<String, String> headers) {
        return new Reply(400, headers, GraphErrors.error(code, subcode, false).getBytes(StandardCharsets.UTF_8));
    }

    private static Reply reply(String body) {
        return new Reply(400, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "4,     2207051, CHANNEL, 1440",
        "9,     2207042, CHANNEL, 60",
        "17,    0,       CHANNEL, 60",
        "80002, 0,       CHANNEL, 60",
        "368,   0,       CHANNEL, 60",
        "4,     0,       NETWORK, 60",
        "341,   0,       NETWORK, 60"
    })
    void whoRestsAndForHowLong(int code, int subcode, Scope scope, int minutes) {
        assertThat(InstagramFaults.of(reply(code, subcode, Map.of()))).isInstanceOfSatisfying(Fault.Busy.class, it -> {
            assertThat(it.retryAfter()).isEqualTo(Duration.ofMinutes(minutes));
            assertThat(it.scope()).isEqualTo(scope);
        });
    }

    /** What a person can do about it is said in our own words, which the bundle has in Polish, too. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4   | 2207051 | until then post less",
                "9   | 2207042 | tried again every hour",
                "368 | 0       | read the notice",
                "25  | 2207050 | follow its steps",
                "190 | 458     | removed this app",
                "190 | 459     | check who you are",
                "190 | 460     | password was changed",
                "190 | 463     | sign-in has ended",
                "190 | 464     | not confirmed",
                "190 | 467     | sign-in has ended",
                "190 | 492     | no longer manages"
            })
    void whatWaitsSaysWhatToDo(int code, int subcode, String words) {
        var said = switch (InstagramFaults.of(reply(code, subcode, Map.of()))) {
            case Fault.Busy busy -> busy.detail();
            case Fault.Revoked revoked -> revoked.detail();
            case Fault.Expired expired -> expired.detail();
            case Fault.Unavailable away -> away.detail();
            case Fault.Rejected rejected -> rejected.message();
        };
        var polish = ResourceBundle.getBundle(
                "planner.adapter.instagram.messages",
                Locale.forLanguageTag("pl"),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

        assertThat(said).contains(words);
        assertThat(polish.getString("says." + said)).isNotBlank().isNotEqualTo(said);
    }

    @Test
    void theMinutesThatMetaNamesAreBelieved() {
        var usage = "{\"17841400000000001\":[{\"type\":\"instagram\",\"call_count\":100,"
                + "\"estimated_time_to_regain_access\":17}]}";
        assertThat(InstagramFaults.of(reply(80002, 0, Map.of("x-business-use-case-usage", usage))))
                .isInstanceOfSatisfying(
                        Fault.Busy.class, it -> assertThat(it.retryAfter()).isEqualTo(Duration.ofMinutes(17)));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, true", "24, 2207008, true", "24, 2207006, true", "9007, 2207027, false", "-2, 2207003, false"})
    void onlyWhatIsCertainIsSaidNotToBeDone(int code, int subcode, boolean maybeDone) {
        assertThat(InstagramFaults.of(reply(code, subcode, Map.of())))
                .isInstanceOfSatisfying(
                        Fault.Unavailable.class,
                        it -> assertThat(it.maybeDone()).isEqualTo(maybeDone));
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
