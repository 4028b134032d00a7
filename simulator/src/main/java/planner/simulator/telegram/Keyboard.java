package planner.simulator.telegram;

import java.net.URI;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The buttons below a message (sheet, section 2.5). */
final class Keyboard {
    private static final int BUTTONS = 100;
    private static final int IN_ROW = 8;
    private static final int COPY = 256;
    private static final Set<String> STYLES = Set.of("", "danger", "success", "primary");
    private static final Set<String> SCHEMES = Set.of("http", "https", "tg");

    private Keyboard() {}

    static void check(JsonNode markup) {
        if (markup.isMissingNode()) {
            return;
        }
        JsonNode rows = markup.path("inline_keyboard");
        if (!rows.isArray()) {
            throw BotError.bad("inline keyboard expected");
        }
        int count = 0;
        for (JsonNode row : rows) {
            count += row.size();
            if (row.size() > IN_ROW || count > BUTTONS) {
                throw BotError.bad("reply markup is too long");
            }
            row.forEach(Keyboard::button);
        }
    }

    private static void button(JsonNode button) {
        String url = button.path("url").asString("");
        String copy = button.path("copy_text").path("text").asString("");
        if (button.path("text").asString("").isBlank()) {
            throw BotError.bad("inline keyboard button text must be non-empty");
        }
        if (url.isEmpty() == copy.isEmpty()) {
            throw BotError.bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }
        if (!url.isEmpty() && !isLink(url)) {
            throw BotError.bad("BUTTON_URL_INVALID");
        }
        if (copy.codePointCount(0, copy.length()) > COPY) {
            throw BotError.bad("BUTTON_COPY_TEXT_INVALID");
        }
        if (!STYLES.contains(button.path("style").asString(""))) {
            throw BotError.bad("can't parse inline keyboard button: unsupported button style");
        }
    }

    private static boolean isLink(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getScheme() != null && SCHEMES.contains(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
