package planner.simulator.reddit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who can be connected.
 *
 * @param pace least time between two posts: Reddit trusts old accounts more
 * @param developer may sign in by password, as a developer of the script app
 */
record Redditor(String id, String name, int karma, Duration pace, boolean suspended, boolean developer) {
    static final List<Redditor> ALL = List.of(
            new Redditor("1aqz7k", "mossy_corner", 18_240, Duration.ofSeconds(20), false, true),
            new Redditor("9x2new", "fresh_sprout", 3, Duration.ofMinutes(10), false, false),
            new Redditor("4kban0", "pruned_twig", 150, Duration.ofSeconds(20), true, false));

    static Optional<Redditor> byName(String name) {
        return ALL.stream().filter(it -> it.name.equalsIgnoreCase(name)).findFirst();
    }

    static Redditor byId(String id) {
        return ALL.stream().filter(it -> it.id.equals(id)).findFirst().orElseThrow(RedditError::unauthorized);
    }

    /** The subreddit that is this person's own page. */
    String profile() {
        return "u_" + name;
    }
}
