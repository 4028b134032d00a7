package planner.simulator.telegram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import planner.simulator.Html;

/**
 * A text after the server has read its markup.
 *
 * @param plain what is counted and searched
 * @param html what is shown, safe to put into a page
 */
record Markup(String plain, String html) {
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
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");
    private static final Pattern ENTITY = Pattern.compile("&(lt|gt|amp|quot|#\\d{1,7}|#x[0-9a-fA-F]{1,6});");
    /** What marks a text rather than standing in it. */
    private static final String MARKS = "*_~|`";

    private static final String RESERVED = "_*[]()~`>#+-=|{}.!";

    int length() {
        return plain.codePointCount(0, plain.length());
    }

    /** @param mode empty, HTML, MarkdownV2 or Markdown */
    static Markup parse(String text, String mode) {
        return switch (mode.toLowerCase(Locale.ROOT)) {
            case "" -> of(text.strip());
            case "html" -> html(text.strip());
            case "markdownv2" -> markdown(text.strip());
            case "markdown" -> of(text.strip().replaceAll("[*_`]", ""));
            default -> throw BotError.bad("unsupported parse_mode");
        };
    }

    private static Markup of(String plain) {
        return new Markup(plain, Html.prose(plain));
    }

    private static Markup html(String text) {
        StringBuilder plain = new StringBuilder();
        StringBuilder shown = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '<') {
                int next = text.indexOf('<', at);
                String piece = entities(text.substring(at, next < 0 ? text.length() : next));
                plain.append(piece);
                shown.append(Html.escape(piece).replace("\n", "<br>"));
                at = next < 0 ? text.length() : next;
                continue;
            }
            int end = text.indexOf('>', at);
            if (end < 0) {
                throw fault("Unclosed start tag", text, at);
            }
            tag(text, at, end, open, shown);
            at = end + 1;
        }
        if (!open.isEmpty()) {
            throw BotError.bad(
                    "can't parse entities: Can't find end tag corresponding to start tag \"" + open.peek() + "\"");
        }
        return new Markup(plain.toString().strip(), shown.toString());
    }

    private static void tag(String text, int at, int end, Deque<String> open, StringBuilder shown) {
        String inside = text.substring(at + 1, end).strip();
        boolean closing = inside.startsWith("/");
        String name = inside.replaceFirst("^/", "").split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        if (!TAGS.contains(name)) {
            throw fault("Unsupported start tag \"" + name + "\"", text, at);
        }
        if (closing) {
            if (open.isEmpty() || !open.pop().equals(name)) {
                throw fault("Unmatched end tag", text, at);
            }
            shown.append(name.equals("a") ? "</a>" : name.startsWith("tg-") ? "</span>" : "</" + name + ">");
            return;
        }
        open.push(name);
        Matcher href = HREF.matcher(inside);
        if (name.equals("a")) {
            shown.append("<a href=\"")
                    .append(href.find() ? Html.escape(entities(href.group(1))) : "#")
                    .append("\">");
        } else {
            shown.append(name.startsWith("tg-") ? "<span>" : "<" + name + ">");
        }
    }

    private static BotError fault(String what, String text, int at) {
        int bytes = text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
        return BotError.bad("can't parse entities: " + what + " at byte offset " + bytes);
    }

    private static String entities(String text) {
        return ENTITY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case "lt" -> "<";
                            case "gt" -> ">";
                            case "amp" -> "&";
                            case "quot" -> "\"";
                            default ->
                                Character.toString(
                                        found.group(1).startsWith("#x")
                                                ? Integer.parseInt(
                                                        found.group(1).substring(2), 16)
                                                : Integer.parseInt(
                                                        found.group(1).substring(1)));
                        }));
    }

    /** Only as far as a client needs that escapes everything: a bare reserved character is refused. */
    private static Markup markdown(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                plain.append(text.charAt(++i));
            } else if (RESERVED.indexOf(c) >= 0 && MARKS.indexOf(c) < 0) {
                throw BotError.bad("can't parse entities: Character '" + c
                        + "' is reserved and must be escaped with the preceding '\\'");
            } else if (MARKS.indexOf(c) < 0) {
                plain.append(c);
            }
        }
        return of(plain.toString());
    }
}
