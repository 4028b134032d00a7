package planner.adapter.mastodon;

import java.util.ArrayList;
import java.util.List;
import planner.adapter.kit.Domains;

/**
 * Links as a server finds them (twitter_regex.rb of mastodon/mastodon, read 2026-11-26), in one pass: a text is as long as
 * its author likes.
 */
final class Links {
    private static final int LONGEST_DOMAIN = 253;
    private static final String ENDS_NO_PATH = "!*\"'「」;:=,.$%[]~&|@";
    private static final String QUERY = "!?*'();:&=+$/%#[]-_.,~|@^";
    private static final String ENDS_QUERY = "_&=#/-";
    private static final String STICKS_BEFORE = "@＠$#＃";

    private final String text;

    private Links(String text) {
        this.text = text;
    }

    /** From, and to where it stands no more. */
    record Span(int start, int end) {}

    static List<Span> in(String text) {
        var links = new ArrayList<Span>();
        var reader = new Links(text);
        int from = 0;
        for (int colon = text.indexOf("://"); colon >= 0; colon = text.indexOf("://", Math.max(from, colon + 3))) {
            int start = reader.protocol(colon);
            int end = start < from ? -1 : reader.end(colon + 3);
            if (end > 0) {
                links.add(new Span(start, end));
                from = end;
            }
        }
        return links;
    }

    /** Where http or https begins; -1 when it is none, or stands in a word. */
    private int protocol(int colon) {
        for (var name : List.of("https", "http")) {
            int start = colon - name.length();
            if (text.regionMatches(true, Math.max(start, 0), name, 0, name.length()) && start >= 0) {
                return start == 0 || !sticks(text.charAt(start - 1)) ? start : -1;
            }
        }
        return -1;
    }

    private static boolean sticks(char before) {
        boolean word = before < 128 && Character.isLetterOrDigit(before);
        return word || STICKS_BEFORE.indexOf(before) >= 0 || before >= '\u202a' && before <= '\u202e';
    }

    /** @return -1 when no domain stands here */
    private int end(int from) {
        int at = domain(from);
        if (at < 0) {
            return -1;
        }
        if (at + 1 < text.length() && text.charAt(at) == ':' && digit(at + 1)) {
            at++;
            while (at < text.length() && digit(at)) {
                at++;
            }
        }
        return query(path(at));
    }

    private boolean digit(int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private int domain(int from) {
        int most = Math.min(text.length(), from + LONGEST_DOMAIN);
        int end = from;
        while (end < most && domainChar(text.charAt(end))) {
            end++;
        }
        for (int dot = end; dot > from; dot = text.lastIndexOf('.', dot - 1)) {
            var name = text.substring(from, dot);
            if (Domains.endsInRealTld(name) && wellFormed(name)) {
                return dot;
            }
        }
        return -1;
    }

    private static boolean domainChar(char one) {
        return Character.isLetterOrDigit(one)
                || one == '.'
                || one == '-'
                || one == '_'
                || Character.getType(one) == Character.NON_SPACING_MARK;
    }

    private static boolean wellFormed(String name) {
        // an underscore may stand before the registered name only
        int last = name.lastIndexOf('.', name.lastIndexOf('.') - 1);
        boolean between = name.lastIndexOf('_') <= last;
        if (!between) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            boolean dot = name.charAt(i) == '.';
            if (between && (dot || name.charAt(i) == '-')) {
                return false;
            }
            between = dot;
        }
        return true;
    }

    /** As far as it ends well: no punctuation at its end, brackets only in pairs. */
    private int path(int from) {
        if (from >= text.length() || text.charAt(from) != '/') {
            return from;
        }
        int good = from + 1;
        int at = from + 1;
        while (at < text.length()) {
            char one = text.charAt(at);
            if (one == '(') {
                int closed = closed(at);
                if (closed < 0) {
                    return good;
                }
                at = closed;
                good = closed;
            } else if (pathChar(one)) {
                at++;
                if (ENDS_NO_PATH.indexOf(one) < 0 && !Character.isHighSurrogate(one)) {
                    good = at;
                }
            } else {
                return good;
            }
        }
        return good;
    }

    private static boolean pathChar(char one) {
        return !Character.isWhitespace(one) && !Character.isSpaceChar(one) && "<>()?".indexOf(one) < 0;
    }

    /** Behind the bracket that closes this one, with one pair inside at most; -1 when there is none. */
    private int closed(int open) {
        int depth = 0;
        for (int at = open; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one == '(') {
                depth++;
            } else if (one == ')') {
                depth--;
            } else if (!pathChar(one)) {
                return -1;
            }
            if (depth == 0) {
                return at - open > 1 ? at + 1 : -1;
            }
            if (depth > 2) {
                return -1;
            }
        }
        return -1;
    }

    private int query(int from) {
        if (from >= text.length() || text.charAt(from) != '?') {
            return from;
        }
        int good = from;
        for (int at = from + 1; at < text.length(); at++) {
            char one = text.charAt(at);
            boolean plain = one < 128 ? Character.isLetterOrDigit(one) : one >= 0xa0;
            if (!plain && QUERY.indexOf(one) < 0) {
                return good;
            }
            if ((plain || ENDS_QUERY.indexOf(one) >= 0) && !Character.isHighSurrogate(one)) {
                good = at + 1;
            }
        }
        return good;
    }
}
