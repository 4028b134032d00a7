package planner.simulator.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import planner.simulator.Html;

/**
 * MarkdownV2 (sheet, section 2.4). What opens must close, the last first; a quote goes from line to line; whatever else
 * is reserved must stand behind a backslash.
 */
final class MarkdownReader {
    private static final String RESERVED = "_*[]()~`>#+-=|{}.!";
    private static final Set<String> VERBATIM = Set.of("Code", "Pre", "PreCode");
    private static final Pattern EMOJI_ID = Pattern.compile("(?:.*&)?id=([^&#]*).*", Pattern.DOTALL);

    private final String text;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder shown = new StringBuilder();
    private final List<Entity> nested = new ArrayList<>();
    private int i;
    private boolean quotable = true;

    MarkdownReader(String text) {
        this.text = text;
    }

    /** @param name as the server calls it; @param start in the text; @param begin in what is plain; @param tag in what is shown */
    private record Entity(String name, int start, int begin, int tag, String html) {}

    Markup read() {
        while (i < text.length()) {
            if (!escaped() && !verbatim() && !newline() && !closed() && !opened()) {
                throw BotError.bad("can't parse entities: Character '" + text.charAt(i)
                        + "' is reserved and must be escaped with the preceding '\\'");
            }
        }
        if (last().equals("BlockQuote")) {
            close();
        }
        if (!nested.isEmpty()) {
            throw endless();
        }
        return new Markup(plain.toString().strip(), shown.toString());
    }

    private boolean escaped() {
        if (text.charAt(i) != '\\' || i + 1 == text.length() || text.charAt(i + 1) > 126) {
            return false;
        }
        put(text.charAt(i + 1));
        i += 2;
        return true;
    }

    /** What stands for itself here. */
    private boolean verbatim() {
        char c = text.charAt(i);
        boolean code = VERBATIM.contains(last());
        if (code ? c == '`' : c == '\n' || RESERVED.indexOf(c) >= 0) {
            return false;
        }
        put(c);
        i++;
        return true;
    }

    private void put(char c) {
        plain.append(c);
        shown.append(c == '\n' ? "<br>" : Html.escape(String.valueOf(c)));
        if (c != '\r') {
            quotable = false;
        }
    }

    private boolean newline() {
        if (text.charAt(i) != '\n') {
            return false;
        }
        put('\n');
        i++;
        boolean inQuote = nested.stream().anyMatch(it -> it.name().equals("BlockQuote"));
        if (inQuote && text.startsWith(">", i)) {
            i++;
            return true;
        }
        if (inQuote) {
            if (!last().equals("BlockQuote")) {
                throw endless();
            }
            close();
        }
        quotable = true;
        return true;
    }

    private boolean closed() {
        return switch (last()) {
            case "Bold" -> closes("*");
            case "Strikethrough" -> closes("~");
            case "Underline" -> closes("__");
            case "Italic" -> !text.startsWith("__", i) && closes("_");
            case "Spoiler" -> closes("||");
            case "Code" -> closes("`");
            case "Pre", "PreCode" -> closes("```");
            case "BlockQuote" -> folded();
            case "TextUrl" -> link();
            case "CustomEmoji" -> emoji();
            default -> false;
        };
    }

    private boolean closes(String mark) {
        if (!text.startsWith(mark, i)) {
            return false;
        }
        i += mark.length();
        close();
        return true;
    }

    /** Two bars at the end of a quote's last line fold it. */
    private boolean folded() {
        if (!text.startsWith("||", i)) {
            return false;
        }
        String rest = text.substring(i + 2, Math.min(text.length(), i + 4));
        String end = rest.startsWith("\r\n") ? "\r\n" : rest.startsWith("\n") ? "\n" : "";
        if (end.isEmpty() && !rest.isEmpty()) {
            return false;
        }
        i += 2 + end.length();
        end.chars().forEach(c -> put((char) c));
        close();
        quotable = true;
        return true;
    }

    private boolean link() {
        if (text.charAt(i) != ']') {
            return false;
        }
        Entity link = nested.removeLast();
        i++;
        String address = text.startsWith("(", i) ? address("a URL") : plain.substring(link.begin());
        boolean web = address.startsWith("http://") || address.startsWith("https://") || address.startsWith("tg:");
        shown.insert(link.tag(), web ? "<a href=\"" + Html.escape(address) + "\">" : "<a>")
                .append("</a>");
        return true;
    }

