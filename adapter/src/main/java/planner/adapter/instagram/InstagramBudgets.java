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
        return budget.id().equals(POSTS) ? posts(delivery) : containers(delivery);
    }

    /** Each file of a story is a post of its own; a carousel is one. */
    static int posts(Delivery delivery) {
        boolean story = delivery.format().equals(InstagramCapabilities.STORY);
        return story ? delivery.media().size() : delivery.parts().size();
    }

    /** One for each file, and one more over those of a carousel. */
    private static int containers(Delivery delivery) {
        boolean carousel = delivery.format().equals(InstagramCapabilities.CAROUSEL);
        return delivery.media().size() + (carousel ? 1 : 0);
    }
}
