package planner.adapter.x;

import java.time.Duration;
import java.util.List;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Delivery;

/** What X grants; docs.x.com, rate limits as of 2026-08. */
final class XBudgets {
    static final String POSTS = "posts";
    static final String APP_POSTS = "app-posts";

    private XBudgets() {}

    static List<Budget> of(Account account) {
        return List.of(
                Budget.rolling(POSTS, account.id(), 100, Duration.ofMinutes(15)),
                Budget.rolling(APP_POSTS, Budget.APP, 10_000, Duration.ofDays(1)));
    }

    static int takes(Delivery delivery) {
        return delivery.parts().size();
    }
}
