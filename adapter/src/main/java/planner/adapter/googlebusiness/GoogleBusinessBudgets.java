package planner.adapter.googlebusiness;

import java.time.Duration;
import java.util.List;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Delivery;

/** What a project and a profile are granted; developers.google.com/my-business, usage limits as of 2026-11. */
final class GoogleBusinessBudgets {
    private static final String EDITS = "edits";
    private static final String CALLS = "calls";

    private GoogleBusinessBudgets() {}

    static List<Budget> of(Account account) {
        return List.of(
                Budget.rolling(EDITS, account.id(), 10, Duration.ofMinutes(1)),
                Budget.rolling(CALLS, Budget.APP, 300, Duration.ofMinutes(1)));
    }

    static int takes(Budget budget, Delivery delivery) {
        // written, and looked at until it is live
        return budget.id().equals(EDITS) ? 1 : 2;
    }
}
