package planner.adapter.telegram;

import java.time.Duration;
import java.util.Locale;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.NetworkException;

/**
 * What Telegram's errors mean. A description is the only detail there is; it is matched by its beginning (sheet of the
 * network, section 5).
 */
final class TelegramFaults {
    private static final Duration PAUSE = Duration.ofSeconds(60);

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
        return switch (status) {
            case 401, 403 -> new Fault.Revoked(words);
            case 404, 421 -> new Fault.Rejected("unsupported", words);
            case 409 -> new Fault.Rejected("refused", words);
            case 413 -> new Fault.Rejected("media", words);
            case 429 -> busy(reply, words);
            // Only Telegram's own word promises that nothing was sent; a proxy on the way may say anything.
            default ->
                theirs && status >= 400 && status < 500
                        ? refused(words)
                        : new Fault.Unavailable(true, status + " " + words);
        };
    }

    private static Fault refused(String words) {
        var begins = words.toLowerCase(Locale.ROOT).replaceFirst("^bad request: ?", "");
        if (startsWith(
                begins,
                "need administrator rights",
                "have no rights to send",
                "not enough rights to send text messages",
                "chat_write_forbidden",
                "chat_admin_required",
                "chat_restricted")) {
            return new Fault.Revoked(words);
        }
        return new Fault.Rejected(code(begins), words);
    }

    private static String code(String begins) {
        if (startsWith(begins, "chat not found", "chat_id is empty")) {
            return "chat";
        }
        if (startsWith(begins, "not enough rights", "topic_closed")) {
            return "rights";
        }
        if (startsWith(begins, "message text is empty", "text must be non-empty")) {
            return "text-empty";
        }
        if (startsWith(begins, "message is too long", "message caption is too long", "text is too long")) {
            return "text-too-long";
        }
        if (startsWith(begins, "can't parse entities", "can't parse message text", "can't parse caption")) {
            return "markup";
        }
        if (startsWith(
                        begins,
                        "can't use the media of the specified type in the album",
                        "too many messages to send as an album",
                        "failed to send message #")
                || begins.contains("can't be mixed with other media types")) {
            return "album";
        }
        if (startsWith(begins, "message to be replied not found", "message thread not found")) {
            return "reply";
        }
        if (startsWith(begins, "button_", "inline keyboard", "can't parse inline keyboard", "wrong inline keyboard")) {
            return "buttons";
        }
        return startsWith(
                        begins,
                        "photo_",
                        "image_process_failed",
                        "photo has unsupported extension",
                        "wrong file identifier",
                        "failed to get http url content",
                        "wrong type of the web page content",
                        "wrong http url specified",
                        "can't upload file",
                        "file is too big",
                        "file must be non-empty",
                        "video_",
                        "wrong remote file")
                ? "media"
                : "refused";
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

    private static boolean startsWith(String text, String... beginnings) {
        for (var beginning : beginnings) {
            if (text.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
