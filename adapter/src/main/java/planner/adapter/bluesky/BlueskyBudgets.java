package planner.adapter.bluesky;

import java.time.Duration;
import java.util.List;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Delivery;

/** What a PDS grants; docs.bsky.app, advanced-guides/rate-limits as of 2026-10. A server of one's own may grant another amount. */
final class BlueskyBudgets {
    private static final String HOUR = "hour";
    private static final String DAY = "day";
    private static final int RECORDS = 2;

    private BlueskyBudgets() {}

    static List<Budget> of(Account account) {
        return List.of(
                Budget.rolling(HOUR, account.id(), 5_000, Duration.ofHours(1)),
                Budget.rolling(DAY, account.id(), 35_000, Duration.ofDays(1)));
    }

    static int takes(Delivery delivery) {
        // the creation of a record is 3 points, and gates are records as well
        return 3 * RECORDS * delivery.parts().size();
    }
}
