package planner.adapter.linkedin;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * LinkedIn's markup of post texts; learn.microsoft.com, little-text-format as of 2026-08. A reserved character that is
 * not escaped cuts the text after it, and the post is taken all the same.
 *
 * <p>A person writes a mention as {@code @[Name](urn:li:organization:123)}; hashtags are found as people write them.
 */
final class LittleText {
    private static final String RESERVED = "\\|{}@[]()<>#*_~";
    private static final Pattern SPECIAL = Pattern.compile(
            "@\\[(?<name>[^\\[\\]\\r\\n]{1,200})]\\((?<urn>urn:li:(?:person|organization):[A-Za-z0-9_-]{1,60})\\)"
                    + "|(?<![\\p{L}\\p{N}_&/])#(?<tag>[\\p{L}\\p{N}\\p{M}_]*\\p{L}[\\p{L}\\p{N}\\p{M}_]*)");
    private static final Pattern WRITTEN = Pattern.compile(
            "\\\\(?<plain>.)"
                    + "|\\{hashtag\\|(?:\\\\?[#＃])\\|(?<tag>[^}]*)}"
                    + "|@\\[(?<name>(?:[^\\]\\\\]++|\\\\.)*+)]\\(urn:li:[^)]*\\)",
            Pattern.DOTALL);

    private LittleText() {}

    /** What is sent as commentary. */
    static String encode(String text) {
        var written = new StringBuilder();
        int at = 0;
        var special = SPECIAL.matcher(text);
        while (special.find()) {
            written.append(escaped(text.substring(at, special.start())));
            var name = special.group("name");
            written.append(
                    name == null
                            ? "{hashtag|\\#|" + escaped(special.group("tag")) + "}"
                            : "@[" + escaped(name) + "](" + special.group("urn") + ")");
            at = special.end();
        }
        return written.append(escaped(text.substring(at))).toString();
    }

    /** What readers see of what a person wrote: of a mention its name alone. */
    static String displayed(String text) {
        return SPECIAL.matcher(text).replaceAll(found -> {
            var name = found.group("name");
            return Matcher.quoteReplacement(name == null ? found.group() : name);
        });
    }

    /** What readers see of what LinkedIn gives back. */
    static String decode(String commentary) {
        return WRITTEN.matcher(commentary).replaceAll(found -> Matcher.quoteReplacement(plain(found)));
    }

    private static String plain(MatchResult found) {
        var plain = found.group("plain");
        if (plain != null) {
            return plain;
        }
        var tag = found.group("tag");
        return tag == null ? decode(found.group("name")) : "#" + decode(tag);
    }

    /** The form in which two texts are compared. */
    static String normal(String displayed) {
        return Normalizer.normalize(displayed, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (RESERVED.indexOf(each) >= 0) {
                escaped.append('\\');
            }
            escaped.append(each);
        }
        return escaped.toString();
    }
}
