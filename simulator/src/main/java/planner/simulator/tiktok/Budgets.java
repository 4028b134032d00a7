package planner.simulator.tiktok;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often an endpoint may be called within a minute, for each token or for the whole app. */
final class Budgets {
    private final Clock clock;
    private final Map<String, Deque<Instant>> calls = new ConcurrentHashMap<>();

    Budgets(Clock clock) {
        this.clock = clock;
    }

    void spend(String key, int most) {
        Instant now = clock.instant();
        Deque<Instant> made = calls.computeIfAbsent(key, it -> new ArrayDeque<>());
        synchronized (made) {
            made.removeIf(it -> !it.isAfter(now.minus(Duration.ofMinutes(1))));
            if (made.size() >= most) {
                throw ApiError.of(
                        429,
                        "rate_limit_exceeded",
                        "The API rate limit was exceeded. Please try your request again later.");
            }
            made.addLast(now);
        }
    }
}
