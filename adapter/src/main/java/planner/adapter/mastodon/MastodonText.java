package planner.adapter.mastodon;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import planner.network.Unit;

/** How long a text is for a server, and how a text that comes back as HTML is compared with the one that was sent. */
final class MastodonText {
    private static final String WORD = "\\p{L}\\p{M}\\p{N}\\p{Pc}";
    // what a mention is to the server: account.rb; nothing is given back, for texts are as long as people like
    private static final Pattern MENTION = Pattern.compile("(?<![=/" + WORD
            + "])@([a-zA-Z0-9_]++(?:[.-]++[a-zA-Z0-9_]++)*+)" + "(@[" + WORD + "]++(?:[.-]++[" + WORD + "]++)*+)?+");
    private static final Pattern NO_MENTION_BEFORE = Pattern.compile("[@＠À-ÖØ-öø-ɏ]|://");

    private static final Pattern QUOTE_LINE = Pattern.compile("^<p class=\"quote-inline\">.*?</p>", Pattern.DOTALL);
    private static final Pattern BREAK = Pattern.compile("<br ?/?>|</p>");
    private static final Pattern TAG = Pattern.compile("<[^<>]*+>");

    private static final Pattern NUMBERED = Pattern.compile("&#(?:(x)([0-9a-fA-F]{1,6})|([0-9]{1,7}));");

    private MastodonText() {}

    /** A piece of the text that counts otherwise than it is long. */
    private record Piece(int start, int end, String counted, int more) {}

    /** Characters as people see them; a link counts {@code perUrl}, a mention without its server. */
    static int length(String warning, String text, int perUrl) {
        var pieces = new ArrayList<>(links(text, perUrl));
        pieces.addAll(mentions(text));
        pieces.sort(Comparator.comparingInt(Piece::start));
        var counted = new StringBuilder(warning);
        int at = 0;
        int more = 0;
        for (var piece : pieces) {
            if (piece.start() >= at) {
                counted.append(text, at, piece.start()).append(piece.counted());
                more += piece.more();
                at = piece.end();
            }
        }
        return Unit.GRAPHEMES.count(counted.append(text.substring(at)).toString()) + more;
    }

    /** Only with their protocol. The server knows rarer protocols, too: taken as text they count no less. */
    private static List<Piece> links(String text, int perUrl) {
        return Links.in(text).stream()
                .map(link -> new Piece(link.start(), link.end(), "x", perUrl - 1))
                .toList();
    }

    private static List<Piece> mentions(String text) {
        var pieces = new ArrayList<Piece>();
        var mention = MENTION.matcher(text);
        while (mention.find()) {
            var after = NO_MENTION_BEFORE.matcher(text).region(mention.end(), text.length());
            if (!after.lookingAt()) {
                pieces.add(new Piece(mention.start(), mention.end(), "@" + mention.group(1), 0));
            }
        }
        return pieces;
    }

    /** Normal form for comparing: composed, lower case, mentions without server, one space for any run of white space. */
    static String plain(String text) {
        return MENTION.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("@$1")
                // the server writes a hashtag's sign anew
                .replace('＃', '#')
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** The text of a status as it was written, in normal form. The line that a quote adds is not of the person. */
    static String ofHtml(String html) {
        var text = QUOTE_LINE.matcher(html).replaceAll("");
        text = BREAK.matcher(text).replaceAll("\n");
        text = TAG.matcher(text).replaceAll("");
        return plain(numbered(text)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&"));
    }

    // signs that stand as their numbers
    private static String numbered(String text) {
        return NUMBERED.matcher(text).replaceAll(sign -> {
            int codePoint =
                    sign.group(1) == null ? Integer.parseInt(sign.group(3)) : Integer.parseInt(sign.group(2), 16);
            return Character.isValidCodePoint(codePoint) && codePoint > 0
                    ? Matcher.quoteReplacement(Character.toString(codePoint))
                    : " ";
        });
    }
}
