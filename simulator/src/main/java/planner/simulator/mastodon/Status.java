package planner.simulator.mastodon;

import java.time.Instant;
import java.util.List;

/**
 * One post.
 *
 * @param warning shown instead of the text until it is opened; empty = none
 * @param parent the id of what it answers; empty = none
 * @param quoted the id of what it quotes; empty = none
 * @param choices of the poll; empty = none
 */
record Status(
        String id,
        People author,
        Instant at,
        String text,
        String warning,
        boolean sensitive,
        String visibility,
        String language,
        List<MediaDesk.Medium> media,
        List<String> choices,
        String parent,
        String quoted) {}
