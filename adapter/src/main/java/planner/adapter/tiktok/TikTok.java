package planner.adapter.tiktok;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import planner.adapter.kit.Http;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Capabilities;
import planner.network.ChoiceReader;
import planner.network.Connector;
import planner.network.Delivery;
import planner.network.Environment;
import planner.network.Finding;
import planner.network.InsightReader;
import planner.network.Network;
import planner.network.NetworkId;
import planner.network.Publisher;
import planner.network.WebhookReader;

/** TikTok as the house sees it. */
public final class TikTok implements Network {
    public static final NetworkId ID = new NetworkId("tiktok");

    private final TikTokConnector connector;
    private final TikTokPublisher publisher;
    private final TikTokChoices choices;
    private final TikTokInsights insights;
    private final TikTokWebhooks webhooks;

    public TikTok(Environment settings, Http http, Clock clock) {
        var app = TikTokApp.from(settings);
        var api = new TikTokApi(app, http);
        connector = new TikTokConnector(app, http, clock, api);
        publisher = new TikTokPublisher(api);
        choices = new TikTokChoices(api);
        insights = new TikTokInsights(api);
        webhooks = new TikTokWebhooks(app, clock);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public Capabilities capabilities() {
        return TikTokCapabilities.ALL;
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
    public Class<TikTokOptions> options() {
        return TikTokOptions.class;
    }

    @Override
    public List<Budget> budgets(Account account) {
        return TikTokBudgets.of(account);
    }

    @Override
    public int takes(Budget budget, Delivery delivery) {
        return TikTokBudgets.takes(budget, delivery);
    }

    @Override
    public List<Finding> preflight(Delivery delivery, Account account) {
        return TikTokRules.check(delivery, account);
    }

    @Override
    public Optional<ChoiceReader> choices() {
        return Optional.of(choices);
    }

    @Override
    public Optional<InsightReader> insights() {
        return Optional.of(insights);
    }

    @Override
    public Optional<WebhookReader> webhooks() {
        return Optional.of(webhooks);
    }
}
