package planner.simulator.linkedin;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.simulator.Html;

/**
 * Little text, read as LinkedIn reads it: at a reserved character that is neither escaped nor part of a mention or a
 * hashtag the text ends, and nobody is told.
 *
 * @param stored the markup as far as it was understood
 * @param displayed what readers see
 * @param html the same, with links
 * @param cut whether something was lost
 */
record Commentary(String stored, String displayed, String html, boolean cut) {
    private static final String RESERVED = "|{}@[]()<>#*_~\\";
    private static final Pattern MENTION = Pattern.compile(
            "@\\[((?:[^\\]\\\\]++|\\\\.)++)]\\((urn:li:(?:organization|person):[\\w-]+)\\)", Pattern.DOTALL);
    private static final Pattern TEMPLATE = Pattern.compile("\\{hashtag\\|\\\\#\\|((?:[^}|\\\\]++|\\\\.)++)}");
    private static final Pattern HASHTAG = Pattern.compile("#([\\p{L}\\p{N}\\p{M}]+)");

    static Commentary read(String text) {
        var stored = new StringBuilder();
        var displayed = new StringBuilder();
        var html = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char each = text.charAt(at);
            Piece piece = RESERVED.indexOf(each) < 0 ? plain(each) : special(text, at);
            if (piece == null) {
                return new Commentary(stored.toString(), displayed.toString(), html.toString(), true);
            }
            stored.append(piece.stored());
            displayed.append(piece.shown());
            html.append(piece.html());
            at += piece.length();
        }
        return new Commentary(stored.toString(), displayed.toString(), html.toString(), false);
    }

    private record Piece(int length, String stored, String shown, String html) {}

    private static Piece plain(char each) {
        String text = String.valueOf(each);
        return new Piece(1, text, text, each == '\n' ? "<br>" : Html.escape(text));
    }

    private static @Nullable Piece special(String text, int at) {
        if (text.charAt(at) == '\\') {
            boolean whole = at + 1 < text.length() && RESERVED.indexOf(text.charAt(at + 1)) >= 0;
            String next = whole ? text.substring(at + 1, at + 2) : "";
            return whole ? new Piece(2, "\\" + next, next, Html.escape(next)) : null;
        }
        for (Pattern pattern : List.of(MENTION, TEMPLATE, HASHTAG)) {
            Matcher found = pattern.matcher(text).region(at, text.length());
            boolean word = pattern != HASHTAG || at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (found.lookingAt() && word) {
                return pattern == MENTION ? mention(found) : hashtag(found);
            }
        }
        return null;
    }

    /** The name must be the one under which the other is registered; of a person one name is enough. */
    private static Piece mention(Matcher found) {
        String name = found.group(1).replaceAll("\\\\(.)", "$1");
        String urn = found.group(2);
        String real = People.name(urn).orElse("");
        boolean right = urn.startsWith(People.PERSON) && !real.isEmpty()
                ? List.of(real.split(" ")).containsAll(List.of(name.split(" ")))
                : real.equals(name);
        if (!right) {
            throw ApiError.of(400, "INVALID_VALUE_FOR_FIELD", "/commentary :: mention of " + urn + " as " + name);
        }
        return new Piece(found.group().length(), found.group(), name, "<b class=\"tag\">" + Html.escape(name) + "</b>");
    }

    private static Piece hashtag(Matcher found) {
        String word = found.group(1).replaceAll("\\\\(.)", "$1");
        String template = "{hashtag|\\#|" + found.group(1) + "}";
        return new Piece(
                found.group().length(), template, "#" + word, "<span class=\"tag\">#" + Html.escape(word) + "</span>");
    }
}
