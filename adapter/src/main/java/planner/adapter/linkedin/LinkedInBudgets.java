package planner.adapter.linkedin;

import java.time.ZoneOffset;
import java.util.List;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Delivery;

/** What a member may call in a day, which begins at midnight UTC; Share on LinkedIn as of 2026-11. LinkedIn sends no headers, so our own count is all there is. */
final class LinkedInBudgets {
    private static final String CALLS = "calls";

    private LinkedInBudgets() {}

    static List<Budget> of(Account account) {
        return List.of(Budget.daily(CALLS, account.id(), 150, ZoneOffset.UTC));
    }

    static int takes(Delivery delivery) {
        // each file is registered, sent and looked at
        return 2 + 3 * delivery.media().size();
    }
}
