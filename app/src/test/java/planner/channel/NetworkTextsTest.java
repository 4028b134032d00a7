package planner.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NetworkTextsTest {
    private static Optional<String> words(String sentence) {
        return switch (sentence) {
            case "published" -> Optional.of("opublikowano");
            case "no link: removed" -> Optional.of("bez linku, bo usunięty");
            default -> Optional.empty();
        };
    }

    @Test
    void sentencesOfOursAreSaidInTheReadersLanguageTheLongestFirst() {
        assertThat(NetworkTexts.said("published; no link: removed: by Ada", NetworkTextsTest::words))
                .isEqualTo("opublikowano; bez linku, bo usunięty: by Ada");
        assertThat(NetworkTexts.said("Ada says: hello", NetworkTextsTest::words))
                .isEqualTo("Ada says: hello");
    }

    @Test
    void aNetworkThatTalksEndlesslyCostsNothing() {
        var endless = "a: ".repeat(100_000) + "published";
        var asked = new AtomicInteger();

        var said = NetworkTexts.said(endless, sentence -> {
            asked.incrementAndGet();
            return words(sentence);
        });

        assertThat(said).isEqualTo(endless);
        assertThat(asked).hasValueLessThan(1_000);
    }
}
