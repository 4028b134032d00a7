package planner.simulator.reddit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import planner.simulator.Answer;

/** A thousand calls of an app in ten minutes, told in every answer, now with a fraction and now without. */
final class Budget {
    static final int MOST = 1000;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, Window> windows = new HashMap<>();

    Budget(Clock clock) {
        this.clock = clock;
    }

    record Window(Instant end, int used) {}

    /** Counts one call. */
    synchronized Window spend(String app) {
        Instant now = clock.instant();
        Window old = windows.get(app);
        Window next = old == null || !now.isBefore(old.end())
                ? new Window(now.plus(WINDOW), 1)
                : new Window(old.end(), old.used() + 1);
        windows.put(app, next);
        return next;
    }

    /** As if so many calls had been made. */
    synchronized void use(String app, int calls) {
        windows.put(app, new Window(clock.instant().plus(WINDOW), calls));
    }

    Answer told(Answer answer, Window window) {
        int left = Math.max(0, MOST - window.used());
        long reset = Math.max(1, Duration.between(clock.instant(), window.end()).toSeconds());
        return answer.with("x-ratelimit-used", "" + window.used())
                .with("x-ratelimit-remaining", window.used() % 2 == 0 ? "" + left : left + ".0")
                .with("x-ratelimit-reset", "" + reset);
    }
}
