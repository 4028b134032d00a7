package planner.adapter.threads;

import java.util.List;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Option;

/** What a person may set for a post on Threads; of a thread all of it but the spoilers belongs to the first post. */
record ThreadsOptions(
        @Option(initial = "\"EVERYONE\"") @Nullable Replies replies,

        @Option(max = ThreadsCapabilities.TOPIC) @Nullable String topic,

        @Option(max = ThreadsCapabilities.TEXT) @Nullable String firstComment,

        @Option @Nullable String link,

        @Option(max = ThreadsCapabilities.POLL_MOST, itemMax = ThreadsCapabilities.POLL_CHOICE) @Nullable
        List<String> poll,

        @Option @Nullable String gif,
        @Option(choices = ThreadsChoices.POSTS) @Nullable String quote,

        @Option(max = ThreadsCapabilities.SPOILERS, itemMax = ThreadsCapabilities.TEXT) @Nullable
        List<String> spoilers,

        @Option(initial = "false") @Nullable Boolean spoilerMedia,
        @Option(max = 100) @Nullable String place,

        @Option(choices = ThreadsChoices.LOCATIONS) @Nullable
        String location)
        implements Delivery.Options {

    /** Who may reply; EVERYONE is said by saying nothing. */
    enum Replies {
        EVERYONE,
        ACCOUNTS_YOU_FOLLOW,
        MENTIONED_ONLY,
        PARENT_POST_AUTHOR_ONLY,
        FOLLOWERS_ONLY
    }

    static ThreadsOptions of(Delivery delivery) {
        return (ThreadsOptions) delivery.options();
    }

    Replies repliesOrEveryone() {
        return replies == null ? Replies.EVERYONE : replies;
    }

    /** Without the sign that people write before it. */
    String topicOrEmpty() {
        return plain(topic).replaceFirst("^#", "");
    }

    String commentOrEmpty() {
        return plain(firstComment);
    }

    String linkOrEmpty() {
        return plain(link);
    }

    List<String> answers() {
        return plain(poll);
    }

    String gifOrEmpty() {
        return plain(gif);
    }

    String quoteOrEmpty() {
        return plain(quote);
    }

    List<String> spoilersOrNone() {
        return plain(spoilers);
    }

    boolean hidesMedia() {
        return Boolean.TRUE.equals(spoilerMedia);
    }

    String locationOrEmpty() {
        return plain(location);
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static List<String> plain(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }
}
