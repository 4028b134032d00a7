package planner.adapter.tiktok;

import java.time.Duration;
import java.util.List;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Delivery;

/** What a creator may do; "Content Posting API", rate limits and "spam_risk_too_many_posts", as of 2026-11. */
final class TikTokBudgets {
    private static final String CALLS = "calls";
    private static final String DIRECT = "direct";
    private static final String INBOX = "inbox";

    private TikTokBudgets() {}

    static List<Budget> of(Account account) {
        return List.of(
                Budget.rolling(CALLS, account.id(), 6, Duration.ofMinutes(1)),
                Budget.rolling(DIRECT, account.id(), 15, Duration.ofDays(1)),
                Budget.rolling(INBOX, account.id(), 5, Duration.ofDays(1)));
    }

    static int takes(Budget budget, Delivery delivery) {
        boolean inbox = ((TikTokOptions) delivery.options()).inbox();
        return switch (budget.id()) {
            case DIRECT -> inbox ? 0 : 1;
            case INBOX -> inbox ? 1 : 0;
            default -> 1;
        };
    }
}
