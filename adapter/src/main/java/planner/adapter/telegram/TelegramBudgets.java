package planner.adapter.telegram;

import java.time.Duration;
import java.util.List;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Delivery;

/** What a bot may send; core.telegram.org/bots/faq names 30 a second, one a second and 20 a minute in a chat. A little is left for what is counted otherwise. */
final class TelegramBudgets {
    private static final String BOT = "bot";
    private static final String BURST = "burst";
    private static final String CHAT = "chat";

    private TelegramBudgets() {}

    static List<Budget> of(Account account) {
        return List.of(
                Budget.rolling(BOT, account.details().getOrDefault("bot", account.id()), 25, Duration.ofSeconds(1)),
                Budget.rolling(BURST, account.id(), 10, Duration.ofSeconds(10)),
                Budget.rolling(CHAT, account.id(), 18, Duration.ofMinutes(1)));
    }

    static int takes(Delivery delivery) {
        // each file of an album counts
        return Math.max(1, delivery.media().size());
    }
}
