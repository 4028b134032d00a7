package planner.adapter.reddit;

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

class RedditFaultsTest {
    private static Reply reply(int status, Map<String, String> headers, String body) {
        return new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Fault fault(int status, String body) {
        return RedditFaults.of(reply(status, Map.of(), body));
    }

    @ParameterizedTest
    @CsvSource({
        "Take a break for 7 minutes before trying again., PT7M10S",
        "you are doing that too much. try again in 1 minute., PT1M10S",
        "try again in 34 seconds., PT44S",
        "try again in 900 milliseconds., PT1.9S",
        "try again in 2 hours., PT2H10S",
        "slow down, PT10M"
    })
    void aPauseIsAsLongAsRedditSays(String words, Duration pause) {
        assertThat(fault(200, RedditErrors.refusal("RATELIMIT", words)))
                .isEqualTo(new Fault.Busy(pause, Scope.CHANNEL, words));
    }

    @ParameterizedTest
    @CsvSource({"37, PT38S", "37.0, PT38S", "36.4, PT38S", "'', PT1M", "soon, PT1M"})
    void tooManyCallsRestTheWholeAppUntilTheWindowEnds(String reset, Duration pause) {
        assertThat(RedditFaults.of(reply(429, Map.of("x-ratelimit-reset", reset), "{\"message\":\"Too Many\"}")))
                .isEqualTo(new Fault.Busy(pause, Scope.NETWORK, "Too Many"));
    }

    @ParameterizedTest
    @CsvSource({"4, true", "4.0, true", "0.0, true", "5, false", "996.0, false", "many, false"})
    void theLastCallsAreNotUsed(String left, boolean waits) {
        var answer = reply(200, Map.of("x-ratelimit-remaining", left, "x-ratelimit-reset", "90"), "{}");

        assertThat(RedditFaults.nearlySpent(answer).isPresent()).isEqualTo(waits);
    }

    @Test
    void theUploadHostSpeaksXml() {
        var large = "<Error><Code>EntityTooLarge</Code><MaxSizeAllowed>20971520</MaxSizeAllowed></Error>";
        assertThat(RedditFaults.ofUpload(reply(400, Map.of(), large)))
                .isEqualTo(new Fault.Rejected("too-large", "at most 20971520 bytes"));
        assertThat(RedditFaults.ofUpload(reply(413, Map.of(), "")))
                .isEqualTo(new Fault.Rejected("too-large", "EntityTooLarge"));
        assertThat(RedditFaults.ofUpload(reply(412, Map.of(), "")))
                .isEqualTo(new Fault.Rejected("upload", "the upload answered: 412"));
        assertThat(RedditFaults.ofUpload(reply(503, Map.of(), ""))).isInstanceOf(Fault.Unavailable.class);
        assertThat(RedditFaults.ofUpload(reply(429, Map.of(), ""))).isInstanceOf(Fault.Busy.class);
    }
}
