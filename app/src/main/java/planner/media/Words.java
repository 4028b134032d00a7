package planner.media;

import org.jspecify.annotations.Nullable;
import planner.workspace.Problem;

/** What people write about files. */
final class Words {
    private Words() {}

    /**
     * Without blanks at its ends, and with one where there were several.
     *
     * @throws Problem when nothing is left, it is too long or is no text
     */
    static String line(String field, @Nullable String raw, int longest) {
        var text = text(field, raw == null ? "" : raw, Integer.MAX_VALUE)
                .replaceAll("[\\p{Cntrl}\\p{Z}]+", " ")
                .replaceAll("[\\p{Cf}]", "")
                .strip();
        if (text.isEmpty()) {
            throw Problem.invalid(field, "required");
        }
        if (text.codePointCount(0, text.length()) > longest) {
            throw Problem.invalid(field, "too-long", longest);
        }
        return text;
    }

    /** @throws Problem when it is too long or is no text */
    static String text(String field, String text, int longest) {
        if (text.indexOf('\0') >= 0
                || text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            throw Problem.invalid(field, "not-text");
        }
        if (text.codePointCount(0, text.length()) > longest) {
            throw Problem.invalid(field, "too-long", longest);
        }
        return text;
    }
}
