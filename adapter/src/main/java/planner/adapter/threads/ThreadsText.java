package planner.adapter.threads;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How Threads counts a text, and what it finds in one. */
final class ThreadsText {
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final Pattern LINK = Pattern.compile("(?i)\\bhttps?://[^\\s<>\"]+");
    private static final int KEYCAP = 0x20E3;

    private ThreadsText() {}

    /**
     * Every emoji as many as its UTF-8 bytes, anything else one. A sign that may also be drawn as text, such as ©, is
     * taken for an emoji: so the text is never longer for Threads than for us.
     */
    static int count(String text) {
        int count = 0;
        for (var found = CLUSTER.matcher(text); found.find(); ) {
            var cluster = found.group();
            count += emoji(cluster)
                    ? bytes(cluster)
                    : cluster.codePoints()
                            .map(sign -> emoji(sign) ? bytes(Character.toString(sign)) : 1)
                            .sum();
        }
        return count;
    }

    private static boolean emoji(String cluster) {
        return emoji(cluster.codePointAt(0)) || cluster.codePoints().anyMatch(sign -> sign == KEYCAP);
    }

    /** Digits, # and * are emoji only as keycaps. */
    private static boolean emoji(int sign) {
        return sign > 0x7F && Character.isEmoji(sign);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    static Set<String> links(String text) {
        var links = new LinkedHashSet<String>();
        LINK.matcher(text).results().forEach(found -> links.add(found.group().replaceFirst("[.,;:!?)\\]]+$", "")));
        return links;
    }

    /** A stretch of a text in code points. */
    record Stretch(int offset, int length) {}

    /** Where these phrases stand in a text, each time they do, in order; what lies in another is left out. */
    static List<Stretch> stretches(String text, List<String> phrases) {
        var taken = new boolean[text.length()];
        for (var phrase : phrases) {
            for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length())) {
                Arrays.fill(taken, at, at + phrase.length(), true);
            }
        }
        var stretches = new ArrayList<Stretch>();
        for (int from = 0; from < taken.length; from++) {
            if (taken[from]) {
                int to = from;
                while (to < taken.length && taken[to]) {
                    to++;
                }
                stretches.add(new Stretch(text.codePointCount(0, from), text.codePointCount(from, to)));
                from = to;
            }
        }
        return List.copyOf(stretches);
    }
}
