package planner.adapter.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.adapter.telegram.TelegramText.Problem;
import planner.adapter.telegram.TelegramText.Reading;

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
    private static final Pattern HREF = Pattern.compile("(?i)\\bhref\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)')");

    /** @param at place in the source; @param from place in the text as shown */
    private record Open(String name, int at, int from, String address) {}

    private final String source;
    private final Reading reading;
    private final Deque<Open> open = new ArrayDeque<>();

    private TelegramHtml(String source) {
        this.source = source;
        this.reading = new Reading(source);
    }

    static TelegramText parse(String html) {
        return new TelegramHtml(html).parse();
    }

    private TelegramText parse() {
        var tag = TAG.matcher(source);
        int at = 0;
        while (true) {
            int next = source.indexOf('<', at);
            if (next < 0) {
                reading.add(decoded(source.substring(at)));
                var last = open.peek();
                return reading.read(
                        last == null ? null : reading.problem("unclosed", last.at(), "<" + last.name() + ">"));
            }
            reading.add(decoded(source.substring(at, next)));
            boolean whole = tag.region(next, source.length()).lookingAt();
            var problem = whole ? tag(tag, next) : reading.problem("bare", next, "<");
            at = whole ? tag.end() : next;
            if (problem != null) {
                reading.add(decoded(source.substring(at)));
                return reading.read(problem);
            }
        }
    }

    private @Nullable Problem tag(Matcher tag, int at) {
        var name = tag.group(2).toLowerCase(Locale.ROOT);
        if (tag.group(1).isEmpty()) {
            boolean plainSpan = name.equals("span") && !tag.group(3).contains("tg-spoiler");
            if (!TAGS.contains(name) || plainSpan) {
                return reading.problem("tag", at, "<" + name + ">");
            }
            open.push(new Open(name, at, reading.length(), name.equals("a") ? address(tag.group(3)) : ""));
            return null;
        }
        var last = open.peek();
        if (last == null || !name.equals(last.name())) {
            return reading.problem("end", at, "</" + name + ">");
        }
        ended(open.pop());
        return null;
    }

    private void ended(Open tag) {
        if (tag.name().equals("tg-emoji")) {
            reading.emoji(tag.from());
        } else {
            reading.link(tag.from(), tag.address());
        }
    }

    private static String address(String attributes) {
        var found = HREF.matcher(attributes);
        if (!found.find()) {
            return "";
        }
        return decoded(found.group(1) == null ? found.group(2) : found.group(1));
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
