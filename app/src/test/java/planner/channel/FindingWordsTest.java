package planner.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import planner.network.MediaKind;

class FindingWordsTest {
    private static final Locale POLISH = Locale.of("pl");

    private static final FindingWords ENGLISH_WORDS = new FindingWords(Locale.ENGLISH);
    private static final FindingWords POLISH_WORDS = new FindingWords(POLISH);

    @Test
    void kindsOfFilesAreSaidInThePersonsLanguage() {
        var sets = "2-10 image/video; 1 video; 0";
        assertThat(ENGLISH_WORDS.filled("{0,files}", sets, "")).isEqualTo("2–10 × image or video; 1 video; no file");
        assertThat(POLISH_WORDS.filled("{1,files}", "", sets)).isEqualTo("2–10 × zdjęcie lub film; 1 film; bez pliku");
        assertThat(POLISH_WORDS.filled("{0,files}", "1 image, 2 video", "")).isEqualTo("1 zdjęcie, 2 × film");
    }

    @ParameterizedTest
    @EnumSource(MediaKind.class)
    void everyKindHasItsWords(MediaKind kind) {
        var one = "1 " + kind.name().toLowerCase(Locale.ROOT);
        assertThat(POLISH_WORDS.filled("{0,files}", one, "")).startsWith("1 ");
        assertThat(ENGLISH_WORDS.filled("{0,files}", one, "")).startsWith("1 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "size | 1000000 | 1 MB | 1 MB",
                "size | 8388608 | 8.4 MB | 8,4 MB",
                "size | 976000 | 976 kB | 976 kB",
                "size | 274877906944 | 274.9 GB | 274,9 GB",
                "aspect | 0.800-1.910 | 4:5–1.91:1 | 4:5–1,91:1",
                "aspect | 0-1 | at most 1:1 | najwyżej 1:1",
                "aspect | 0.010-10 | 1:100–10:1 | 1:100–10:1",
                "aspect | 0.562 | 9:16 | 9:16",
                "aspect | 1.778 | 16:9 | 16:9",
                "aspect | 0.450 | 1:2.22 | 1:2,22",
                "aspect | 1 | 1:1 | 1:1",
                "length | 3-90 | 3 s–1:30 | 3 s–1:30",
                "length | 0-600 | at most 10:00 | najwyżej 10:00",
                "length | 0.001-300 | at most 5:00 | najwyżej 5:00",
                "length | 0.500-140 | 0.5 s–2:20 | 0,5 s–2:20",
                "length | 4+ | at least 4 s | co najmniej 4 s",
                "length | 90.400 | 1:30.4 | 1:30,4",
                "length | 43200 | 12:00:00 | 12:00:00",
                "bounds | 1-1920 | at most 1,920 | najwyżej 1920",
                "bounds | 540+ | at least 540 | co najmniej 540",
                "bounds | 23-60 | 23–60 | 23–60",
                "rate | 25128000 | 25.1 Mbit/s | 25,1 Mbit/s",
                "hertz | 48000 | 48 kHz | 48 kHz",
                "hertz | 44100 | 44.1 kHz | 44,1 kHz",
                "names | image/jpeg, image/png | JPEG, PNG | JPEG, PNG",
                "names | video/quicktime | MOV | MOV",
                "names | h264, hevc | H.264, H.265 (HEVC) | H.264, H.265 (HEVC)",
                "names | yuv420p, yuv420p10le, yuvj420p | 4:2:0, 4:2:0 (10 bit) | 4:2:0, 4:2:0 (10 bit)",
                "names | gray, srgb | grey, sRGB | odcienie szarości, sRGB",
                "names | null | null | null",
            })
    void figuresAreInAPersonsUnits(String format, String value, String english, String polish) {
        assertThat(ENGLISH_WORDS.filled("{0," + format + "}", value, "-")).isEqualTo(english);
        assertThat(POLISH_WORDS.filled("{0," + format + "}", value, "-").replace('\u00a0', ' '))
                .isEqualTo(polish);
    }

    @Test
    void numbersAreWrittenAsPeopleWriteThem() {
        assertThat(ENGLISH_WORDS.filled("{0} of {1}", "2200", "1.2.3")).isEqualTo("2,200 of 1.2.3");
        assertThat(ENGLISH_WORDS.filled("{0}", "0.015", "")).isEqualTo("0.015");
        assertThat(POLISH_WORDS.filled("{0}", "0.200", "")).isEqualTo("0,200");
    }

    @Test
    void whatIsOneByteTooMuchDoesNotLookAsIfItFitted() {
        assertThat(ENGLISH_WORDS.filled("at most {0,size}; it has {1,size}", "8000000", "8000001"))
                .isEqualTo("at most 8 MB; it has 8.000001 MB");
        assertThat(ENGLISH_WORDS.filled("{0,length}; {1,length}", "3-90", "90.040"))
                .isEqualTo("3 s–1:30; 1:30.04");
        assertThat(ENGLISH_WORDS.filled("{0,aspect}; {1,aspect}", "0.800-1.910", "0.799"))
                .isEqualTo("4:5–1.91:1; 1:1.252");
    }

    /** Every rule of the tables, in a sentence with the network's name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "too-many",
                "too-few",
                "type",
                "bytes",
                "width",
                "height",
                "resolution",
                "aspect",
                "side-sum",
                "colour",
                "frames",
                "frame-pixels",
                "codec",
                "seconds",
                "fps",
                "bitrate",
                "sound-codec",
                "sound-rate",
                "sound-channels",
                "pixels",
                "index-first",
                "needs-sound",
                "pages"
            })
    void everyRuleOfMediaNamesTheNetwork(String rule) {
        for (var locale : List.of(Locale.ENGLISH, POLISH)) {
            var texts = ResourceBundle.getBundle("planner.channel.findings", locale);
            assertThat(texts.getString("finding.media." + rule)).contains("{network}");
        }
    }
}
