package planner.adapter.telegram;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import planner.adapter.contract.FaultCase;
import planner.adapter.contract.OptionsContract;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SpecCheck;
import planner.adapter.kit.Http;
import planner.network.Environment;
import planner.network.Fault;
import planner.network.Network;

class TelegramContractTest extends OptionsContract {
    @Override
    protected Samples samples() {
        return new TelegramSamples();
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new Telegram(settings, http);
    }

    /** A bot's token has no end, a post has no counts, and nobody can tell after a cut. */
    @Override
    protected boolean has(Behaviour behaviour) {
        return behaviour == Behaviour.CONNECTS_BY_SECRETS;
    }

    @Override
    protected SpecCheck spec() {
        return new BotApiCheck(SpecCheck.folder("telegram"));
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "token",
                "chat",
                "rights",
                "text-empty",
                "text-too-long",
                "markup",
                "media",
                "file-too-large",
                "dimensions",
                "fetch",
                "album",
                "topic",
                "topic-closed",
                "topic-elsewhere",
                "poll-closes",
                "poll",
                "preview",
                "reply",
                "buttons",
                "unsupported",
                "refused");
    }

    /** Section 5 of the sheet, row by row. */
    @Override
    protected List<FaultCase> faults() {
        return Stream.of(access(), trouble(), texts(), files(), others())
                .flatMap(List::stream)
                .toList();
    }

    private static List<FaultCase> access() {
        return Stream.concat(
                        Stream.of(
                                of(401, "Unauthorized", Fault.Revoked.class),
                                of(401, "Unauthorized: invalid token specified", Fault.Revoked.class),
                                of(
                                        400,
                                        "Bad Request: need administrator rights in the channel chat",
                                        Fault.Revoked.class),
                                of(400, "Bad Request: have no rights to send a message", Fault.Revoked.class),
                                of(
                                        400,
                                        "Bad Request: not enough rights to send text messages to the chat",
                                        Fault.Revoked.class),
                                of(400, "Bad Request: CHAT_WRITE_FORBIDDEN", Fault.Revoked.class),
                                of(400, "Bad Request: CHAT_ADMIN_REQUIRED", Fault.Revoked.class),
                                of(400, "Bad Request: CHAT_RESTRICTED", Fault.Revoked.class)),
                        Stream.of(
                                        "bot was kicked from the channel chat",
                                        "bot was kicked from the supergroup chat",
                                        "bot was kicked from the group chat",
                                        "bot is not a member of the channel chat",
                                        "bot is not a member of the supergroup chat",
                                        "the group chat was deleted",
                                        "bot was blocked by the user",
                                        "user is deactivated",
                                        "bot can't initiate conversation with a user")
                                .map(words -> of(403, "Forbidden: " + words, Fault.Revoked.class)))
                .toList();
    }

    /** Only Telegram's own word promises that nothing was sent. */
    private static List<FaultCase> trouble() {
        return List.of(
                of(500, "Internal Server Error", Fault.Unavailable.class),
                of(502, "Bad Gateway", Fault.Unavailable.class),
                FaultCase.of(504, "<html>", Fault.Unavailable.class),
                FaultCase.of(400, "<html>a proxy</html>", Fault.Unavailable.class),
                FaultCase.of(401, "<html>a proxy</html>", Fault.Unavailable.class),
                FaultCase.of(403, "<html>a proxy</html>", Fault.Unavailable.class),
                FaultCase.of(404, "<html>a proxy</html>", Fault.Unavailable.class),
                FaultCase.of(409, "<html>a proxy</html>", Fault.Unavailable.class),
                FaultCase.of(302, "", Fault.Unavailable.class),
                FaultCase.of(
                        429,
                        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 35\","
                                + "\"parameters\":{\"retry_after\":35}}",
                        Fault.Busy.class),
                FaultCase.of(429, "<html>slower</html>", Fault.Busy.class));
    }

    private static List<FaultCase> texts() {
        return List.of(
                rejected("message text is empty", "text-empty"),
                rejected("text must be non-empty", "text-empty"),
                rejected("message is too long", "text-too-long"),
                rejected("message caption is too long", "text-too-long"),
                rejected("can't parse entities: Unsupported start tag \\\"x\\\" at byte offset 3", "markup"),
                rejected("can't parse entities: Can't find end of Bold entity at byte offset 0", "markup"),
                rejected("can't parse entities: Character '.' is reserved and must be escaped", "markup"),
                rejected("unsupported parse_mode", "markup"),
                rejected("message thread not found", "topic"),
                rejected("TOPIC_DELETED", "topic"),
                rejected("TOPIC_CLOSED", "topic-closed"),
                rejected("message to be replied not found", "reply"),
                rejected("wrong HTTP URL specified", "preview"),
                rejected("BUTTON_URL_INVALID", "buttons"),
                rejected("reply markup is too long", "buttons"),
                rejected("can't parse inline keyboard button: Text buttons are unallowed", "buttons"));
    }

    private static List<FaultCase> files() {
        return List.of(
                FaultCase.rejected(413, body(413, "Request Entity Too Large"), "file-too-large"),
                FaultCase.rejected(413, "<html>too large</html>", "file-too-large"),
                rejected("file is too big", "file-too-large"),
                rejected("wrong file identifier/HTTP URL specified", "fetch"),
                rejected("failed to get HTTP URL content", "fetch"),
                rejected("wrong type of the web page content", "fetch"),
                rejected("can't upload file by URL", "fetch"),
                rejected("PHOTO_INVALID_DIMENSIONS", "dimensions"),
                rejected("IMAGE_PROCESS_FAILED", "media"),
                rejected("photo has unsupported extension. Use one of .jpg", "media"),
                rejected("there is no photo in the request", "media"),
                rejected("can't use the media of the specified type in the album", "album"),
                rejected("document can't be mixed with other media types", "album"),
                rejected("too many messages to send as an album", "album"),
                rejected("failed to send message #2 with the error message \\\"x\\\"", "album"));
    }

    private static List<FaultCase> others() {
        return List.of(
                FaultCase.rejected(404, body(404, "Not Found"), "unsupported"),
                FaultCase.rejected(421, body(421, "Misdirected Request"), "unsupported"),
                FaultCase.rejected(409, body(409, "Conflict: terminated by other getUpdates request"), "refused"),
                rejected("chat not found", "chat"),
                rejected("chat_id is empty", "chat"),
                rejected("group chat was upgraded to a supergroup chat", "chat"),
                rejected("not enough rights to send photos to the chat", "rights"),
                rejected("not enough rights to send polls to the chat", "rights"),
                rejected("wrong poll data specified", "poll"),
                rejected("poll can't have more than 12 options", "poll"),
                rejected("poll options length must not exceed 100", "poll"),
                rejected("POLL_OPTION_DUPLICATE", "poll"),
                rejected("non-anonymous polls can't be sent to channel chats", "poll"),
                rejected("wrong correct option ID specified", "poll"),
                rejected("something new", "refused"));
    }

    private static FaultCase of(int status, String description, Class<? extends Fault> fault) {
        return FaultCase.of(status, body(status, description), fault);
    }

    private static FaultCase rejected(String description, String code) {
        return FaultCase.rejected(400, body(400, "Bad Request: " + description), code);
    }

    private static String body(int status, String description) {
        return "{\"ok\":false,\"error_code\":" + status + ",\"description\":\"" + description + "\"}";
    }
}
