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
        int places = ((RedditOptions) delivery.options()).places().size();
        // in each: what it is, demands, and its rules, the look before, the flair, the post, looking for it; two looks
        // at all
        return 2 + places * (8 + 2 * delivery.media().size());
    }
}
