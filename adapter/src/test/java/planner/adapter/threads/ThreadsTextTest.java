package planner.adapter.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import planner.adapter.threads.ThreadsText.Stretch;

/** An emoji counts as its UTF-8 bytes, anything else as one. */
class ThreadsTextTest {
    /** Sequences that people see as one sign: skin, families, flags, keycaps, a flag of a region, text that is made colourful. */
    private static final List<String> EMOJI = List.of(
            "😀",
            "👍🏽",
            "👩‍🚀",
            "👨‍👩‍👧‍👦",
            "🇵🇱",
            "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
            "1️⃣",
            "#️⃣",
            "❤️",
            "🏳️‍🌈",
            "🧑🏿‍🤝‍🧑🏻",
            "☕",
            "🫩");

    /** Combining marks, right to left, Chinese, Japanese and Korean, letters beyond the basic plane, joiners without emoji. */
    private static final List<String> OTHER = List.of(
            "a",
            "Z",
            "7",
            "#",
            "*",
            " ",
            "\n",
            "ż",
            "e\u0301",
            "שלום",
            "مرحبا",
            "नि",
            "漢字",
            "カナ",
            "한글",
            "𝒳",
            "𠮷",
            "क्\u200Dष",
            "https://lipa.example/ż?a=1#b",
            "\u200F",
            "…",
            "€");

    static Stream<Long> seeds() {
        return new Random(20_260_729).longs(200).boxed();
    }

    private static String some(List<String> words, Random random) {
        return IntStream.range(0, random.nextInt(40))
                .mapToObj(any -> words.get(random.nextInt(words.size())))
                .collect(Collectors.joining());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static int points(String text) {
        return text.codePointCount(0, text.length());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "a, 1",
        "Zażółć, 6",
        "漢字, 2",
        "שלום, 4",
        "𝒳, 1",
        "😀, 4",
        "👍🏽, 8",
        "👩‍🚀, 11",
        "👨‍👩‍👧‍👦, 25",
        "🇵🇱, 8",
        "1️⃣, 7",
        "1, 1",
        "'#*', 2",
        "❤️, 6",
        "☕, 3",
        "a😀b, 6",
        "https://lipa.example, 20"
    })
    void thisIsHowLongItIs(String text, int length) {
        assertThat(ThreadsText.count(text)).isEqualTo(length);
    }

    @Test
    void aCombiningMarkIsACharacterOfItsOwn() {
        assertThat(ThreadsText.count("e\u0301")).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void emojiAloneAreAsLongAsTheirBytes(long seed) {
        var text = some(EMOJI, new Random(seed));
        assertThat(ThreadsText.count(text)).isEqualTo(bytes(text));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withoutEmojiEveryCharacterIsOne(long seed) {
        var text = some(OTHER, new Random(seed));
        assertThat(ThreadsText.count(text)).isEqualTo(points(text));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTextIsNeverShorterThanItsCharactersNorLongerThanItsBytes(long seed) {
        var text = some(Stream.concat(EMOJI.stream(), OTHER.stream()).toList(), new Random(seed));
        assertThat(ThreadsText.count(text)).isBetween(points(text), bytes(text));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void twoTextsWithASpaceBetweenAreAsLongAsBothAndTheSpace(long seed) {
        var random = new Random(seed);
        var words = Stream.concat(EMOJI.stream(), OTHER.stream()).toList();
        var one = some(words, random);
        var two = some(words, random);
        assertThat(ThreadsText.count(one + " " + two)).isEqualTo(ThreadsText.count(one) + 1 + ThreadsText.count(two));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyCodePointsAtAllAreCounted(long seed) {
        var text = new Random(seed)
                .ints(60, 0x20, 0x1FFFF)
                .filter(sign -> sign < 0xD800 || sign > 0xDFFF)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        assertThat(ThreadsText.count(text)).isBetween(points(text), bytes(text));
    }

    @Test
    void theSameLinkIsOneAndWhatFollowsItIsNotPartOfIt() {
        assertThat(ThreadsText.links("See https://a.example/x, (http://b.example). Again https://a.example/x!"))
                .containsExactly("https://a.example/x", "http://b.example");
        assertThat(ThreadsText.links("no link: a.example, mailto:ada@lipa.example"))
                .isEmpty();
    }

    @Test
    void everyPlaceOfAPhraseIsFoundAndOverlappingOnesAreOne() {
        assertThat(ThreadsText.stretches("cake and cake", List.of("cake")))
                .containsExactly(new Stretch(0, 4), new Stretch(9, 4));
        assertThat(ThreadsText.stretches("abcdef", List.of("bcd", "cde"))).containsExactly(new Stretch(1, 4));
        assertThat(ThreadsText.stretches("😀 cake", List.of("cake"))).containsExactly(new Stretch(2, 4));
        assertThat(ThreadsText.stretches("tea", List.of("cake"))).isEmpty();
    }
}
