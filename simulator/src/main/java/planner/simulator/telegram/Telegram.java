package planner.simulator.telegram;

import java.io.IOException;
import java.net.http.HttpClient.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Html;
import planner.simulator.Site;
import planner.simulator.World;
import planner.simulator.media.MediaShelf;
import planner.simulator.telegram.Chats.Chat;
import planner.simulator.telegram.Chats.Message;

/** Telegram: one bot, a channel and a group that it serves, and a channel that it does not. */
public final class Telegram implements Site {
    private final World world;
    private final Chats chats = new Chats();
    private final MediaShelf shelf = new MediaShelf("TelegramBot (like TwitterBot)", Redirect.NORMAL);
    private final Sending sending;
    private final Set<Long> pinned = new HashSet<>();
    private volatile boolean revoked;

    public Telegram(World world) {
        this.world = world;
        sending = new Sending(world, chats, shelf);
    }

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public String title() {
        return "Telegram";
    }

    @Override
    public String accent() {
        return "#1c7cb4";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("api-url", world.url(this, "/api"), "web-url", world.url(this, "/web"));
    }

    @Override
    public Map<String, String> demoSecrets() {
        return Map.of("token", token(), "chat", "@" + Chats.CHANNEL.username());
    }

    /** After all access was taken away the owner has made a new token. */
    private String token() {
        return revoked ? Chats.TOKEN.replace("sand", "SAND") : Chats.TOKEN;
    }

    @Override
    public boolean api(Ask ask) {
        return ask.path().startsWith("/api/bot");
    }

    @Override
    public Answer answer(Ask ask) throws IOException {
        List<String> path = ask.segments();
        String first = path.isEmpty() ? "" : path.getFirst();
        if (first.equals("api") && path.size() == 3 && path.get(1).startsWith("bot")) {
            return called(ask, path.get(1).substring(3), path.get(2));
        }
        if (first.equals("media")) {
            return chats.file(path.getLast())
                    .map(it -> Answer.file(it.file().file(), it.type()))
                    .orElseGet(() -> Answer.text(404, "Not Found"));
        }
        if (first.equals("avatar")) {
            return Answer.of(
                    200, "image/svg+xml", Html.avatar(Chats.CHANNEL.title()).getBytes(StandardCharsets.UTF_8));
        }
        return first.equals("timeline") || first.equals("web")
                ? new Timeline(world, chats, pinned()).page()
                : BotError.answer(404, "Not Found", Map.of());
    }

    private Answer called(Ask ask, String token, String name) throws IOException {
        try {
            if (!token.equals(token())) {
                throw new BotError(401, "Unauthorized");
            }
            String method = name.toLowerCase(java.util.Locale.ROOT);
            Parameters call = Parameters.read(ask);
            strict(ask, method, call);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("ok", true);
            answer.put("result", result(method, call));
            return Answer.json(200, answer);
        } catch (BotError e) {
            return e.answer();
        } catch (Sending.Flood e) {
            return throttled(ask, Duration.ofSeconds(e.seconds()));
        }
    }

    /** The real server passes over what it does not know; a client that sends such things has a mistake. */
    private void strict(Ask ask, String method, Parameters call) {
        Set<String> allowed = Methods.parameters(method);
        for (String name : call.names()) {
            if (!allowed.contains(name)) {
                world.journal().violation("telegram", ask, "unknown parameter " + name);
                throw BotError.bad("unknown parameter " + name);
            }
        }
    }

    private Object result(String method, Parameters call) throws IOException {
        return switch (method) {
            case "getme" -> me();
            case "getchat" -> Sending.chat(Chats.of(call));
            case "getchatmembercount" -> 321;
            case "getchatmember" -> member(Chats.of(call), call);
            case "getwebhookinfo" -> Map.of("url", "", "pending_update_count", 0);
            case "sendmessage" -> sending.message(call);
            case "sendphoto" -> sending.media(call, "photo");
            case "sendvideo" -> sending.media(call, "video");
            case "sendanimation" -> sending.media(call, "animation");
            case "senddocument" -> sending.media(call, "document");
            case "sendmediagroup" -> sending.album(call);
            case "sendpoll" -> sending.poll(call);
            case "pinchatmessage" -> pin(message(call), true);
            case "unpinchatmessage" -> pin(message(call), false);
            case "editmessagetext" -> edit(message(call), Markup.parse(call.text("text"), call.text("parse_mode")));
            case "editmessagecaption" ->
                edit(message(call), Markup.parse(call.text("caption"), call.text("parse_mode")));
            case "deletemessage" -> delete(message(call));
            default -> throw new BotError(404, "Not Found: method not found");
        };
    }

    private static Map<String, Object> me() {
        return Map.of(
                "id",
                Chats.BOT,
                "is_bot",
                true,
                "first_name",
                "Sandbox Bot",
                "username",
                "sandbox_bot",
                "can_join_groups",
                true);
    }

    private static Map<String, Object> member(Chat chat, Parameters call) {
        if (!call.text("user_id").equals("" + Chats.BOT)) {
            throw BotError.bad("user not found");
        }
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("user", me());
        member.put("status", chat.admin() ? "administrator" : "left");
        if (chat.admin()) {
            for (String right :
                    List.of("can_post_messages", "can_edit_messages", "can_delete_messages", "can_pin_messages")) {
                member.put(right, true);
            }
        }
        return member;
    }

    private Message message(Parameters call) {
        String id = call.text("message_id");
        return chats.find(Chats.of(call).id(), id.matches("\\d{1,18}") ? Long.parseLong(id) : -1)
                .orElseThrow(() -> BotError.bad("message not found"));
    }

    private synchronized boolean pin(Message message, boolean on) {
        if (message.chat().textOnly()) {
            throw BotError.bad("not enough rights to manage pinned messages in the chat");
        }
        if (on) {
            pinned.add(message.id());
        } else {
            pinned.remove(message.id());
        }
        return true;
    }

    private synchronized Set<Long> pinned() {
        return Set.copyOf(pinned);
    }

    private Object edit(Message message, Markup text) {
        if (message.text().equals(text)) {
            throw BotError.bad("message is not modified: specified new message content is the same");
        }
        Message changed = new Message(
                message.id(),
                message.chat(),
                message.at(),
                text,
                message.media(),
                message.extras(),
                message.manner(),
                message.more());
        chats.replace(message, changed);
        return Sending.json(changed);
    }

    private boolean delete(Message message) {
        return chats.remove(message.chat().id(), message.id());
    }

    @Override
    public Answer broken(Ask ask) {
        return BotError.answer(500, "Internal Server Error", Map.of());
    }

    @Override
    public Answer throttled(Ask ask, Duration pause) {
        return BotError.answer(
                        429,
                        "Too Many Requests: retry after " + pause.toSeconds(),
                        Map.of("retry_after", pause.toSeconds()))
                .with("Retry-After", "" + pause.toSeconds());
    }

    @Override
    public void revoke() {
        revoked = true;
    }

    /** An album counts once. */
    @Override
    public List<String> visible() {
        Set<String> albums = new HashSet<>();
        List<String> texts = new ArrayList<>();
        for (Message message : chats.all()) {
            if (message.extras().album().isEmpty()
                    || albums.add(message.extras().album())) {
                texts.add(message.text().plain());
            }
        }
        return texts;
    }

    @Override
    public String timeline() {
        return "/timeline";
    }

    @Override
    public void close() {
        shelf.close();
    }
}
