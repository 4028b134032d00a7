package planner.publish;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A publication as people see it.
 *
 * @param account the name of the account when it was scheduled
 * @param deadline when the present tries are given up; {@code null} before the first and after the end
 * @param out how many posts of it the public sees already although it has not ended as published
 * @param note what a person should know about the published post
 * @param line the beginning of its text
 */
public record PublicationView(
        UUID id,
        UUID post,
        UUID channel,
        String network,
        String account,
        String format,
        PublicationState state,
        Instant dueAt,
        int attempts,
        @Nullable Instant deadline,
        int out,
        @Nullable String permalink,
        @Nullable Instant publishedAt,
        String note,
        @Nullable Trouble problem,
        @Nullable Soon next,
        String line,
        int version) {

    /**
     * @param code the network's own code or a stable word of ours
     * @param message the network's words
     * @param advice what it means and what to do, in the reader's language; may be empty
     */
    public record Trouble(String code, String message, String advice) {}

    /** What happens next by itself. */
    public record Soon(Instant at, String why) {}
}
