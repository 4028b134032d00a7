package planner.adapter.telegram;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.NetworkException;

/**
 * What Telegram's errors mean. A description is the only detail there is; it is matched by its beginning (sheet of the
 * network, section 5).
 */
final class TelegramFaults {
    // our own sentences: what the person can do; the bundle has them in other languages
    private static final String TOKEN =
            "Telegram no longer knows the token of the bot. Copy it once more from @BotFather and connect again.";
    private static final String NO_PLACE =
            "The bot may no longer post in this chat. Make it an administrator there with the right to post messages,"
                    + " then connect again.";

    private static final Duration PAUSE = Duration.ofSeconds(60);

    /** The channel is of no use until somebody gives the bot its rights back. */
    private static final List<String> NO_ACCESS = List.of(
            "need administrator rights",
            "have no rights to send",
            "not enough rights to send text messages",
            "chat_write_forbidden",
            "chat_admin_required",
            "chat_restricted",
            "channel_private",
            "user_banned_in_channel");

    /** How descriptions begin, by the code whose sentence says what to do; the first that fits. */
    private static final Map<String, List<String>> MEANINGS = meanings();

    private static Map<String, List<String>> meanings() {
        var all = new LinkedHashMap<String, List<String>>();
        all.put("chat", List.of("chat not found", "chat_id is empty", "group chat was upgraded", "peer_id_invalid"));
        all.put("unchanged", List.of("message is not modified"));
        all.put("topic-closed", List.of("topic_closed"));
        all.put("topic", List.of("message thread not found", "topic_deleted", "topic_id_invalid"));
        all.put("rights", List.of("not enough rights", "chat_send_", "paid messages can't be sent"));
        all.put(
                "text-empty",
                List.of("message text is empty", "text must be non-empty", "message caption must be non-empty"));
        all.put(
                "text-too-long",
                List.of(
                        "message is too long",
                        "message caption is too long",
                        "text is too long",
                        "media_caption_too_long"));
        all.put(
                "markup",
                List.of(
                        "can't parse entities",
                        "can't parse message text",
                        "can't parse caption",
                        "can't parse inputpolloption",
                        "unsupported parse_mode",
                        "entity_bounds_invalid",
                        "entities_too_long"));
        all.put(
                "poll",
                List.of(
                        "poll ",
                        "poll_",
                        "quiz_",
                        "wrong poll data specified",
                        "wrong correct option",
                        "non-anonymous polls can't be sent",
                        "can't parse options"));
        all.put(
                "album",
                List.of(
                        "can't use the media of the specified type in the album",
                        "too many messages to send as an album",
                        "failed to send message #",
                        "strictly 2 to 10 messages",
                        "media_grouped_invalid"));
        all.put("reply", List.of("message to be replied not found", "message to reply not found"));
        all.put(
                "buttons",
                List.of(
                        "button_",
                        "inline keyboard",
                        "can't parse inline keyboard",
                        "wrong inline keyboard",
                        "can't parse reply keyboard",
                        "reply_markup",
                        "reply markup is too long"));
        all.put(
                "fetch",
                List.of(
                        "wrong file identifier",
                        "failed to get http url content",
                        "wrong type of the web page content",
                        "wrong remote file",
                        "can't upload file by url",
                        "webpage_"));
        all.put("preview", List.of("wrong http url specified", "url_invalid"));
        all.put("file-too-large", List.of("file is too big", "file_parts_invalid", "request entity too large"));
        all.put("dimensions", List.of("photo_invalid_dimensions"));
        all.put(
                "media",
                List.of(
                        "photo_",
                        "image_process_failed",
                        "photo has unsupported extension",
                        "can't upload file",
                        "file must be non-empty",
                        "there is no ",
                        "video_",
                        "media_",
                        "thumbnail_"));
        return Collections.unmodifiableMap(all);
    }

    private TelegramFaults() {}

    static NetworkException exception(Reply reply) {
        return new NetworkException(classify(reply));
    }

    static String description(Reply reply) {
        return Json.tree(reply).path("description").asString("HTTP " + reply.status());
    }

    static Fault classify(Reply reply) {
        var words = description(reply);
        int status = reply.status();
        boolean theirs = Json.tree(reply).has("ok");
        if (status == 429) {
            return busy(reply, words);
        }
        if (status == 413) {
            // refused for its size before anybody read it
            return new Fault.Rejected("file-too-large", words);
        }
        // Only Telegram's own word promises that nothing was sent; a proxy on the way may say anything.
        if (!theirs || status < 400 || status >= 500) {
            return new Fault.Unavailable(true, status + " " + words);
        }
        return switch (status) {
            case 401 -> new Fault.Revoked(TOKEN);
            case 403 -> new Fault.Revoked(NO_PLACE);
            case 404, 421 -> new Fault.Rejected("unsupported", words);
            case 409 -> new Fault.Rejected("polling", words);
            default -> refused(words);
        };
    }

    private static Fault refused(String words) {
        var begins = words.toLowerCase(Locale.ROOT).replaceFirst("^bad request: ?", "");
        if (startsWith(begins, NO_ACCESS)) {
            return new Fault.Revoked(NO_PLACE);
        }
        if (begins.contains("can't be mixed with other media types")) {
            return new Fault.Rejected("album", words);
        }
        return new Fault.Rejected(
                MEANINGS.entrySet().stream()
                        .filter(meaning -> startsWith(begins, meaning.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("refused"),
                words);
    }

    private static Fault busy(Reply reply, String words) {
        var seconds = Json.tree(reply).path("parameters").path("retry_after");
        var wait = seconds.isNumber()
                ? Duration.ofSeconds(seconds.asLong())
                : reply.header("retry-after")
                        .filter(text -> text.matches("\\d{1,6}"))
                        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                        .orElse(PAUSE);
        return new Fault.Busy(wait, Fault.Scope.CHANNEL, words);
    }

    private static boolean startsWith(String text, List<String> beginnings) {
        return beginnings.stream().anyMatch(text::startsWith);
    }
}
