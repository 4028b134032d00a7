package planner.adapter.telegram;

import java.util.List;
import java.util.Set;
import planner.adapter.contract.FaultCase;
import planner.adapter.contract.NetworkContract;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SpecCheck;
import planner.adapter.kit.Http;
import planner.network.Environment;
import planner.network.Fault;
import planner.network.Network;

class TelegramContractTest extends NetworkContract {
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
                "album",
                "reply",
                "buttons",
                "unsupported",
                "refused");
    }

    /** Section 5 of the sheet, row by row. */
    @Override
    protected List<FaultCase> faults() {
        return List.of(
                of(401, "Unauthorized", Fault.Revoked.class),
                of(403, "Forbidden: bot was kicked from the channel chat", Fault.Revoked.class),
                of(403, "Forbidden: bot is not a member of the supergroup chat", Fault.Revoked.class),
                of(403, "Forbidden: the group chat was deleted", Fault.Revoked.class),
                of(400, "Bad Request: need administrator rights in the channel chat", Fault.Revoked.class),
                of(400, "Bad Request: have no rights to send a message", Fault.Revoked.class),
                of(400, "Bad Request: CHAT_WRITE_FORBIDDEN", Fault.Revoked.class),
                of(500, "Internal Server Error", Fault.Unavailable.class),
                of(502, "Bad Gateway", Fault.Unavailable.class),
                FaultCase.of(504, "<html>", Fault.Unavailable.class),
                FaultCase.of(400, "<html>a proxy</html>", Fault.Unavailable.class),
                FaultCase.of(
                        429,
                        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 35\","
                                + "\"parameters\":{\"retry_after\":35}}",
                        Fault.Busy.class),
                rejected(404, "Not Found", "unsupported"),
                rejected(400, "Bad Request: chat not found", "chat"),
                rejected(400, "Bad Request: not enough rights to send photos to the chat", "rights"),
                rejected(400, "Bad Request: message text is empty", "text-empty"),
                rejected(400, "Bad Request: message is too long", "text-too-long"),
                rejected(400, "Bad Request: message caption is too long", "text-too-long"),
                rejected(400, "Bad Request: can't parse entities: Unsupported start tag \\\"x\\\"", "markup"),
                rejected(400, "Bad Request: wrong file identifier/HTTP URL specified", "media"),
                rejected(400, "Bad Request: PHOTO_INVALID_DIMENSIONS", "media"),
                rejected(400, "Bad Request: IMAGE_PROCESS_FAILED", "media"),
                rejected(413, "Request Entity Too Large", "media"),
                rejected(400, "Bad Request: can't use the media of the specified type in the album", "album"),
                rejected(400, "Bad Request: failed to send message #2 with the error message \\\"x\\\"", "album"),
                rejected(400, "Bad Request: message to be replied not found", "reply"),
                rejected(400, "Bad Request: BUTTON_URL_INVALID", "buttons"),
                rejected(409, "Conflict: terminated by other getUpdates request", "refused"),
                rejected(400, "Bad Request: something new", "refused"));
    }

    private static FaultCase of(int status, String description, Class<? extends Fault> fault) {
        return FaultCase.of(status, body(status, description), fault);
    }

    private static FaultCase rejected(int status, String description, String code) {
        return FaultCase.rejected(status, body(status, description), code);
    }

    private static String body(int status, String description) {
        return "{\"ok\":false,\"error_code\":" + status + ",\"description\":\"" + description + "\"}";
    }
}
