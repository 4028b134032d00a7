package planner.adapter.threads;

import java.time.Duration;
import java.util.List;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Delivery;

/** What a profile may do in 24 hours; the "threads_publishing_limit" of the reference. The account is asked before each post as well. */
final class ThreadsBudgets {
    private static final String POSTS = "posts";
    private static final String REPLIES = "replies";

    private ThreadsBudgets() {}

    static List<Budget> of(Account account) {
        return List.of(
                Budget.rolling(POSTS, account.id(), 250, Duration.ofDays(1)),
                Budget.rolling(REPLIES, account.id(), 1_000, Duration.ofDays(1)));
    }

    static int takes(Budget budget, Delivery delivery) {
        return budget.id().equals(POSTS) ? 1 : delivery.parts().size() - 1;
    }
}
