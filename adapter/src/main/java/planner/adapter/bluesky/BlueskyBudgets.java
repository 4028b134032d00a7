package planner.adapter.bluesky;

import java.time.Duration;
import java.util.List;
import planner.adapter.kit.Meters;
import planner.adapter.kit.Reply;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Delivery;

/** What a PDS grants; docs.bsky.app, advanced-guides/rate-limits as of 2026-10. A server of one's own may grant another amount. */
final class BlueskyBudgets {
    private static final String HOUR = "hour";
    private static final String DAY = "day";
    private static final int AN_HOUR = 5_000;
    private static final int A_DAY = 35_000;
    // creating a record; a post is one, and so is each of its gates
    private static final int CREATE = 3;

    private BlueskyBudgets() {}

    static List<Budget> of(Account account) {
        return List.of(
                Budget.rolling(HOUR, account.id(), AN_HOUR, Duration.ofHours(1)),
                Budget.rolling(DAY, account.id(), A_DAY, Duration.ofDays(1)));
    }

    /**
     * What an answer to a write says of a budget. Its headers speak of the tightest limit that the call met, be it the
     * account's or the address's: only where the policy is exactly a budget's is it known to be that one.
     */
    static void read(Reply reply) {
        switch (reply.header("ratelimit-policy").orElse("")) {
            case AN_HOUR + ";w=3600" -> Meters.untilEpoch(reply, "ratelimit", HOUR);
            case A_DAY + ";w=86400" -> Meters.untilEpoch(reply, "ratelimit", DAY);
            default -> {}
        }
    }

    static int takes(Delivery delivery) {
        return CREATE * (delivery.parts().size() + Gates.count(delivery));
    }
}
