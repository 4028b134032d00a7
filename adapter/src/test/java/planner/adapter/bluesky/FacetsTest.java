package planner.adapter.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacetsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see https://example.com/a?b=c#d now          | https://example.com/a?b=c#d | https://example.com/a?b=c#d",
                "(https://example.com/a)                      | https://example.com/a       | https://example.com/a",
                "https://en.wikipedia.org/wiki/Wave_(sea)!    | https://en.wikipedia.org/wiki/Wave_(sea) | https://en.wikipedia.org/wiki/Wave_(sea)",
                "Read example.com, then go                    | example.com                 | https://example.com",
                "na blog.example.pl/wpis?x=1.                 | blog.example.pl/wpis?x=1    | https://blog.example.pl/wpis?x=1",
                "żółw.pl jest                                 | żółw.pl                     | https://żółw.pl",
                "HTTPS://Example.com                          | HTTPS://Example.com         | HTTPS://Example.com"
            })
    void linksAreFound(String text, String shown, String uri) {
        assertThat(Facets.in(text)).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Facets.Kind.LINK);
            assertThat(text.substring(found.start(), found.end())).isEqualTo(shown);
            assertThat(found.value()).isEqualTo(uri);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "end.Then next",
                "a file named notes.txtx",
                "me@example.com",
                "jan.kowalski@example.com",
                "version 1.2.3",
                "https://",
                "x.example",
                "e.g. this"
            })
    void wordsWithDotsAreNoLinks(String text) {
        assertThat(Facets.in(text)).isEmpty();
    }

    @Test
    void positionsAreBytes() {
        var facets = Facets.of("👩‍🚀 zażółć https://example.com", Map.of());

        var before = "👩‍🚀 zażółć ".getBytes(StandardCharsets.UTF_8).length;
        assertThat(facets)
                .singleElement()
                .satisfies(facet -> assertThat(facet.get("index"))
                        .isEqualTo(Map.of("byteStart", before, "byteEnd", before + "https://example.com".length())));
    }

    @Test
    void mentionsAreAliveOnlyWhenSomebodyIsThere() {
        var text = "Hi @Bob.test, @nobody.test and (@bob.test)";

        assertThat(Facets.handles(text)).containsExactly("bob.test", "nobody.test");
        assertThat(Facets.of(text, Map.of("bob.test", "did:plc:bob"))).hasSize(2);
        assertThat(Facets.of("mail me@bob.test or @bob", Map.of("bob.test", "did:plc:bob")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#one #two.            | one,two",
                "＃wide                | wide",
                "#jaźń!                | jaźń",
                "#1st                  | 1st",
                "#a_b-c                | a_b-c",
                "buy $ACME, or $x1     | $ACME,$X1"
            })
    void tagsAreFound(String text, String tags) {
        assertThat(Facets.in(text).stream().map(Facets.Found::value))
                .containsExactlyElementsOf(Arrays.asList(tags.split(",", -1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#123", "# one", "a#b", "#", "##", "$5", "$TOOLONG", "#!!", "C$H"})
    void numbersAndSignsAreNoTags(String text) {
        assertThat(Facets.in(text).stream()
                        .filter(found -> found.kind() == Facets.Kind.TAG)
                        .filter(found -> !found.value().equals("#")))
                .isEmpty();
    }

    @Test
    void aTagOverItsLimitStaysText() {
        assertThat(Facets.in("#" + "a".repeat(64))).hasSize(1);
        assertThat(Facets.in("#" + "a".repeat(65))).isEmpty();
        assertThat(Facets.in("#" + "😀".repeat(64))).hasSize(1);
    }

    @Test
    void nothingOverlapsAndAllIsInOrder() {
        var found = Facets.in("#a https://example.com/#b @c.test $ABC example.com");

        assertThat(found.stream().map(Facets.Found::value))
                .containsExactly("a", "https://example.com/#b", "c.test", "$ABC", "https://example.com");
        for (int i = 1; i < found.size(); i++) {
            assertThat(found.get(i).start())
                    .isGreaterThanOrEqualTo(found.get(i - 1).end());
        }
    }

    @Test
    void aLongTextWithoutSpacesIsReadInTime() {
        assertThat(Facets.in("a.".repeat(1_500))).isEmpty();
        assertThat(Facets.in("(".repeat(3_000))).isEqualTo(List.of());
    }
}
