package planner.adapter.instagram;

import java.time.Duration;
import java.util.List;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Delivery;

/** What an account may do in 24 hours; the guide "content publishing". How many posts it really is each account says itself, and is asked before. */
final class InstagramBudgets {
    private static final String POSTS = "posts";
    private static final String CONTAINERS = "containers";

    private InstagramBudgets() {}

    static List<Budget> of(Account account) {
        return List.of(
                Budget.rolling(POSTS, account.id(), 100, Duration.ofDays(1)),
                Budget.rolling(CONTAINERS, account.id(), 400, Duration.ofDays(1)));
    }

    static int takes(Budget budget, Delivery delivery) {
        // each part is a post of its own; its files are containers, and a carousel is one more
        return budget.id().equals(POSTS)
                ? delivery.parts().size()
                : delivery.parts().stream()
                        .mapToInt(part -> containers(part.media().size()))
                        .sum();
    }

    private static int containers(int files) {
        return files > 1 ? files + 1 : 1;
    }
}
