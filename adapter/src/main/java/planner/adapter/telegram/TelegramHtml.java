package planner.adapter.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the little HTML that Telegram knows, to count what readers will see and to find faults before sending. */
final class TelegramHtml {
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
    private static final Map<String, String> ENTITIES = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");
    // people write what they like: nothing here gives back, which would take stack or time for every character
    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9-]*+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>");
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,4});");

    /**
     * @param text as readers see it
     * @param problem in words, empty when there is none
     */
    record Parsed(String text, String problem) {}

    private TelegramHtml() {}

    static Parsed parse(String html) {
        var text = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        var tag = TAG.matcher(html);
        int at = 0;
        while (true) {
            int next = html.indexOf('<', at);
            if (next < 0) {
                text.append(decoded(html.substring(at)));
                return new Parsed(text.toString(), open.isEmpty() ? "" : "unclosed <" + open.peek() + ">");
            }
            text.append(decoded(html.substring(at, next)));
            if (!tag.region(next, html.length()).lookingAt()) {
                return new Parsed(text + decoded(html.substring(next)), "a bare <: write &lt;");
            }
            var problem = tag(tag, open);
            if (!problem.isEmpty()) {
                return new Parsed(text + decoded(html.substring(tag.end())), problem);
            }
            at = tag.end();
        }
    }

    private static String tag(Matcher tag, Deque<String> open) {
        var name = tag.group(2).toLowerCase(Locale.ROOT);
        if (tag.group(1).isEmpty()) {
            boolean plainSpan = name.equals("span") && !tag.group(3).contains("tg-spoiler");
            if (!TAGS.contains(name) || plainSpan) {
                return "<" + name + ">";
            }
            open.push(name);
            return "";
        }
        if (!name.equals(open.peek())) {
            return "</" + name + ">";
        }
        open.pop();
        return "";
    }

    private static String decoded(String text) {
        return ENTITY.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(character(match.group(1), match.group())));
    }

    private static String character(String entity, String whole) {
        if (!entity.startsWith("#")) {
            return ENTITIES.getOrDefault(entity, whole);
        }
        boolean hex = Character.toLowerCase(entity.charAt(1)) == 'x';
        int code = Integer.parseInt(entity.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(code) && code > 0 ? Character.toString(code) : whole;
    }
}
