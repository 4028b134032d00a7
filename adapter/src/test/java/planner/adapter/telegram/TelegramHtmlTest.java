package planner.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.kit.Http;
import planner.network.Unit;

class TelegramHtmlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<b>Big</b> &amp; <i>small</i>                         | Big & small",
                "<a href=\"https://a.b/?x=1&y=<2>\">link</a>           | link",
                "<pre><code class='language-java'>a &lt; b</code></pre> | a < b",
                "<span class=\"tg-spoiler\">x</span><tg-spoiler>y</tg-spoiler> | xy",
                "&#128512; &#x1F600; &copy; &nbsp;                     | 😀 😀 &copy; &nbsp;",
                "<blockquote expandable>q</blockquote>                 | q",
                "no tags at all > here                                 | no tags at all > here"
            })
    void whatReadersSeeIsLeft(String html, String text) {
        var read = TelegramHtml.parse(html);

        assertThat(read.problem()).isNull();
        assertThat(read.shown()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>a</p>           | tag      | 1  | <p>",
                "👍<script>x        | tag      | 2  | <script>",
                "<span>a</span>     | tag      | 1  | <span>",
                "👍👍 <b>a          | unclosed | 4  | <b>",
                "<b><i>a</i>        | unclosed | 1  | <b>",
                "<b><i>a</b></i>    | end      | 8  | </b>",
                "</b>               | end      | 1  | </b>",
                "a < b              | bare     | 3  | <",
                "a <b               | bare     | 3  | <"
            })
    void whatTelegramWouldRefuseIsNamedWithItsPlace(String html, String kind, int at, String what) {
        assertThat(TelegramHtml.parse(html).problem())
                .isEqualTo(new TelegramText.Problem("telegram.markup-" + kind, at, what));
    }

    @Test
    void lengthIsCountedAfterReadingInCodePoints() {
        var telegram = new Telegram(new MapEnvironment(Map.of()), new Http(call -> {
            throw new AssertionError("no request");
        }));
        var html = Choices.of("{'textFormat':'HTML'}");

        assertThat(telegram.count(Unit.CODE_POINTS, " <b>👨‍👩‍👧‍👦</b>&lt; ", html))
                .isEqualTo(8);
        assertThat(telegram.count(Unit.CODE_POINTS, " <b>a</b> ", Choices.plain()))
                .isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", " ", "'a'", "\"a\" ", "<a \"", "<"})
    void aTagOfAnyLengthIsReadAtOnce(String piece) {
        for (var end : List.of(">", "", "\"", "<")) {
            var html = "<a " + piece.repeat(60_000) + end;
            assertThat(CompletableFuture.supplyAsync(() -> TelegramHtml.parse(html)))
                    .succeedsWithin(Duration.ofSeconds(10));
        }
    }
}
