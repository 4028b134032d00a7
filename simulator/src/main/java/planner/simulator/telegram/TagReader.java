package planner.simulator.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import planner.simulator.Html;

/** The HTML of a message (sheet, section 2.4): few tags, properly closed. */
final class TagReader {
    private static final Set<String> TAGS = Set.of(
            "b",
            "strong",
            "i",
            "em",
            "u",
            "ins",
            "s",
            "strike",
            "del",
            "a",
            "code",
            "pre",
            "blockquote",
            "tg-spoiler",
            "span",
            "tg-emoji",
            "tg-time");
    private static final Pattern ENTITY = Pattern.compile("&(lt|gt|amp|quot|#\\d{1,7}|#x[0-9a-fA-F]{1,6});");

    private final String text;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder shown = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    TagReader(String text) {
        this.text = text;
    }

    Markup read() {
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '<') {
                at = tag(at);
            } else {
                int next = text.indexOf('<', at);
                int end = next < 0 ? text.length() : next;
                String piece = entities(text.substring(at, end));
                plain.append(piece);
                shown.append(Html.escape(piece).replace("\n", "<br>"));
                at = end;
            }
        }
        if (!open.isEmpty()) {
            throw BotError.bad(
                    "can't parse entities: Can't find end tag corresponding to start tag \"" + open.peek() + "\"");
        }
        return new Markup(plain.toString().strip(), shown.toString());
    }

    /** @return where the text goes on */
    private int tag(int at) {
        boolean closing = text.startsWith("</", at);
        int from = at + (closing ? 2 : 1);
        int nameEnd = from;
        while (nameEnd < text.length() && isNamed(text.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = text.substring(from, nameEnd).toLowerCase(Locale.ROOT);
        if (!TAGS.contains(name)) {
            throw Markup.fault(closing ? "Unmatched end tag" : "Unsupported start tag \"" + name + "\"", text, at);
        }
        int end = end(at, nameEnd);
        String attributes = text.substring(nameEnd, end);
        if (closing) {
            close(name, at);
        } else {
            open(name, attributes, at);
        }
        return end + 1;
    }

    private static boolean isNamed(char c) {
        return c == '-' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** Where the tag's own bracket closes: one within quotes does not. */
    private int end(int at, int from) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return i;
            } else if (c == '<') {
                break;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
        }
        throw Markup.fault("Unclosed start tag", text, at);
    }

    private void open(String name, String attributes, int at) {
        if (name.equals("span") && !attributes.contains("tg-spoiler")) {
            throw Markup.fault("Tag \"span\" must have class \"tg-spoiler\"", text, at);
        }
        open.push(name);
        if (name.equals("a")) {
            shown.append("<a href=\"").append(Html.escape(href(attributes))).append("\">");
        } else {
            shown.append(
                    hidden(name) ? "<span class=\"spoiler\">" : name.startsWith("tg-") ? "<span>" : "<" + name + ">");
        }
    }

    private static boolean hidden(String name) {
        return name.equals("tg-spoiler") || name.equals("span");
    }

    private static String href(String attributes) {
        int at = attributes.indexOf("href=");
        if (at < 0 || at + 5 >= attributes.length()) {
            return "#";
        }
        char quote = attributes.charAt(at + 5);
        int end = attributes.indexOf(quote, at + 6);
        String address = end < 0 ? "" : entities(attributes.substring(at + 6, end));
        return address.startsWith("http") || address.startsWith("tg:") ? address : "#";
    }

    private void close(String name, int at) {
        if (open.isEmpty()) {
            throw Markup.fault("Unexpected end tag", text, at);
        }
        String last = open.pop();
        if (!last.equals(name)) {
            throw BotError.bad("can't parse entities: Unmatched end tag at byte offset " + Markup.bytes(text, at)
                    + ", expected \"</" + last + ">\", found \"</" + name + ">\"");
        }
        shown.append(hidden(name) || name.startsWith("tg-") ? "</span>" : "</" + name + ">");
    }

    private static String entities(String text) {
        return ENTITY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case "lt" -> "<";
                            case "gt" -> ">";
                            case "amp" -> "&";
                            case "quot" -> "\"";
                            default -> numbered(found.group(1), found.group());
                        }));
    }

    private static String numbered(String number, String whole) {
        int code = number.startsWith("#x")
                ? Integer.parseInt(number.substring(2), 16)
                : Integer.parseInt(number.substring(1));
        return code > 0 && Character.isValidCodePoint(code) ? Character.toString(code) : whole;
    }
}
