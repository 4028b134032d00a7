package planner.adapter.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import planner.adapter.kit.Call;
import planner.adapter.kit.Fields;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Media;
import tools.jackson.databind.JsonNode;

/** The methods of the Bot API that we use. The token is part of every address and is kept out of every story. */
final class TelegramApi {
    // Generous, so that an answer is rarely lost: nobody can tell afterwards what became of the message.
    private static final Duration READ = Duration.ofSeconds(60);
    private static final int SLOWEST_BYTES_A_SECOND = 100_000;

    private final Http http;
    private final URI base;

    TelegramApi(Http http, URI base) {
        this.http = http;
        this.base = base;
    }

    record Bot(long id, String username) {}

    record Chat(long id, String type, String title, String username) {
        boolean isChannel() {
            return type.equals("channel");
        }
    }

    /** What the bot may do in a chat. */
    record Member(String status, boolean mayPost, boolean maySend) {}

    /** What became of a message. */
    sealed interface Sent {
        record Done(At.Message message) implements Sent {}

        /** Nothing was sent: the group became a supergroup with another id. */
        record Moved(long chat) implements Sent {}
    }

    Reply getMe(String token) {
        return http.send(call(token, "getMe"));
    }

    static Bot bot(Reply reply) {
        var result = Json.tree(reply).path("result");
        return new Bot(result.path("id").asLong(0), result.path("username").asString(""));
    }

    /** @param chat numeric id or @name */
    Reply getChat(String token, String chat) {
        return http.send(call(token, "getChat").json(Fields.of("chat_id", id(chat))));
    }

    static Chat chat(Reply reply) {
        var result = Json.tree(reply).path("result");
        var username = result.path("username").asString("");
        return new Chat(
                result.path("id").asLong(0),
                result.path("type").asString(""),
                result.path("title").asString(result.path("first_name").asString(username)),
                username);
    }

    Reply getChatMember(String token, long chat, long user) {
        return http.send(call(token, "getChatMember").json(Fields.of("chat_id", chat, "user_id", user)));
    }

    static Member member(Reply reply) {
        var result = Json.tree(reply).path("result");
        return new Member(
                result.path("status").asString(""),
                result.path("can_post_messages").asBoolean(false),
                result.path("can_send_messages").asBoolean(false));
    }

    long getChatMemberCount(String token, long chat) {
        return result(http.send(call(token, "getChatMemberCount").json(Fields.of("chat_id", chat))))
                .asLong(0);
    }

    Sent send(String token, TelegramMessage message) {
        var call = call(token, message.method()).body(message.body()).within(within(message.bytes()));
        var reply = http.send(call);
        return moved(reply).<Sent>map(Sent.Moved::new).orElseGet(() -> new Sent.Done(message(result(reply))));
    }

    void pinChatMessage(String token, long chat, long message, boolean silent) {
        result(http.send(call(token, "pinChatMessage")
                .json(Fields.of("chat_id", chat, "message_id", message, "disable_notification", silent))));
    }

    /** Text where it is a name, a number where it is an id. */
    static Object id(String chat) {
        return chat.startsWith("@") ? chat : Long.valueOf(chat);
    }

    private Call call(String token, String method) {
        return Call.post(URI.create(base + "/bot" + token + "/" + method)).secret(token);
    }

    /** What a message with these files may take. */
    static Duration within(List<Media> files) {
        return within(files.stream().mapToLong(Media::bytes).sum());
    }

    private static Duration within(long bytes) {
        return READ.plusSeconds(bytes / SLOWEST_BYTES_A_SECOND);
    }

    private static Optional<Long> moved(Reply reply) {
        var target = Json.tree(reply).path("parameters").path("migrate_to_chat_id");
        return reply.status() == 400 && target.isNumber() ? Optional.of(target.asLong()) : Optional.empty();
    }

    private static At.Message message(JsonNode result) {
        List<JsonNode> messages = new ArrayList<>();
        if (result.isArray()) {
            result.forEach(messages::add);
        } else {
            messages.add(result);
        }
        var chat = messages.getFirst().path("chat");
        return new At.Message(
                chat.path("id").asLong(0),
                chat.path("username").asString(""),
                messages.stream()
                        .map(message -> message.path("message_id").asLong(0))
                        .toList());
    }

    private static JsonNode result(Reply reply) {
        if (!reply.ok()) {
            throw TelegramFaults.exception(reply);
        }
        return Json.read(reply, Answer.class).result();
    }

    private record Answer(boolean ok, JsonNode result) {}
}
