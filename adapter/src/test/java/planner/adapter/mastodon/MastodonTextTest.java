package planner.adapter.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import com.twitter.twittertext.Extractor;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MastodonTextTest {
    private static final int ROUNDS = 3_000;

    private static int length(String text) {
        return MastodonText.length("", text, 23);
    }

    @ParameterizedTest
    @MethodSource("planner.adapter.mastodon.TextAtoms#all")
    void everyKindOfWritingHasItsLength(TextAtoms atom) {
        assertThat(length(atom.text())).isEqualTo(atom.length());
    }

    @Test
    void lengthsOfWordsAddUpHoweverTheyAreMixed() {
        var random = new Random(42);
        for (int round = 0; round < ROUNDS; round++) {
            var text = TextAtoms.random(random, 1 + random.nextInt(40));
            assertThat(length(text.text())).as(text.text()).isEqualTo(text.length());
        }
    }

    @Test
    void aWarningCountsAsItIs() {
        assertThat(MastodonText.length("Food @grace@server.example", "Tea", 23)).isEqualTo(26 + 3);
    }

    @Test
    void aServerMayReserveOtherwiseForALink() {
        assertThat(MastodonText.length("", "see https://example.com/a/b/c", 10)).isEqualTo(14);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(https://example.com/a)              | 25",
                "https://example.com.                 | 24",
                "https://example.com/@grace@x.example | 23",
                "x@grace@server.example               | 22",
                "/@grace@server.example               | 22",
                "@grace@server.example.               | 7",
                "@grace@server.example@               | 22",
                "@grace://x                           | 10",
                "@@grace@server.example               | 7"
            })
    void whatStandsAroundLinksAndMentionsStays(String text, int length) {
        assertThat(length(text)).isEqualTo(length);
    }

    /** The same links as the library finds on which the server's own finder was built. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "HTTPS://Example.COM/A",
                "https://example.com/a_(b)",
                "https://example.com/a_(b_(c))_d",
                "https://example.com/a(b",
                "https://example.com/a,b.",
                "https://example.com/a/",
                "https://example.com/?q=1&r=2!",
                "https://example.com?q=1",
                "https://example.com/a?q=(1)",
                "https://example.com:8080/a",
                "https://żółw.pl/ścieżka",
                "https://sub.example.co.uk/a#b",
                "https://example.notatld/a",
                "https://example",
                "https://-example.com",
                "https://exa_mple.com",
                "xhttps://example.com",
                "@https://example.com",
                "(https://example.com)",
                "zhttp://example.com",
                "„https://example.com”",
                "https://example.com/a]",
                "https://example.com/a<b",
                "https://a.pl https://b.pl,https://c.pl",
                "https://example.com…",
                "漢https://example.com/a",
                "https://exa_mple.example.com",
                "http://example.com/@grace"
            })
    void linksAreThoseOfTheLibrary(String text) {
        var library = new Extractor();
        library.setExtractURLWithoutProtocol(false);
        assertThat(Links.in(text).stream().map(link -> text.substring(link.start(), link.end())))
                .isEqualTo(library.extractURLs(text));
    }

    /** Where the server's own finder goes further than the library. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see https://example.com/漢字 now     | https://example.com/漢字",
                "see https://example.com/a;b^c. now   | https://example.com/a;b^c",
                "see https://example.com/ż?ó=ł… now   | https://example.com/ż?ó=ł…"
            })
    void aPathMayHoldAnyWriting(String text, String link) {
        assertThat(Links.in(text).stream().map(one -> text.substring(one.start(), one.end())))
                .containsExactly(link);
    }

    /** A text of a stranger's making must not take the stack or the day. */
    @Test
    @Timeout(30)
    void longTextsOfOneKindAreCounted() {
        for (var piece : new String[] {
            "@a.", "@a@", "a.", "https://", "-.", "@a@b.", "https://a.", "https://a.pl/(", "https://a.pl?", "(", "://"
        }) {
            assertThat(length("https://a.pl/" + piece.repeat(20_000))).isPositive();
            assertThat(length("@" + piece.repeat(20_000))).isPositive();
            assertThat(length(piece.repeat(20_000))).isPositive();
            assertThat(MastodonText.plain(piece.repeat(20_000))).isNotNull();
        }
        assertThat(MastodonText.ofHtml("<".repeat(100_000))).hasSize(100_000);
    }

    @Test
    void htmlBecomesTheTextThatWasWritten() {
        assertThat(MastodonText.ofHtml("<p>Tea &amp; cake &lt;3<br />at <a href=\"https://www.example.com/a\">"
                        + "<span class=\"invisible\">https://www.</span><span class=\"ellipsis\">example.com</span>"
                        + "<span class=\"invisible\">/a</span></a></p><p>with <span class=\"h-card\"><a href=\"#\">@<span>"
                        + "Grace</span></a></span></p>"))
                .isEqualTo(MastodonText.plain(
                        "Tea & cake <3\nat https://www.example.com/a\n\nwith @grace@elsewhere.example"));
        assertThat(MastodonText.ofHtml("<p>it&#x27;s &#34;tea&#34; <a href=\"#\">#<span>tag</span></a> &#0;</p>"))
                .isEqualTo(MastodonText.plain("It's \"tea\" ＃tag"));
        assertThat(MastodonText.ofHtml("<p class=\"quote-inline\">RE: <a href=\"#\">there</a></p><p>Yes</p>"))
                .isEqualTo("yes");
    }
}
