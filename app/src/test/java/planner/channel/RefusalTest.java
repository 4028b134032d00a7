package planner.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import planner.RoomTest;

/** A consent page brings a word back; people are told what it means. */
class RefusalTest extends RoomTest {
    private Map<?, ?> told(String code, String language) {
        return Objects.requireNonNull(http.get()
                .uri("/api/channels/bluesky/refusals/" + code)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .retrieve()
                .body(Map.class));
    }

    @Test
    void aWordOfTheNetworkIsToldInTheCallersLanguage() {
        assertThat(String.valueOf(told("no-oauth", "en").get("message"))).contains("app password");
        assertThat(String.valueOf(told("no-oauth", "pl").get("message"))).contains("hasłem aplikacji");
    }

    @Test
    void whatNoNetworkSaysIsNotThere() {
        assertThat(told("invented", "en").get("status")).isEqualTo(404);
        assertThat(told("..%2Ffinding", "en").get("status")).isNotEqualTo(200);
    }
}
