package planner.simulator.pinterest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import planner.simulator.Answer;

/** Calls within a minute by category and person; with trial access also by day, for the whole app. */
final class Budgets {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Clock clock;
    private final Map<String, Deque<Instant>> calls = new HashMap<>();

    Budgets(Clock clock) {
        this.clock = clock;
    }

    enum Category {
        ORG_READ(1000, 1000),
        ORG_WRITE(100, 300),
        ORG_ANALYTICS(60, 1000);

        private final int aMinute;
        private final int aTrialDay;

        Category(int aMinute, int aTrialDay) {
            this.aMinute = aMinute;
            this.aTrialDay = aTrialDay;
        }
    }

    /** @param reset seconds until calls are welcome again, or the window is empty */
    record Standing(int limit, int remaining, long reset) {
        boolean over() {
            return remaining < 0;
        }

        Answer on(Answer answer) {
            return answer.with("x-ratelimit-limit", limit + ", 100;w=1, " + limit + ";w=60")
                    .with("x-ratelimit-remaining", "" + Math.max(0, remaining))
                    .with("x-ratelimit-reset", "" + reset);
        }
    }

    synchronized Standing spend(String member, Category category, Level level) {
        Instant now = clock.instant();
        if (level == Level.TRIAL) {
            Instant tomorrow = now.truncatedTo(ChronoUnit.DAYS).plus(DAY);
            Standing all = spend("day", now.truncatedTo(ChronoUnit.DAYS), tomorrow, 1000);
            Standing some = spend("day " + category, now.truncatedTo(ChronoUnit.DAYS), tomorrow, category.aTrialDay);
            if (all.over() || some.over()) {
                return all.over() ? all : some;
            }
        }
        return spend(member + category, now.minus(MINUTE), now.plus(MINUTE), category.aMinute);
    }

    private Standing spend(String key, Instant since, Instant end, int most) {
        Instant now = clock.instant();
        Deque<Instant> made = calls.computeIfAbsent(key, it -> new ArrayDeque<>());
        made.removeIf(it -> it.isBefore(since));
        long reset = Math.max(1, Duration.between(now, end).toSeconds());
        if (made.size() >= most) {
            return new Standing(most, -1, reset);
        }
        made.addLast(now);
        return new Standing(most, most - made.size(), reset);
    }
}
