package planner.simulator.telegram;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import planner.simulator.World;
import planner.simulator.media.MediaShelf;
import planner.simulator.telegram.Chats.Chat;
import planner.simulator.telegram.Chats.Extras;
import planner.simulator.telegram.Chats.Manner;
import planner.simulator.telegram.Chats.Message;
import planner.simulator.telegram.Chats.Stored;
import tools.jackson.databind.JsonNode;

/** Everything that puts a message into a chat (sheet, sections 2 and 4). */
final class Sending {
    private static final int TEXT = 4096;
    private static final int CAPTION = 1024;

    private final World world;
    private final Chats chats;
    private final Uploads uploads;

    Sending(World world, Chats chats, MediaShelf shelf) {
        this.world = world;
        this.chats = chats;
        uploads = new Uploads(chats, shelf);
    }

    Object message(Parameters call) {
        Chat chat = writable(call, "text messages");
        Markup text = Markup.parse(call.text("text"), call.text("parse_mode"));
        if (text.plain().isBlank()) {
            throw BotError.bad("message text is empty");
        }
        if (text.length() > TEXT) {
            throw BotError.bad("message is too long");
        }
        String page = call.json("link_preview_options").path("url").asString("");
        if (!page.isEmpty() && !page.matches("https?://[^/\\s]+\\S*")) {
            throw BotError.bad("wrong HTTP URL specified");
        }
        return json(add(call, chat, text, List.of(), new Extras("", "", Poll.NONE)));
    }

    /** @param kind photo, video, animation or document */
    Object media(Parameters call, String kind) throws IOException {
        Chat chat = writable(call, kind + "s");
        Markup caption = caption(call.text("caption"), call.text("parse_mode"));
        Stored file = uploads.file(call, kind, call.text(kind), kind);
        if (call.has("start_timestamp") && !call.text("start_timestamp").matches("\\d{1,9}")) {
            throw BotError.bad("can't parse start_timestamp");
        }
        return json(add(call, chat, caption, List.of(file), new Extras("", uploads.picture(call), Poll.NONE)));
    }

    private static Markup caption(String text, String mode) {
        Markup caption = Markup.parse(text, mode);
        if (caption.length() > CAPTION) {
            throw BotError.bad("message caption is too long");
        }
        return caption;
    }

    Object album(Parameters call) throws IOException {
        Chat chat = writable(call, "photos");
        JsonNode items = call.json("media");
        if (items.size() < 2 || items.size() > 10) {
            throw BotError.bad(
                    items.size() > 10
                            ? "too many messages to send as an album"
                            : "strictly 2 to 10 messages are needed for an album");
        }
        List<Stored> files = new ArrayList<>();
        List<Markup> captions = new ArrayList<>();
        Set<Boolean> above = new HashSet<>();
        for (JsonNode item : items) {
            String kind = item.path("type").asString("");
            if (!Set.of("photo", "video", "document").contains(kind)) {
                throw BotError.bad("can't use the media of the specified type in the album");
            }
            files.add(uploads.file(call, kind, item.path("media").asString(""), kind));
            captions.add(caption(
                    item.path("caption").asString(""), item.path("parse_mode").asString("")));
            above.add(item.path("show_caption_above_media").asBoolean(false));
        }
        long documents =
                files.stream().filter(it -> it.kind().equals("document")).count();
        if (documents > 0 && documents < files.size()) {
            throw BotError.bad("document can't be mixed with other media types");
        }
        if (above.size() > 1) {
            throw BotError.bad("parameter show_caption_above_media must be the same in the album");
        }
        String album = UUID.randomUUID().toString();
        List<Object> sent = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            var extras = new Extras(album, "", Poll.NONE);
            sent.add(json(add(call, chat, captions.get(i), List.of(files.get(i)), extras)));
        }
        return sent;
    }

    Object poll(Parameters call) {
        Chat chat = writable(call, "polls");
        Markup question = Poll.question(call);
        Poll poll = Poll.of(call, chat, world.clock().instant());
        return json(add(call, chat, question, List.of(), new Extras("", "", poll)));
    }

    /** @param what is sent, as the server calls it */
    private Chat writable(Parameters call, String what) {
        Chat chat = Chats.of(call);
        if (!chat.admin()) {
            throw BotError.bad("need administrator rights in the channel chat");
        }
        if (chat.textOnly() && !what.equals("text messages")) {
            throw BotError.bad("not enough rights to send " + what + " to the chat");
        }
        topic(call, chat);
        Keyboard.check(call.json("reply_markup"));
        Instant minuteAgo = world.clock().instant().minus(Duration.ofMinutes(1));
        if (chats.since(chat, minuteAgo) >= chat.perMinute()) {
            throw new Flood(30);
        }
        return chat;
    }

    private static void topic(Parameters call, Chat chat) {
        if (!call.has("message_thread_id")) {
            return;
        }
        String topic = chat.topics().get(call.text("message_thread_id"));
        if (topic == null) {
            throw BotError.bad("message thread not found");
        }
        if (topic.startsWith(Chats.CLOSED)) {
            throw BotError.bad("TOPIC_CLOSED");
        }
    }

    /** Too many messages; says how long to wait. */
    static final class Flood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int seconds;

        Flood(int seconds) {
            super("flood", null, false, false);
            this.seconds = seconds;
        }

        int seconds() {
            return seconds;
        }
    }

    private Message add(Parameters call, Chat chat, Markup text, List<Stored> media, Extras extras) {
        Map<String, JsonNode> more = new LinkedHashMap<>();
        for (String name : List.of("reply_markup", "link_preview_options", "reply_parameters")) {
            if (call.has(name)) {
                more.put(name, call.json(name));
            }
        }
        Instant now = world.clock().instant();
        Message message = new Message(
                chats.nextId(now),
                chat,
                now,
                text,
                media,
                extras,
                new Manner(
                        call.on("disable_notification"),
                        call.on("protect_content"),
                        call.on("show_caption_above_media"),
                        chat.topics().getOrDefault(call.text("message_thread_id"), "")),
                more);
        chats.add(message);
        return message;
    }

    static Map<String, Object> json(Message message) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("message_id", message.id());
        json.put("date", message.at().getEpochSecond());
        json.put("chat", chat(message.chat()));
        if (!message.extras().album().isEmpty()) {
            json.put("media_group_id", message.extras().album());
        }
        if (message.extras().poll().answers().isEmpty()) {
            json.put(
                    message.media().isEmpty() ? "text" : "caption",
                    message.text().plain());
        } else {
            json.put("poll", Map.of("question", message.text().plain()));
        }
        for (Stored file : message.media()) {
            Map<String, Object> view = Map.of(
                    "file_id", file.id(),
                    "file_unique_id", file.id().substring(4, 16),
                    "width", file.width(),
                    "height", file.height(),
                    "file_size", file.file().size(),
                    "duration", file.seconds());
            json.put(file.kind(), file.kind().equals("photo") ? List.of(view) : view);
        }
        return json;
    }

    static Map<String, Object> chat(Chat chat) {
        return Map.of("id", chat.id(), "type", chat.type(), "title", chat.title(), "username", chat.username());
    }
}
