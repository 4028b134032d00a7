package planner.network;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** How a text is measured. A network whose own rule is finer overrides {@link Network#count}. */
public enum Unit {
    /** Extended grapheme clusters: what a person sees as one character. */
    GRAPHEMES {
        @Override
        public int count(String text) {
            return occurrences(CLUSTER, text);
        }
    },
    CODE_POINTS {
        @Override
        public int count(String text) {
            return text.codePointCount(0, text.length());
        }
    },
    UTF16 {
        @Override
        public int count(String text) {
            return text.length();
        }
    },
    UTF8_BYTES {
        @Override
        public int count(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    },
    /** A network's own weighting; the network overrides the count, alone it equals code points. */
    WEIGHTED {
        @Override
        public int count(String text) {
            return CODE_POINTS.count(text);
        }
    },
    HASHTAGS {
        @Override
        public int count(String text) {
            return occurrences(TAG, text);
        }
    },
    MENTIONS {
        @Override
        public int count(String text) {
            return occurrences(MENTION, text);
        }
    },
    /** Stock symbols such as {@code $ABC}. */
    CASHTAGS {
        @Override
        public int count(String text) {
            return occurrences(CASHTAG, text);
        }
    };

    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final Pattern TAG =
            Pattern.compile("(?<![\\p{L}\\p{N}_&/])[#＃][\\p{L}\\p{N}_]*\\p{L}[\\p{L}\\p{N}_]*");
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}_.])@[\\p{L}\\p{N}_][\\p{L}\\p{N}_.]*");
    private static final Pattern CASHTAG = Pattern.compile("(?<![\\p{L}\\p{N}_$])\\$[A-Za-z]{1,6}\\b");

    /** @return how many of this unit the text holds, 0 or more */
    public abstract int count(String text);

    private static int occurrences(Pattern pattern, String text) {
        return (int) pattern.matcher(text).results().count();
    }
}
