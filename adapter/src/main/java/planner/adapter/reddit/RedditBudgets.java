package planner.adapter.reddit;

import java.time.Duration;
import java.util.List;
import planner.network.Budget;
import planner.network.Delivery;

/** What an app may ask; the Data API wiki: 100 calls a minute, averaged over ten. */
final class RedditBudgets {
    static final String CALLS = "calls";

    private RedditBudgets() {}

    static List<Budget> of() {
        return List.of(Budget.rolling(CALLS, Budget.APP, 1_000, Duration.ofMinutes(10)));
    }

    static int takes(Delivery delivery) {
        // rules and requirements, a lease and an upload a file, the post, looking for it
        return 6 + 2 * delivery.media().size();
    }
}
