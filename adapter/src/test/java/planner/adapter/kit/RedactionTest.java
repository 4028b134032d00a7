package planner.adapter.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private final Redaction redaction = new Redaction(List.of("s3cret/x"));

    @Test
    void aSecretIsHiddenPlainAndPercentEncoded() {
        assertThat(redaction.text("a s3cret/x b s3cret%2Fx c")).doesNotContain("s3cret");
    }

    @Test
    void fieldsThatAreSecretByTheirNameAreHidden() {
        assertThat(redaction.text("{\"access_token\":\"abc\",\"id\":\"7\"}"))
                .doesNotContain("abc")
                .contains("\"7\"");
        assertThat(redaction.text("client_secret=abc&x=1"))
                .doesNotContain("abc")
                .contains("x=1");
    }

    @Test
    void theSignedFieldsOfAnUploadAreHidden() {
        assertThat(redaction.text(
                        "{\"x-amz-signature\":\"fcd63\",\"x-amz-security-token\":\"IQoJ\",\"key\":\"uploads/1\"}"))
                .doesNotContain("fcd63", "IQoJ")
                .contains("uploads/1");
    }

    @Test
    void aPictureTakenForTextStaysStorable() {
        assertThat(redaction.text("PNG\r\n\0\u001a")).isEqualTo("PNG\r\n\uFFFD\uFFFD");
    }

    @Test
    void aLongTextIsNotCutThroughACharacter() {
        var cut = redaction.text("x".repeat(1_999) + "😀".repeat(10));
        assertThat(cut).isEqualTo("x".repeat(1_999) + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"token\":\"", "\"code\" : \"", "\"my_secret\":\"\\n"})
    void aSecretOfAnyLengthIsHidden(String beginning) {
        for (var piece : List.of("x", "\\\\a", "\\\"", "\\\n")) {
            assertThat(redaction.text("{" + beginning + piece.repeat(200_000)))
                    .endsWith("\"[hidden]")
                    .hasSizeLessThan(50);
        }
    }

    @Test
    void aTextThatIsMadeToTakeLongIsReadAtOnce() {
        var slow = "?" + "token".repeat(200_000) + " \"" + "token".repeat(200_000);

        assertThat(CompletableFuture.supplyAsync(() -> redaction.text(slow))).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void whatIsHiddenMakesNoRoomForHalfASecret() {
        var text = "s3cret/x".repeat(10_000);

        assertThat(redaction.text(text)).doesNotContain("s3c");
    }
}
