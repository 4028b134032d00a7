package planner.simulator.threads;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The length of a text for Threads: an emoji is as long as its UTF-8 bytes, anything else is one. */
final class Counting {
    /** Emoji sequences by the grammar of UTS 51. */
    private static final String SINGLE = "[\\p{IsEmoji}&&[^\\x00-\\x7F]]"
            + "(?:\\p{IsEmoji_Modifier}|\\uFE0F\\u20E3?|\\u20E3|[\\x{E0020}-\\x{E007E}]+\\x{E007F})?";

    private static final Pattern EMOJI = Pattern.compile(
            "[\\x{1F1E6}-\\x{1F1FF}]{2}|[0-9#*]\\uFE0F?\\u20E3|" + SINGLE + "(?:\\u200D" + SINGLE + ")*");
    private static final Pattern LINK = Pattern.compile("https?://[\\p{Graph}&&[^<>\"]]+");

    private Counting() {}

    static int length(String text) {
        int emoji = EMOJI.matcher(text)
                .results()
                .mapToInt(it -> it.group().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        String rest = EMOJI.matcher(text).replaceAll("");
        return emoji + rest.codePointCount(0, rest.length());
    }

    static Set<String> links(String text) {
        return LINK.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(it -> it.replaceAll("[,.!?;:)]+$", ""))
                .collect(Collectors.toSet());
    }
}
