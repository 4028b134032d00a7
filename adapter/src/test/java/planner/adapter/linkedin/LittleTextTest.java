package planner.adapter.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LittleTextTest {
    private static final String RESERVED = "\\|{}@[]()<>#*_~";
    private static final String MENTION = "@[Zielony Kąt](urn:li:organization:2414183)";
    private static final String[] PIECES = {
        "a",
        "ż",
        "漢",
        "👩‍👩‍👧",
        "e\u0301",
        "שלום",
        " ",
        "\n",
        "#tag",
        "#",
        "@me",
        MENTION,
        "https://example.com/a_b?c=d#e",
        "\\",
        "|",
        "{hashtag|\\#|x}",
        "}",
        "[",
        "](",
        ")",
        "<",
        ">",
        "*",
        "_",
        "~",
        "1"
    };

    @Test
    void everyReservedCharacterIsEscaped() {
        assertThat(LittleText.encode(RESERVED)).isEqualTo("\\\\\\|\\{\\}\\@\\[\\]\\(\\)\\<\\>\\#\\*\\_\\~");
    }

    @Test
    void aNameOfAnyLengthIsRead() {
        for (var piece : new String[] {"x", "\\\\", "\\]"}) {
            var name = piece.repeat(50_000);
            assertThat(LittleText.decode("@[" + name + "](urn:li:person:1)")).hasSize(50_000);
            assertThat(LittleText.decode("@[" + name)).endsWith(name.substring(name.length() - 1));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            `#jaźń`                     ! {hashtag|\\#|jaźń}
            (#one,#two)                 ! \\({hashtag|\\#|one},{hashtag|\\#|two}\\)
            `#snake_case`               ! {hashtag|\\#|snake\\_case}
            we are #1                   ! we are \\#1
            a#b                         ! a\\#b
            https://example.com/#part   ! https://example.com/\\#part
            @nobody                     ! \\@nobody
            @[X](urn:li:person:a-b_c)   ! @[X](urn:li:person:a-b_c)
            @[A (b)](urn:li:organization:1) ! @[A \\(b\\)](urn:li:organization:1)
            @[X](https://example.com)   ! \\@\\[X\\]\\(https://example.com\\)
            """)
    void hashtagsAndMentionsAreMarkedUp(String written, String sent) {
        assertThat(LittleText.encode(written)).isEqualTo(sent);
    }

    @Test
    void ofAMentionReadersSeeTheName() {
        assertThat(LittleText.displayed("With " + MENTION + "!")).isEqualTo("With Zielony Kąt!");
        assertThat(LittleText.decode(LittleText.encode("With " + MENTION + "!")))
                .isEqualTo("With Zielony Kąt!");
    }

    @Test
    void whatLinkedInGivesBackIsWhatWasWritten() {
        assertThat(LittleText.decode(LittleText.encode(RESERVED))).isEqualTo(RESERVED);
        assertThat(LittleText.decode("{hashtag|＃|x} {hashtag|\\#|y\\_z}")).isEqualTo("#x #y_z");
    }

    @Test
    void anyTextComesBackAsReadersSeeIt() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertThat(LittleText.decode(LittleText.encode(text.toString())))
                    .as(text.toString())
                    .isEqualTo(LittleText.displayed(text.toString()));
        }
    }
}
