package planner.adapter.googlebusiness;

import static org.assertj.core.api.Assertions.assertThat;
import static planner.adapter.googlebusiness.GoogleBusinessErrors.body;
import static planner.adapter.googlebusiness.GoogleBusinessErrors.field;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;

class GoogleBusinessFaultsTest {
    private static Fault fault(int status, Map<String, String> headers, String body) {
        return GoogleBusinessFaults.of(new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyFieldIsNamedWithGooglesWords() {
        var body =
                body(400, "INVALID_ARGUMENT", "Request contains an invalid argument.", field(5, "summary", "Too long"));

        assertThat(fault(400, Map.of(), body))
                .isEqualTo(new Fault.Rejected("invalid", "Request contains an invalid argument.; summary: Too long"));
    }

    /** Such a refusal is tried again by the publisher; see its own test. */
    @ParameterizedTest
    @ValueSource(strings = {"Fetching image failed.", "PHOTO_FETCH_FAILED", "PHOTO_UPLOAD_FAILED"})
    void aPhotoThatCouldNotBeFetchedHasACodeOfItsOwn(String words) {
        var body = body(400, "INVALID_ARGUMENT", "Invalid", field(1000, "media.source_url", words));

        assertThat(fault(400, Map.of(), body))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("photo_fetch"));
    }

    @Test
    void aLimitRestsAsLongAsItLasts() {
        var body = body(429, "RESOURCE_EXHAUSTED", "Quota exceeded", "");

        assertThat(fault(429, Map.of(), body)).isInstanceOfSatisfying(Fault.Busy.class, busy -> {
            assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(60));
            assertThat(busy.scope()).isEqualTo(Scope.NETWORK);
        });
        assertThat(fault(429, Map.of("retry-after", "7"), body))
                .isInstanceOfSatisfying(
                        Fault.Busy.class, busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
        assertThat(fault(409, Map.of(), body(409, "ABORTED", "Aborted", "")))
                .isInstanceOfSatisfying(Fault.Busy.class, busy -> {
                    assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(5));
                    assertThat(busy.scope()).isEqualTo(Scope.CHANNEL);
                });
    }

    @Test
    void troubleAtGoogleMayHaveDoneIt() {
        assertThat(fault(503, Map.of(), body(503, "UNAVAILABLE", "Away", "")))
                .isEqualTo(new Fault.Unavailable(true, "Away"));
    }
}
