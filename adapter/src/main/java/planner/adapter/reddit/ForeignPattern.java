package planner.adapter.reddit;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * Somebody else's pattern, read by an engine whose time grows with the text and nothing else. What it cannot read, or what is
 * too large, is left to Reddit.
 */
record ForeignPattern(Pattern compiled) {
    private static final int LONGEST = 1_000;
    /** Counted repetitions within each other are written out, each as often as the others say. */
    private static final long MOST_REPETITIONS = 10_000;

    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

    static Optional<ForeignPattern> of(String pattern) {
        if (pattern.length() > LONGEST || repetitions(pattern) > MOST_REPETITIONS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ForeignPattern(Pattern.compile(pattern)));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static long repetitions(String pattern) {
        long all = 1;
        var counts = COUNT.matcher(pattern);
        while (counts.find() && all <= MOST_REPETITIONS) {
            var most = counts.group(2) == null || counts.group(2).isEmpty() ? counts.group(1) : counts.group(2);
            all *= Math.max(1, Long.parseLong(most));
        }
        return all;
    }

    boolean isIn(String text) {
        return compiled.matcher(text).find();
    }
}
