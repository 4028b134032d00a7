package planner.network;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The post as the network knows it.
 *
 * @param id the network's id of the first post
 * @param permalink where people see it; {@code null} when the network gives none
 * @param more ids of the further posts of a thread or series, in order
 * @param note what a person should know, for example "delivered to the inbox: finish it in the app"; several are
 *     {@link #joined}, and what varies stands behind a colon; may be empty
 * @param since the time at which the network was to show it by itself, if it is seen after that; {@code null} = just now
 */
public record RemotePost(
        String id,
        @Nullable URI permalink,
        List<String> more,
        String note,
        @Nullable Instant since) {
    public RemotePost {
        more = List.copyOf(more);
    }

    public RemotePost(String id, @Nullable URI permalink, List<String> more, String note) {
        this(id, permalink, more, note, null);
    }

    public static RemotePost of(String id, @Nullable URI permalink) {
        return new RemotePost(id, permalink, List.of(), "");
    }

    /** Several notes as one, those that are empty left out. */
    public static String joined(String... notes) {
        return Arrays.stream(notes).filter(note -> !note.isEmpty()).collect(Collectors.joining("; "));
    }
}
