package planner.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import planner.network.MediaKind;

class FindingWordsTest {
    private static final Locale POLISH = Locale.of("pl");

    @Test
    void kindsOfFilesAreSaidInThePersonsLanguage() {
        var sets = "2-10 image/video; 1 video; 0";
        assertThat(new FindingWords(Locale.ENGLISH).value("media.mix", sets))
                .isEqualTo("2–10 × image or video; 1 video; no file");
        assertThat(new FindingWords(POLISH).value("media.missing", sets))
                .isEqualTo("2–10 × zdjęcie lub film; 1 film; bez pliku");
        assertThat(new FindingWords(POLISH).value("media.mix", "1 image, 2 video"))
                .isEqualTo("1 zdjęcie, 2 × film");
    }

    @ParameterizedTest
    @EnumSource(MediaKind.class)
    void everyKindHasItsWords(MediaKind kind) {
        var one = "1 " + kind.name().toLowerCase(Locale.ROOT);
        assertThat(new FindingWords(POLISH).value("media.missing", one)).startsWith("1 ");
        assertThat(new FindingWords(Locale.ENGLISH).value("media.missing", one)).startsWith("1 ");
    }

    @Test
    void sizesAndNumbersAreWrittenAsPeopleWriteThem() {
        var english = new FindingWords(Locale.ENGLISH);
        assertThat(english.value("media.bytes", "1000000")).isEqualTo("1 MB");
        assertThat(english.value("media.bytes", "8388608")).isEqualTo("8.4 MB");
        assertThat(english.value("media.bytes", "976000")).isEqualTo("976 kB");
        assertThat(english.value("text.too-long.graphemes", "2200")).isEqualTo("2,200");
        assertThat(english.value("media.aspect", "0.8-1.91")).isEqualTo("0.8-1.91");
        assertThat(english.value("x.cost", "0.015")).isEqualTo("0.015");
        assertThat(english.value("any", "1.2.3")).isEqualTo("1.2.3");
        assertThat(new FindingWords(POLISH).value("x.cost", "0.200")).isEqualTo("0,200");
        assertThat(new FindingWords(POLISH).value("media.bytes", "8388608")).isEqualTo("8,4 MB");
    }
}
