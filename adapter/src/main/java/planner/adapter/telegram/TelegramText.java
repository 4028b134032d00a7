package planner.adapter.telegram;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.adapter.telegram.TelegramOptions.TextFormat;

/**
 * A text after Telegram has read its markup.
 *
 * @param shown what readers see and what is counted
 * @param marks how many stretches are formatted
 * @param emoji how many of these are custom emoji
 * @param link the first web address behind a stretch or in sight; empty when there is none
 * @param problem why Telegram would refuse the text; {@code null} when it would not
 */
record TelegramText(
        String shown,
        int marks,
        int emoji,
        String link,
        @Nullable Problem problem) {
    // nothing here gives back: people write what they like
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]{1,2000}+");

    /**
     * @param rule of the finding that says it
     * @param at place of the character to blame, counted from 1 as people count
     * @param what stands there
     */
    record Problem(String rule, int at, String what) {}

    static TelegramText of(String text, TextFormat format) {
        return switch (format) {
            case PLAIN -> plain(text);
            case HTML -> TelegramHtml.parse(text);
            case MARKDOWN_V2 -> TelegramMarkdown.parse(text);
        };
    }

    private static TelegramText plain(String text) {
        var reading = new Reading(text);
        reading.add(text);
        return reading.read(null);
    }

    int length() {
        var counted = shown.strip();
        return counted.codePointCount(0, counted.length());
    }

    /** What a parser has seen so far. */
    static final class Reading {
        private final String source;
        private final StringBuilder shown = new StringBuilder();
        private int marks;
        private int emoji;
        private String link = "";
        private int linkAt;

        Reading(String source) {
            this.source = source;
        }

        int length() {
            return shown.length();
        }

        void add(char character) {
            shown.append(character);
        }

        void add(String text) {
            shown.append(text);
        }

        /** A stretch that begins here ends now; an empty one is nothing. */
        void mark(int from) {
            if (shown.length() > from) {
                marks++;
            }
        }

        void emoji(int from) {
            mark(from);
            emoji++;
        }

        /** The first link is the one that Telegram previews. */
        void link(int from, String address) {
            mark(from);
            if (link.isEmpty() && shown.length() > from && address.regionMatches(true, 0, "http", 0, 4)) {
                link = address;
                linkAt = from;
            }
        }

        String since(int from, int most) {
            return shown.length() - from > most ? "" : shown.substring(from);
        }

        Problem problem(String kind, int at, String what) {
            return new Problem("telegram.markup-" + kind, source.codePointCount(0, at) + 1, what);
        }

        TelegramText read(@Nullable Problem problem) {
            var text = shown.toString();
            var bare = ADDRESS.matcher(text);
            boolean sooner = bare.find() && (link.isEmpty() || bare.start() < linkAt);
            return new TelegramText(text, marks, emoji, sooner ? trimmed(bare.group()) : link, problem);
        }

        private static String trimmed(String address) {
            int end = address.length();
            while (".,;:!?)]}'…".indexOf(address.charAt(end - 1)) >= 0) {
                end--;
            }
            return address.substring(0, end);
        }
    }
}
