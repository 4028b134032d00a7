package planner.simulator.x;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The weight of a text by the published configuration, version 3 (sheet, section 4.3). */
final class Weight {
    // without a protocol only well-known endings count; this is enough for a sandbox
    private static final Pattern URL = Pattern.compile(
            "(?i)\\bhttps?://[^\\s<>\"]+[^\\s<>\".,;:!?)\\]}'…]|(?<![@\\w.-])(?:[a-z0-9-]+\\.){1,100}(?:com|org|net|io|dev|app|pl|eu|de|uk|co|info|example|test)(?![\\w-])(?:/[^\\s<>\"]*[^\\s<>\".,;:!?)\\]}'…])?");
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final int OF_URL = 23;

    private Weight() {}

    static List<MatchResult> urls(String text) {
        return URL.matcher(text).results().toList();
    }

    static int of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        int total = 0;
        int at = 0;
        for (MatchResult url : urls(composed)) {
            total += plain(composed.substring(at, url.start())) + OF_URL * 100;
            at = url.end();
        }
        return (total + plain(composed.substring(at))) / 100;
    }

    private static int plain(String text) {
        return CLUSTER.matcher(text)
                .results()
                .mapToInt(it -> cluster(it.group()))
                .sum();
    }

    private static int cluster(String cluster) {
        boolean emoji =
                cluster.codePoints().anyMatch(it -> Character.isEmojiPresentation(it) || it == 0xFE0F || it == 0x20E3);
        return emoji ? 200 : cluster.codePoints().map(Weight::ofPoint).sum();
    }

    private static int ofPoint(int point) {
        boolean light = point <= 4351
                || point >= 8192 && point <= 8205
                || point >= 8208 && point <= 8223
                || point >= 8242 && point <= 8247;
        return light ? 100 : 200;
    }
}
