package planner.adapter.threads;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import planner.adapter.kit.Http;
import planner.network.Account;
import planner.network.Api;
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
import planner.network.Unit;
import planner.network.WebhookReader;

/** Threads as the house sees it. */
public final class Threads implements Network {
    public static final NetworkId ID = new NetworkId("threads");

    private final ThreadsApp app;
    private final List<Connector> connectors;
    private final ThreadsPublisher publisher;
    private final ThreadsChoices choices;
    private final ThreadsInsights insights;
    private final ThreadsWebhooks webhooks;

    public Threads(Environment settings, Http http, Clock clock) {
        app = ThreadsApp.from(settings);
        var api = new ThreadsApi(app, http);
        connectors = List.of(new ThreadsConnector(app, api, http, clock));
        publisher = new ThreadsPublisher(api);
        choices = new ThreadsChoices(api);
        insights = new ThreadsInsights(api);
        webhooks = new ThreadsWebhooks(app);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public Capabilities capabilities() {
        return ThreadsCapabilities.ALL;
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
    public Class<ThreadsOptions> options() {
        return ThreadsOptions.class;
    }

    @Override
    public int count(Unit unit, String text, Delivery.Options options) {
        return unit == Unit.WEIGHTED ? ThreadsText.count(text) : unit.count(text);
    }

    @Override
    public List<Api> apis() {
        return List.of(app.api());
    }

    @Override
    public List<Budget> budgets(Account account) {
        return ThreadsBudgets.of(account);
    }

    @Override
    public int takes(Budget budget, Delivery delivery) {
        return ThreadsBudgets.takes(budget, delivery);
    }

    @Override
    public List<Finding> preflight(Delivery delivery, Account account) {
        return ThreadsRules.check(delivery);
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