    private boolean emoji() {
        if (text.charAt(i) != ']') {
            return false;
        }
        nested.removeLast();
        i++;
        if (!text.startsWith("(", i)) {
            throw BotError.bad("can't parse entities: Custom emoji entity must contain a tg://emoji URL");
        }
        String address = address("a custom emoji URL");
        if (!address.regionMatches(true, 0, "tg://", 0, 5)) {
            throw BotError.bad("can't parse entities: Custom emoji URL must have scheme tg");
        }
        String rest = address.substring(5);
        if (rest.startsWith("time")) {
            return true;
        }
        if (!rest.toLowerCase(java.util.Locale.ROOT).startsWith("emoji")) {
            throw BotError.bad("can't parse entities: Custom emoji URL must have host \"emoji\"");
        }
        var id = EMOJI_ID.matcher(rest.replaceFirst("#.*", "").replaceFirst("^[^?]*\\??", ""));
        if (!id.matches()) {
            throw BotError.bad("can't parse entities: Custom emoji URL must have an emoji identifier");
        }
        if (!id.group(1).matches("[1-9]\\d{0,19}")) {
            throw BotError.bad("can't parse entities: Invalid custom emoji identifier specified");
        }
        return true;
    }

    private String address(String what) {
        int begin = i + 1;
        StringBuilder address = new StringBuilder();
        for (i = begin; i < text.length() && text.charAt(i) != ')'; i++) {
            if (text.charAt(i) == '\\' && i + 1 < text.length() && text.charAt(i + 1) <= 126) {
                i++;
            }
            address.append(text.charAt(i));
        }
        if (i >= text.length()) {
            throw Markup.fault("Can't find end of " + what, text, begin);
        }
        i++;
        return address.toString();
    }

    private boolean opened() {
        return switch (text.charAt(i)) {
            case '_' -> text.startsWith("__", i) ? opens("__", "Underline", "u") : opens("_", "Italic", "i");
            case '*' -> opens("*", "Bold", "b");
            case '~' -> opens("~", "Strikethrough", "s");
            case '|' -> text.startsWith("||", i) && opens("||", "Spoiler", "span class=\"spoiler\"");
            case '[' -> opens("[", "TextUrl", "");
            case '!' -> text.startsWith("![", i) && opens("![", "CustomEmoji", "");
            case '`' -> text.startsWith("```", i) ? block() : opens("`", "Code", "code");
            case '>' -> quotable && nested.stream().noneMatch(it -> it.name().equals("BlockQuote")) && quote();
            default -> false;
        };
    }

    private boolean quote() {
        quotable = false;
        return opens(">", "BlockQuote", "blockquote");
    }

    private boolean block() {
        int start = i;
        int word = i + 3;
        while (word < text.length() && text.charAt(word) != '`' && !Character.isWhitespace(text.charAt(word))) {
            word++;
        }
        boolean named = word > i + 3 && word < text.length() && text.charAt(word) != '`';
        i = named ? word : i + 3;
        String next = text.substring(i, Math.min(text.length(), i + 2));
        i += next.equals("\r\n") || next.equals("\n\r") ? 2 : next.startsWith("\n") || next.startsWith("\r") ? 1 : 0;
        shown.append("<pre>");
        nested.add(new Entity(named ? "PreCode" : "Pre", start, plain.length(), shown.length(), "pre"));
        return true;
    }

    private boolean opens(String mark, String name, String html) {
        shown.append(html.isEmpty() ? "" : "<" + html + ">");
        nested.add(new Entity(name, i, plain.length(), shown.length(), html));
        i += mark.length();
        return true;
    }

    private void close() {
        String html = nested.removeLast().html();
        shown.append("</").append(html.split(" ", 2)[0]).append('>');
    }

    private String last() {
        return nested.isEmpty() ? "" : nested.getLast().name();
    }

    private BotError endless() {
        Entity last = nested.getLast();
        return Markup.fault("Can't find end of " + last.name() + " entity", text, last.start());
    }
}
