package planner.adapter.telegram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import planner.network.Step;

/** Where a publication to Telegram stands. */
sealed interface At extends Step {
    /**
     * The message is sent. Nobody can tell afterwards whether it arrived: a bot cannot list what it has sent.
     *
     * @param chat the chat's new id after a group became a supergroup, which is followed once; {@code null} = the account's own
     */
    record Send(@Nullable Long chat) implements At {
        @Override
        public boolean repeatable() {
            return false;
        }
    }

    /**
     * The message is out and is being pinned; pinning twice is pinning once.
     *
     * @param tries made so far
     */
    record Pin(Message message, int tries) implements At {
        @Override
        public List<String> out() {
            return message.links();
        }

        @Override
        public boolean complete() {
            return true;
        }
    }

    /**
     * What was sent.
     *
     * @param ids in the order of the chat; several for an album
     * @param username of a public chat, empty for others
     */
    record Message(long chat, String username, List<Long> ids) {
        public Message {
            ids = List.copyOf(ids);
        }

        /** As the house knows them: chat and message. */
        List<String> links() {
            return ids.stream().map(id -> chat + "/" + id).toList();
        }
    }
}
