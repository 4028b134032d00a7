package planner.simulator.threads;

import java.time.Duration;
import java.time.Instant;

/** Made-up figures that only grow, and are the same whenever the same moment is asked for. */
final class Numbers {
    private Numbers() {}

    static long views(Post post, Instant now) {
        double hours = Math.max(0, Duration.between(post.at, now).toSeconds() / 3600.0);
        long whole = post.profile.followers * (30L + Math.floorMod(post.id.hashCode(), 50)) / 100;
        return (long) (whole * hours / (hours + 6));
    }

    static long likes(Post post, Instant now) {
        return views(post, now) / 14;
    }
}
