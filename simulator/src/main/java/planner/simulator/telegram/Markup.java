package planner.simulator.telegram;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import planner.simulator.Html;

/**
 * A text after the server has read its markup.
 *
 * @param plain what is counted and searched
 * @param html what is shown, safe to put into a page
 */
record Markup(String plain, String html) {
    static final Markup NONE = new Markup("", "");

    int length() {
        return plain.codePointCount(0, plain.length());
    }

    /** @param mode empty, HTML, MarkdownV2 or Markdown */
    static Markup parse(String text, String mode) {
        return switch (mode.toLowerCase(Locale.ROOT)) {
            case "" -> of(text.strip());
            case "html" -> new TagReader(text).read();
            case "markdownv2" -> new MarkdownReader(text).read();
            case "markdown" -> of(text.strip().replaceAll("[*_`]", ""));
            default -> throw BotError.bad("unsupported parse_mode");
        };
    }

    static Markup of(String plain) {
        return new Markup(plain, Html.prose(plain));
    }

    /** @param at place in the text; people are told the byte */
    static BotError fault(String what, String text, int at) {
        return BotError.bad("can't parse entities: " + what + " at byte offset " + bytes(text, at));
    }

    static int bytes(String text, int at) {
        return text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
    }
}
