package planner.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.kit.Http;
import planner.network.Unit;

/** Section 2.4 of the sheet. A ⏎ stands for a line break. */
class TelegramMarkdownTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\u0000',
            value = {
                "no marks, no dots              ¦ no marks, no dots  ¦ 0",
                "*big* _slant_ __under__        ¦ big slant under    ¦ 3",
                "~struck~ ||hidden|| `code`     ¦ struck hidden code ¦ 3",
                "*a _b __c ~d ||e||~___*        ¦ a b c d e          ¦ 5",
                "_a __b___                      ¦ a b                ¦ 2",
                "__a _b_c__                     ¦ a bc               ¦ 2",
                "\\*1 \\+ 1\\* \\\\ \\a          ¦ *1 + 1* \\ a       ¦ 0",
                "\\👍 \\ż                        ¦ \\👍 \\ż            ¦ 0",
                "`a_b*c [d](e).`                ¦ a_b*c [d](e).      ¦ 1",
                "`\\` \\\\`                      ¦ ` \\               ¦ 1",
                "```java⏎var a;```              ¦ var a;             ¦ 1",
                "```⏎⏎a```b                     ¦ ⏎ab                ¦ 1",
                "x```a⏎b```                     ¦ xb                 ¦ 1",
                "[text](https://a.b/c_d?e=f.g)  ¦ text               ¦ 1",
                "[text](https://a.b/\\)x\\\\)y   ¦ texty              ¦ 1",
                "[https://a\\.b]                ¦ https://a.b        ¦ 1",
                "![👍](tg://emoji?id=5368)!     ¦ 👍!                ¦ -",
                "![👍](tg://emoji?id=5368)      ¦ 👍                 ¦ 1",
                ">one⏎>two⏎three                ¦ one⏎two⏎three      ¦ 1",
                ">one⏎**>two                    ¦ one⏎two            ¦ 2",
                ">one⏎>two||⏎three              ¦ one⏎two⏎three      ¦ 1",
                ">one⏎>a||b||                   ¦ one⏎ab             ¦ 2",
                "*a⏎>b⏎>c⏎d*                    ¦ a⏎b⏎c⏎d            ¦ 2",
                ">`a⏎>b`                        ¦ a⏎>b               ¦ 2",
                "a⏎ > b                         ¦ -                  ¦ -",
                "a**____``b                     ¦ ab                 ¦ 0",
                "👨‍👩‍👧‍👦 *שלום* 漢字 é      ¦ 👨‍👩‍👧‍👦 שלום 漢字 é ¦ 1"
            })
    void whatReadersSeeIsLeft(String markdown, String shown, String marks) {
        var read = TelegramMarkdown.parse(lines(markdown));

        if (marks.equals("-")) {
            assertThat(read.problem()).isNotNull();
            return;
        }
        assertThat(read.problem()).isNull();
        assertThat(read.shown()).isEqualTo(lines(shown));
        assertThat(read.marks()).isEqualTo(Integer.parseInt(marks));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\u0000',
            value = {
                "That's it.               ¦ reserved ¦ 10 ¦ .",
                "👍👍 1-2                 ¦ reserved ¦ 5  ¦ -",
                "a > b                    ¦ reserved ¦ 3  ¦ >",
                ">a>b                     ¦ reserved ¦ 3  ¦ >",
                "(a)                      ¦ reserved ¦ 1  ¦ (",
                "a | b                    ¦ reserved ¦ 3  ¦ |",
                "wow!                     ¦ reserved ¦ 4  ¦ !",
                "a]                       ¦ reserved ¦ 2  ¦ ]",
                "👍 *big                  ¦ unclosed ¦ 3  ¦ *",
                "snake_case               ¦ unclosed ¦ 6  ¦ _",
                "_a __b_                  ¦ unclosed ¦ 7  ¦ _",
                "__a                      ¦ unclosed ¦ 1  ¦ __",
                "a ~b                     ¦ unclosed ¦ 3  ¦ ~",
                "||a|| ||b                ¦ unclosed ¦ 7  ¦ ||",
                "a `b                     ¦ unclosed ¦ 3  ¦ `",
                "```a`                    ¦ unclosed ¦ 5  ¦ `",
                "[a                       ¦ unclosed ¦ 1  ¦ [",
                "![a                      ¦ unclosed ¦ 1  ¦ ![",
                ">*a⏎b*                   ¦ unclosed ¦ 2  ¦ *",
                ">a⏎>b||c⏎d               ¦ unclosed ¦ 6  ¦ ||",
                "[a](https://b            ¦ address  ¦ 5  ¦ (",
                "[a](https://b\\)         ¦ address  ¦ 5  ¦ (",
                "![a]                     ¦ emoji    ¦ 5  ¦ ",
                "![a](https://b)          ¦ emoji    ¦ 5  ¦ https://b",
                "![a](tg://emoji?id=05)   ¦ emoji    ¦ 5  ¦ tg://emoji?id=05"
            })
    void whatTelegramWouldRefuseIsNamedWithItsPlace(String markdown, String kind, int at, String what) {
        var problem = TelegramMarkdown.parse(lines(markdown)).problem();

        assertThat(problem)
                .isEqualTo(
                        new TelegramText.Problem("telegram.markup-" + kind, at, Objects.requireNonNullElse(what, "")));
    }

    private static String lines(String text) {
        return text.replace("⏎", "\n");
    }

    @Test
    void lengthIsCountedAfterReadingInCodePoints() {
        var telegram = new Telegram(new MapEnvironment(java.util.Map.of()), new Http(call -> {
            throw new AssertionError("no request");
        }));
        var markdown = Choices.of("{'textFormat':'MARKDOWN_V2'}");

        assertThat(telegram.count(Unit.CODE_POINTS, " *👨‍👩‍👧‍👦*\\. [a](https://example.com) ", markdown))
                .isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "_", "__", "[", "[a](", "[a]", "![", "`", "```", ">", ">\n", "\n>", "||", "\\", "*_", "a]"})
    void aTextOfAnyLengthIsReadAtOnce(String piece) {
        for (var end : List.of("", "]", ")", "\n")) {
            var text = piece.repeat(60_000) + end;
            assertThat(CompletableFuture.supplyAsync(() -> TelegramMarkdown.parse(text)))
                    .succeedsWithin(Duration.ofSeconds(10));
        }
    }
}
