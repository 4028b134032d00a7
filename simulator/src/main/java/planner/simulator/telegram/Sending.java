package planner.simulator.telegram;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import planner.simulator.Multipart;
import planner.simulator.World;
import planner.simulator.media.MediaHeader;
import planner.simulator.media.MediaShelf;
import planner.simulator.telegram.Chats.Chat;
import planner.simulator.telegram.Chats.Message;
import planner.simulator.telegram.Chats.Stored;
import tools.jackson.databind.JsonNode;

/** Everything that puts a message into a chat (sheet, sections 2 and 4). */
final class Sending {
    private static final int TEXT = 4096;
    private static final int CAPTION = 1024;
    private static final long PHOTO_UPLOAD = 10_000_000;
    private static final long FILE_UPLOAD = 50_000_000;
    private static final long PHOTO_URL = 5_000_000;
    private static final long FILE_URL = 20_000_000;

    private final World world;
    private final Chats chats;
    private final MediaShelf shelf;

    Sending(World world, Chats chats, MediaShelf shelf) {
        this.world = world;
        this.chats = chats;
        this.shelf = shelf;
    }

    Object message(Parameters call) {
        Chat chat = writable(call);
        Markup text = Markup.parse(call.text("text"), call.text("parse_mode"));
        if (text.plain().isBlank()) {
            throw BotError.bad("message text is empty");
        }
        if (text.length() > TEXT) {
            throw BotError.bad("message is too long");
        }
        return json(add(call, chat, text, List.of(), ""));
    }

    /** @param kind photo, video, animation or document */
    Object media(Parameters call, String kind) throws IOException {
        Chat chat = writable(call);
        Markup caption = caption(call.text("caption"), call.text("parse_mode"));
        return json(add(call, chat, caption, List.of(file(call, kind, call.text(kind), kind)), ""));
    }

    private static Markup caption(String text, String mode) {
        Markup caption = Markup.parse(text, mode);
        if (caption.length() > CAPTION) {
            throw BotError.bad("message caption is too long");
        }
        return caption;
    }

