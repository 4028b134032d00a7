package planner.simulator.threads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingTest {
    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "Zażółć, 6",
        "漢字, 2",
        "שלום, 4",
        "𝒳, 1",
        "😀, 4",
        "👍🏽, 8",
        "👩‍🚀, 11",
        "👨‍👩‍👧‍👦, 25",
        "🇵🇱, 8",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿, 28",
        "1️⃣, 7",
        "'1#*', 3",
        "❤️, 6",
        "a😀b, 6"
    })
    void anEmojiIsAsLongAsItsBytesAndAnythingElseIsOne(String text, int length) {
        assertThat(Counting.length(text)).isEqualTo(length);
    }

    @Test
    void theSameLinkIsOne() {
        assertThat(Counting.links("https://a.example/x, https://a.example/x. http://b.example/?y=1"))
                .containsExactlyInAnyOrder("https://a.example/x", "http://b.example/?y=1");
    }
}
