package planner.adapter.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import planner.adapter.kit.Call;
import planner.adapter.kit.Fields;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.adapter.kit.Transport;

/** A Bot API server of one bot and one channel on paper: the answers of the sheet without a socket. */
final class PaperTelegram implements Transport {
    static final String TOKEN = "123456789:AAExampleExampleExampleExampleExamp";
    static final String BASE = "http://127.0.0.1:9";
    static final long CHANNEL = -1001234567890L;
    static final long BOT = 123456789;

    final List<String> texts = new ArrayList<>();
    final List<Form> sent = new ArrayList<>();
    final List<Long> pinned = new ArrayList<>();
    boolean revoked;
    boolean mayPost = true;
    String pinError = "";
    long movedTo;
    private long next = 40;

    @Override
    public Reply send(Call call) {
        var path = call.uri().getPath();
        if (revoked || !path.startsWith("/bot" + TOKEN + "/")) {
            return error(401, "Unauthorized");
        }
        var form = Form.of(call);
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "getMe" ->
                ok(Fields.of("id", BOT, "is_bot", true, "first_name", "Planner", "username", "planner_bot"));
            case "getChat" -> chat(form.get("chat_id"));
            case "getChatMember" ->
                ok(Fields.of("status", "administrator", "user", Fields.of("id", BOT), "can_post_messages", mayPost));
            case "getChatMemberCount" -> ok(17);
            case "sendMessage" -> message(form, form.get("text"), 4096, "message is too long");
            case "sendPhoto", "sendVideo", "sendAnimation", "sendDocument" ->
                message(form, form.get("caption"), 1024, "message caption is too long");
            case "sendMediaGroup" -> album(form);
            case "pinChatMessage" -> pin(form);
            default -> error(404, "Not Found: method not found");
        };
    }

    private static Reply chat(String id) {
        return id.equals("@planner_news") || id.equals(Long.toString(CHANNEL))
                ? ok(Fields.of("id", CHANNEL, "type", "channel", "title", "News", "username", "planner_news"))
                : error(400, "Bad Request: chat not found");
    }

    private Reply message(Form form, String text, int most, String tooLong) {
        if (movedTo != 0 && !form.get("chat_id").equals(Long.toString(movedTo))) {
            return new Reply(
                    400,
                    Map.of(),
                    Json.bytes(Fields.of(
                            "ok",
                            false,
                            "error_code",
                            400,
                            "description",
                            "Bad Request: group chat was upgraded to a supergroup chat",
                            "parameters",
                            Fields.of("migrate_to_chat_id", movedTo))));
        }
        if (text.codePointCount(0, text.length()) > most) {
            return error(400, "Bad Request: " + tooLong);
        }
        texts.add(text);
        sent.add(form);
        return ok(sent(form));
    }

    private Reply album(Form form) {
        var media = Json.tree(form.get("media"));
        var text = media.path(0).path("caption").asString("");
        if (text.codePointCount(0, text.length()) > 1024) {
            return error(400, "Bad Request: message caption is too long");
        }
        texts.add(text);
        var messages = new ArrayList<Object>();
        media.forEach(item -> messages.add(sent(form)));
        return ok(messages);
    }

    private Map<String, Object> sent(Form form) {
        long chat = Long.parseLong(form.get("chat_id"));
        var where = Fields.of("id", chat, "type", "channel", "title", "News");
        if (chat == CHANNEL) {
            where.put("username", "planner_news");
        }
        return Fields.of("message_id", ++next, "date", 1, "chat", where);
    }

    private Reply pin(Form form) {
        if (!pinError.isEmpty()) {
            return error(400, pinError);
        }
        pinned.add(Long.parseLong(form.get("message_id")));
        return ok(true);
    }

    static Reply error(int code, String description) {
        return new Reply(
                code, Map.of(), Json.bytes(Fields.of("ok", false, "error_code", code, "description", description)));
    }

    private static Reply ok(Object result) {
        return new Reply(200, Map.of(), Json.bytes(Fields.of("ok", true, "result", result)));
    }
}
