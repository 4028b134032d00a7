package planner.adapter.meta;

import java.time.Duration;

/** Where a container stands, that is a post in the making which nobody sees; it lives for a day. */
public enum ContainerStatus {
    IN_PROGRESS,
    FINISHED,
    PUBLISHED,
    ERROR,
    EXPIRED,
    /** Not a word of Meta's: it does not know such a container. */
    GONE;

    /** How long to wait after so many looks: 5, 10, 20, 30 seconds, then a minute each. */
    public static Duration pause(int looks) {
        return switch (looks) {
            case 0 -> Duration.ofSeconds(5);
            case 1 -> Duration.ofSeconds(10);
            case 2 -> Duration.ofSeconds(20);
            case 3 -> Duration.ofSeconds(30);
            default -> Duration.ofMinutes(1);
        };
    }
}
