package planner.simulator.facebook;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Made-up counters: the same post has the same ones at the same time, and they only grow. */
final class Numbers {
    private Numbers() {}

    static long likes(String id, Page page, Instant at, Instant now) {
        return reach(id, page, at, now) * 7 / 100;
    }

    /** What nobody has shared has no such field. */
    static @Nullable Map<String, Object> shares(String id, Page page, Instant at, Instant now) {
        long count = reach(id, page, at, now) / 90;
        return count == 0 ? null : Map.of("count", count);
    }

    static long reach(String id, Page page, Instant at, Instant now) {
        long most = page.followers * (20L + Math.floorMod(id.hashCode(), 60)) / 100;
        double minutes = Math.max(0, Duration.between(at, now).toMinutes());
        return Math.round(most * (1 - Math.exp(-minutes / 600)));
    }
}
