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
        assertThat(english.value("media.aspect", "0.800-1.910")).isEqualTo("4:5–1.91:1");
        assertThat(english.value("media.aspect", "0.562")).isEqualTo("9:16");
        assertThat(english.value("media.aspect", "1.778")).isEqualTo("16:9");
        assertThat(english.value("media.aspect", "0.450")).isEqualTo("1:2.22");
        assertThat(english.value("media.aspect", "1")).isEqualTo("1:1");
        assertThat(english.value("media.bitrate", "25128000")).isEqualTo("25.1 Mbit/s");
        assertThat(english.value("media.sound-rate", "48000")).isEqualTo("48 kHz");
        assertThat(english.value("x.cost", "0.015")).isEqualTo("0.015");
        assertThat(english.value("any", "1.2.3")).isEqualTo("1.2.3");
        assertThat(new FindingWords(POLISH).value("x.cost", "0.200")).isEqualTo("0,200");
        assertThat(new FindingWords(POLISH).value("media.bytes", "8388608")).isEqualTo("8,4 MB");
    }
}
