package planner.adapter.pinterest;

import java.time.Duration;
import java.util.List;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Delivery;

/** What Pinterest grants a user, and the pace that keeps an account out of the spam filter (our choice); developers.pinterest.com, rate limits as of 2026-11. */
final class PinterestBudgets {
    static final String WRITES = "writes";
    private static final String PACE = "pace";
    private static final String DAY = "day";

    private PinterestBudgets() {}

    static List<Budget> of(Account account) {
        return List.of(
                Budget.rolling(WRITES, account.id(), 100, Duration.ofMinutes(1)),
                Budget.rolling(PACE, account.id(), 1, Duration.ofSeconds(10)),
                Budget.rolling(DAY, account.id(), 50, Duration.ofDays(1)));
    }

    static int takes(Budget budget, Delivery delivery) {
        // a video is registered first
        return budget.id().equals(WRITES) ? 2 : 1;
    }
}
