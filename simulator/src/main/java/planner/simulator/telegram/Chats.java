package planner.simulator.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import planner.simulator.media.MediaShelf.Kept;
import tools.jackson.databind.JsonNode;

/** The chats, who may write there, and what was written. */
final class Chats {
    static final String TOKEN = "7000000001:AAHsandboxsandboxsandboxsandboxsand";
    static final long BOT = 7_000_000_001L;
    /** How the name of a topic begins in which nobody may write. */
    static final String CLOSED = "Closed";

    static final Chat CHANNEL =
            new Chat(-1001500000001L, "channel", "Sandbox News", "sandbox_news", true, false, 60, Map.of());
    static final Chat GROUP = new Chat(
            -1001500000002L,
            "supergroup",
            "Sandbox Talk",
            "sandbox_talk",
            true,
            false,
            20,
            Map.of("7", "Recipes", "9", CLOSED + " questions"));
    static final Chat FOREIGN =
            new Chat(-1001500000003L, "channel", "Somebody Else", "somebody_else", false, false, 60, Map.of());
    static final Chat LIBRARY =
            new Chat(-1001500000004L, "supergroup", "Sandbox Library", "sandbox_library", true, true, 20, Map.of());

    /** The number that the group had before it became a supergroup. */
    static final long BEFORE = -4_000_001;

    private static final List<Chat> ALL = List.of(CHANNEL, GROUP, FOREIGN, LIBRARY);

    private final List<Message> messages = new ArrayList<>();
    private final Map<String, Stored> files = new ConcurrentHashMap<>();
    private long lastId;

    /**
     * @param admin whether our bot may post there
     * @param textOnly whether it may send nothing but text, and pin nothing
     * @param perMinute messages taken in a minute
     * @param topics of a forum by their number
     */
    record Chat(
            long id,
            String type,
            String title,
            String username,
            boolean admin,
            boolean textOnly,
            int perMinute,
            Map<String, String> topics) {}

    /** @param kind photo, video, animation or document */
    record Stored(String id, String kind, Kept file, String name, String type, int width, int height, int seconds) {}

    /**
     * @param album id shared by the messages of one album; empty when it stands alone
     * @param picture id of a stored file that stands for the file or video; mostly empty
     */
    record Extras(String album, String picture, Poll poll) {}

    /** How a message was sent. @param topic its name */
    record Manner(boolean silent, boolean kept, boolean above, String topic) {}

    /** @param more buttons and the like, as they came */
    record Message(
            long id,
            Chat chat,
            Instant at,
            Markup text,
            List<Stored> media,
            Extras extras,
            Manner manner,
            Map<String, JsonNode> more) {}

    /** The chat of a call. */
    static Chat of(Parameters call) {
        String id = call.text("chat_id");
        if (id.isEmpty()) {
            throw BotError.bad("chat_id is empty");
        }
        if (id.equals("" + BEFORE)) {
            throw new BotError(
                    400,
                    "Bad Request: group chat was upgraded to a supergroup chat",
                    Map.of("migrate_to_chat_id", GROUP.id()));
        }
        return find(id).orElseThrow(() -> BotError.bad("chat not found"));
    }

    static Optional<Chat> find(String id) {
        return ALL.stream()
                .filter(it -> id.equals("" + it.id()) || id.equalsIgnoreCase("@" + it.username()))
                .findFirst();
    }

    /** Ids go on after a restart, as if there had been other messages in between. */
    synchronized long nextId(Instant now) {
        lastId = Math.max(lastId + 1, now.toEpochMilli() / 10 % 1_000_000_000);
        return lastId;
    }

    synchronized void add(Message message) {
        messages.add(message);
    }

    synchronized Optional<Message> find(long chat, long id) {
        return messages.stream()
                .filter(it -> it.chat().id() == chat && it.id() == id)
                .findFirst();
    }

    synchronized boolean remove(long chat, long id) {
        return messages.removeIf(it -> it.chat().id() == chat && it.id() == id);
    }

    synchronized boolean replace(Message old, Message with) {
        int at = messages.indexOf(old);
        if (at >= 0) {
            messages.set(at, with);
        }
        return at >= 0;
    }

    synchronized List<Message> all() {
        return List.copyOf(messages);
    }

    synchronized long since(Chat chat, Instant start) {
        return messages.stream()
                .filter(it -> it.chat().equals(chat) && it.at().isAfter(start))
                .count();
    }

    void keep(Stored stored) {
        files.put(stored.id(), stored);
    }

    Optional<Stored> file(String id) {
        return Optional.ofNullable(files.get(id));
    }
}
