package planner.adapter.telegram;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A topic of a forum, as people name it.
 *
 * @param chat its @name or number as the link has it; empty when only the topic was named
 */
record Topic(String chat, long thread) {
    /** The topic that every forum has; a message goes there when no topic is named. */
    static final long GENERAL = 1;

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,9}");
    private static final Pattern LINK = Pattern.compile(
            "(?:https?://)?(?:t|telegram)\\.me/(?:c/(\\d{1,15})|([A-Za-z][A-Za-z0-9_]{2,31}))/([1-9]\\d{0,9})(?:/\\d{1,10})?/?(?:\\?.*)?");

    /** Empty when this names no topic. */
    static Optional<Topic> of(String typed) {
        if (NUMBER.matcher(typed).matches()) {
            return Optional.of(new Topic("", Long.parseLong(typed)));
        }
        var link = LINK.matcher(typed);
        if (!link.matches()) {
            return Optional.empty();
        }
        var chat = link.group(1) == null ? "@" + link.group(2) : "-100" + link.group(1);
        return Optional.of(new Topic(chat, Long.parseLong(link.group(3))));
    }

    /** Whether the link leads into the chat with this number and name. */
    boolean isOf(String id, String username) {
        return chat.isEmpty() || chat.equals(id) || !username.isEmpty() && chat.equalsIgnoreCase("@" + username);
    }
}
