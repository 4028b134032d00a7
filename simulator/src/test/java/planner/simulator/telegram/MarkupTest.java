package planner.simulator.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {
    @Test
    void marksOfMarkdownDoNotStandInTheText() {
        assertThat(Markup.parse("*Bread* _and_ `salt` \\*", "MarkdownV2").plain())
                .isEqualTo("Bread and salt *");
    }

    @Test
    void whatMarkdownReservesMustBeEscaped() {
        assertThatExceptionOfType(BotError.class)
                .isThrownBy(() -> Markup.parse("Bread.", "MarkdownV2"))
                .withMessageContaining("'.' is reserved");
        assertThat(Markup.parse("Bread\\.", "MarkdownV2").plain()).isEqualTo("Bread.");
    }

    @Test
    void theTimelineShowsWhatWasMeantAndNothingElse() {
        assertThat(Markup.parse("*B* ||s|| [l](https://a.b/\\)) [j](javascript:x) <i\\>", "MarkdownV2")
                        .html())
                .isEqualTo(
                        "<b>B</b> <span class=\"spoiler\">s</span> <a href=\"https://a.b/)\">l</a> <a>j</a> &lt;i&gt;");
        assertThat(Markup.parse("<b>B</b><tg-spoiler>s</tg-spoiler><a href=\"javascript:x\">j</a>", "HTML")
                        .html())
                .isEqualTo("<b>B</b><span class=\"spoiler\">s</span><a href=\"#\">j</a>");
        assertThat(Markup.parse(">a\n>b\nc", "MarkdownV2").html()).isEqualTo("<blockquote>a<br>b<br></blockquote>c");
    }

    /** Places are bytes. A ⏎ stands for a line break. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\u0000',
            value = {
                "MarkdownV2 ¦ ż *big          ¦ Can't find end of Bold entity at byte offset 3",
                "MarkdownV2 ¦ 👍 a_b          ¦ Can't find end of Italic entity at byte offset 6",
                "MarkdownV2 ¦ _a __b_         ¦ Can't find end of Italic entity at byte offset 6",
                "MarkdownV2 ¦ a ```b           ¦ Can't find end of Pre entity at byte offset 2",
                "MarkdownV2 ¦ a ```b c         ¦ Can't find end of PreCode entity at byte offset 2",
                "MarkdownV2 ¦ >*a⏎b*          ¦ Can't find end of Bold entity at byte offset 1",
                "MarkdownV2 ¦ [a](b            ¦ Can't find end of a URL at byte offset 4",
                "MarkdownV2 ¦ ![a]             ¦ Custom emoji entity must contain a tg://emoji URL",
                "MarkdownV2 ¦ ![a](tg://x?id=1) ¦ Custom emoji URL must have host \"emoji\"",
                "MarkdownV2 ¦ ![a](tg://emoji?id=0) ¦ Invalid custom emoji identifier specified",
                "HTML       ¦ ż<p>a</p>        ¦ Unsupported start tag \"p\" at byte offset 2",
                "HTML       ¦ <b>a             ¦ Can't find end tag corresponding to start tag \"b\"",
                "HTML       ¦ a<b              ¦ Unclosed start tag at byte offset 1",
                "HTML       ¦ a</b>            ¦ Unexpected end tag at byte offset 1",
                "HTML       ¦ <b><i>a</b></i>  ¦ Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"",
                "HTML       ¦ <span>a</span>   ¦ Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"
            })
    void whatCannotBeReadIsRefusedNamingThePlace(String mode, String text, String words) {
        assertThatExceptionOfType(BotError.class)
                .isThrownBy(() -> Markup.parse(text.replace("⏎", "\n"), mode))
                .withMessage("Bad Request: can't parse entities: " + words);
    }
}
