package planner.simulator.instagram;

import java.time.Duration;
import java.time.Instant;

/** Made-up counters: the same post has the same ones at the same time, and they only grow. */
final class Numbers {
    private Numbers() {}

    static long likes(Post post, Instant now) {
        return reach(post, now) * 7 / 100;
    }

    static long reach(Post post, Instant now) {
        long most = post.account.followers * (20L + Math.floorMod(post.id.hashCode(), 60)) / 100;
        double minutes = Math.max(0, Duration.between(post.at, now).toMinutes());
        return Math.round(most * (1 - Math.exp(-minutes / 600)));
    }
}
