package planner.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import planner.channel.NetworkDirectory;
import planner.network.NetworkId;

class SayingsAgainTest {
    private static final Locale POLISH = Locale.forLanguageTag("pl");
    private static final NetworkId SOME = new NetworkId("some");

    private final Sayings sayings = new Sayings(new NetworkDirectory(List.of()), messages());

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("planner.publish.messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Test
    void whatTheNetworkSaidIsKeptAndWhatFollowsIsTold() {
        assertThat(sayings.again(POLISH, SOME, "(#4) {limit}'s reached"))
                .isEqualTo("Spróbujemy ponownie sami. Odpowiedź brzmiała: (#4) {limit}'s reached");
        assertThat(sayings.again(Locale.ENGLISH, SOME, "HTTP 503"))
                .isEqualTo("It is tried again by itself. The answer was: HTTP 503");
    }

    @Test
    void aSentenceOfOursStandsAlone() {
        assertThat(sayings.again(POLISH, SOME, "Goes on in a moment.")).isEqualTo("Ruszy dalej za chwilę.");
        assertThat(sayings.again(Locale.ENGLISH, SOME, "Goes on in a moment.")).isEqualTo("Goes on in a moment.");
    }

    @Test
    void whatWasHandedOverIsNoAnswerToTryAgainAfter() {
        assertThat(sayings.again(
                        Locale.ENGLISH, SOME, "handed-over:handed over; Some shows it at: 2026-12-24T17:00:00Z"))
                .isEqualTo("handed over; Some shows it at: 2026-12-24T17:00:00Z");
    }

    @Test
    void theLongestSentenceIsFoundBetweenColonsAndSemicolons() {
        var late = "Late: goes out with a distance to the others.";
        assertThat(sayings.in(POLISH, SOME, "absent: r/some: " + late + "; It was overdue; a person decides."))
                .isEqualTo("nie ma: r/some: Spóźniony: ukaże się w odstępie od pozostałych.;"
                        + " Publikacja była spóźniona; decyduje człowiek.");
        assertThat(sayings.in(POLISH, SOME, "; : published: ")).isEqualTo("; : opublikowano: ");
    }

    @Test
    void aSentenceOfOursWithWhatVariesIsToldWithWhatFollows() {
        assertThat(sayings.again(POLISH, SOME, "absent: 503"))
                .isEqualTo("Spróbujemy ponownie sami. Odpowiedź brzmiała: nie ma: 503");
    }
}
