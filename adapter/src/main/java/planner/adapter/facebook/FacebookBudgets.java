package planner.adapter.facebook;

import java.time.Duration;
import java.util.List;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Delivery;

/** What a page may publish; the guide "reels publishing": 30 reels in 24 hours. Other posts have no published limit. */
final class FacebookBudgets {
    private static final String REELS = "reels";

    private FacebookBudgets() {}

    static List<Budget> of(Account account) {
        return List.of(Budget.rolling(REELS, account.id(), 30, Duration.ofDays(1)));
    }

    static int takes(Delivery delivery) {
        return delivery.format().equals(FacebookCapabilities.REEL) ? 1 : 0;
    }
}
