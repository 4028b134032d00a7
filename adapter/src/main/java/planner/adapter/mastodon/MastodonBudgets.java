package planner.adapter.mastodon;

import java.time.Duration;
import java.util.List;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Delivery;

/** What a server grants an account by default; docs.joinmastodon.org, api/rate-limits: 300 posts in 3 hours, 30 uploads in 30 minutes. */
final class MastodonBudgets {
    private static final String POSTS = "posts";
    private static final String UPLOADS = "uploads";

    private MastodonBudgets() {}

    static List<Budget> of(Account account) {
        return List.of(
                Budget.rolling(POSTS, account.id(), 300, Duration.ofHours(3)),
                Budget.rolling(UPLOADS, account.id(), 30, Duration.ofMinutes(30)));
    }

    static int takes(Budget budget, Delivery delivery) {
        return budget.id().equals(POSTS)
                ? delivery.parts().size()
                : delivery.parts().stream()
                        .mapToInt(part -> part.media().size())
                        .sum();
    }
}
