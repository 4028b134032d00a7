package planner.adapter.instagram;

import java.time.Clock;
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
import planner.network.WebhookReader;

/** Instagram as the house sees it. */
public final class Instagram implements Network {
    public static final NetworkId ID = new NetworkId("instagram");

    private final List<Api> apis;
    private final List<Connector> connectors;
    private final InstagramPublisher publisher;
    private final InstagramInsights insights;
    private final InstagramWebhooks webhooks;

    public Instagram(Environment settings, Http http, Clock clock) {
        var app = InstagramApp.from(settings);
        apis = List.of(app.graph(), app.facebookGraph());
        var api = new InstagramApi(app, http);
        connectors = List.of(new InstagramLogin(app, http, clock), new FacebookLogin(app, http, clock));
        publisher = new InstagramPublisher(api);
        insights = new InstagramInsights(api);
        webhooks = new InstagramWebhooks(app);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public Capabilities capabilities() {
        return InstagramCapabilities.ALL;
    }

    @Override
    public List<Connector> connectors() {
        return connectors;
    }

    @Override
    public Publisher<?> publisher() {
        return publisher;
    }

    @Override
    public Class<InstagramOptions> options() {
        return InstagramOptions.class;
    }

    @Override
    public List<Api> apis() {
        return apis;
    }

    @Override
    public List<Budget> budgets(Account account) {
        return InstagramBudgets.of(account);
    }

    @Override
    public int takes(Budget budget, Delivery delivery) {
        return InstagramBudgets.takes(budget, delivery);
    }

    @Override
    public List<Finding> preflight(Delivery delivery, Account account) {
        return InstagramRules.check(delivery, account);
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