    Object album(Parameters call) throws IOException {
        Chat chat = writable(call);
        JsonNode items = call.json("media");
        if (items.size() < 2 || items.size() > 10) {
            throw BotError.bad(
                    items.size() > 10
                            ? "too many messages to send as an album"
                            : "strictly 2 to 10 messages are needed for an album");
        }
        List<Stored> files = new ArrayList<>();
        List<Markup> captions = new ArrayList<>();
        for (JsonNode item : items) {
            String kind = item.path("type").asString("");
            if (!Set.of("photo", "video", "document").contains(kind)) {
                throw BotError.bad("can't use the media of the specified type in the album");
            }
            files.add(file(call, kind, item.path("media").asString(""), kind));
            captions.add(caption(
                    item.path("caption").asString(""), item.path("parse_mode").asString("")));
        }
        long documents =
                files.stream().filter(it -> it.kind().equals("document")).count();
        if (documents > 0 && documents < files.size()) {
            throw BotError.bad("document can't be mixed with other media types");
        }
        String album = UUID.randomUUID().toString();
        List<Object> sent = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            sent.add(json(add(call, chat, captions.get(i), List.of(files.get(i)), album)));
        }
        return sent;
    }

    Object poll(Parameters call) {
        Chat chat = writable(call);
        Markup question = Markup.parse(call.text("question"), call.text("question_parse_mode"));
        JsonNode options = call.json("options");
        if (question.length() < 1 || question.length() > 300 || options.isEmpty() || options.size() > 12) {
            throw BotError.bad("wrong poll data specified");
        }
        for (JsonNode option : options) {
            String text =
                    option.isString() ? option.asString() : option.path("text").asString("");
            if (text.isBlank() || text.codePointCount(0, text.length()) > 100) {
                throw BotError.bad("wrong poll data specified");
            }
        }
        if (chat.type().equals("channel") && call.has("is_anonymous") && !call.on("is_anonymous")) {
            throw BotError.bad("non-anonymous polls can't be sent to channel chats");
        }
        return json(add(call, chat, question, List.of(), ""));
    }

    private Chat writable(Parameters call) {
        if (call.text("chat_id").isEmpty()) {
            throw BotError.bad("chat_id is empty");
        }
        Chat chat = Chats.find(call.text("chat_id")).orElseThrow(() -> BotError.bad("chat not found"));
        if (!chat.admin()) {
            throw BotError.bad("need administrator rights in the channel chat");
        }
        Instant minuteAgo = world.clock().instant().minus(Duration.ofMinutes(1));
        if (chats.since(chat, minuteAgo) >= chat.perMinute()) {
            throw new Flood(30);
        }
        return chat;
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

    private Message add(Parameters call, Chat chat, Markup text, List<Stored> media, String album) {
        Map<String, JsonNode> more = new LinkedHashMap<>();
        for (String name : List.of("reply_markup", "options", "link_preview_options", "reply_parameters")) {
            if (call.has(name)) {
                more.put(name, call.json(name));
            }
        }
        Instant now = world.clock().instant();
        Message message =
                new Message(chats.nextId(now), chat, now, text, media, album, call.on("disable_notification"), more);
        chats.add(message);
        return message;
    }

    /** An upload, an address, or the id of a file that was sent before. */
    private Stored file(Parameters call, String kind, String value, String part) throws IOException {
        var known = chats.file(value);
        if (known.isPresent()) {
            if (!known.get().kind().equals(kind)) {
                throw BotError.bad("can't use file of type " + known.get().kind() + " as " + kind);
            }
            return known.get();
        }
        boolean photo = kind.equals("photo");
        if (value.startsWith("http://") || value.startsWith("https://")) {
            return fetched(kind, value, photo ? PHOTO_URL : FILE_URL);
        }
        String name = value.startsWith("attach://") ? value.substring("attach://".length()) : part;
        Multipart.Part upload =
                call.file(name).orElseThrow(() -> BotError.bad("there is no " + kind + " in the request"));
        long most = photo ? PHOTO_UPLOAD : FILE_UPLOAD;
        if (upload.content().length > most) {
            throw new BotError(413, "Request Entity Too Large");
        }
        var kept = shelf.keep(new ByteArrayInputStream(upload.content()), upload.type(), most + 1);
        return store(kind, kept, upload.file());
    }

    private Stored fetched(String kind, String address, long most) {
        try {
            var kept = shelf.fetch(address, most);
            if (kept.size() > most) {
                throw BotError.bad("failed to get HTTP URL content");
            }
            return store(kind, kept, "file");
        } catch (MediaShelf.NotFetched e) {
            throw BotError.bad("failed to get HTTP URL content");
        }
    }

    private Stored store(String kind, MediaShelf.Kept kept, String name) {
        MediaHeader header = kept.header().orElse(null);
        int width = header == null ? 0 : header.width();
        int height = header == null ? 0 : header.height();
        if (kind.equals("photo")) {
            if (!(header instanceof MediaHeader.Image)) {
                throw BotError.bad("IMAGE_PROCESS_FAILED");
            }
            if (width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height)) {
                throw BotError.bad("PHOTO_INVALID_DIMENSIONS");
            }
        }
        int seconds = header instanceof MediaHeader.Video video
                ? (int) video.duration().toSeconds()
                : 0;
        String type = header == null ? kept.type() : header.type();
        Stored stored = new Stored(
                "AgAC" + UUID.randomUUID().toString().replace("-", ""), kind, kept, name, type, width, height, seconds);
        chats.keep(stored);
        return stored;
    }

    static Map<String, Object> json(Message message) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("message_id", message.id());
        json.put("date", message.at().getEpochSecond());
        json.put("chat", chat(message.chat()));
        if (!message.album().isEmpty()) {
            json.put("media_group_id", message.album());
        }
        json.put(message.media().isEmpty() ? "text" : "caption", message.text().plain());
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
