package planner.adapter.telegram;

import java.util.List;
import java.util.Optional;
import planner.adapter.kit.Http;
import planner.network.Account;
import planner.network.Api;
import planner.network.Budget;
import planner.network.Capabilities;
import planner.network.Connector;
import planner.network.Delivery;
import planner.network.Environment;
import planner.network.Finding;
import planner.network.InsightReader;
import planner.network.Network;
import planner.network.NetworkId;
import planner.network.Publisher;
import planner.network.Unit;

/** Telegram. See docs/networks/telegram.md. */
public final class Telegram implements Network {
    public static final NetworkId ID = new NetworkId("telegram");

    private final List<Api> apis;
    private final Connector connector;
    private final Publisher<At> publisher;
    private final InsightReader insights;

    public Telegram(Environment settings, Http http) {
        var host = settings.url("api-url", "https://api.telegram.org", "Bot API server, Telegram's or your own");
        apis = List.of(Api.unversioned("Bot API", host));
        var api = new TelegramApi(http, host);
        connector = new TelegramConnector(api);
        publisher = new TelegramPublisher(api, settings.url("web-url", "https://t.me", "Web address of public chats"));
        insights = new TelegramInsights(api);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public Capabilities capabilities() {
        return TelegramCapabilities.capabilities();
    }

    @Override
    public List<Connector> connectors() {
        return List.of(connector);
    }

    @Override
    public Publisher<?> publisher() {
        return publisher;
    }

    @Override
    public Class<TelegramOptions> options() {
        return TelegramOptions.class;
    }

    /** Telegram counts what is left after reading the markup and cutting the blanks around it. */
    @Override
    public int count(Unit unit, String text, Delivery.Options options) {
        var format = ((TelegramOptions) options).textFormat();
        return unit.count(TelegramText.of(text, format).shown().strip());
    }

    @Override
    public List<Api> apis() {
        return apis;
    }

    @Override
    public List<Budget> budgets(Account account) {
        return TelegramBudgets.of(account);
    }

    @Override
    public int takes(Budget budget, Delivery delivery) {
        return TelegramBudgets.takes(delivery);
    }

    @Override
    public List<Finding> preflight(Delivery delivery, Account account) {
        return TelegramRules.check(delivery, account);
    }

    @Override
    public Optional<InsightReader> insights() {
        return Optional.of(insights);
    }
}
