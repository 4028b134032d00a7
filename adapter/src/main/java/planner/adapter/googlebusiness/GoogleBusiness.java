package planner.adapter.googlebusiness;

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

/** Google Business Profile as the house sees it: each location is an account. */
public final class GoogleBusiness implements Network {
    public static final NetworkId ID = new NetworkId("google-business");

    private final GoogleBusinessApp app;
    private final GoogleBusinessConnector connector;
    private final GoogleBusinessPublisher publisher;
    private final GoogleBusinessInsights insights;

    public GoogleBusiness(Environment settings, Http http, Clock clock) {
        app = GoogleBusinessApp.from(settings);
        var api = new GoogleBusinessApi(app, http);
        connector = new GoogleBusinessConnector(app, http, clock, api);
        publisher = new GoogleBusinessPublisher(api, clock);
        insights = new GoogleBusinessInsights(api, clock);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public Capabilities capabilities() {
        return GoogleBusinessCapabilities.ALL;
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
    public Class<GoogleBusinessOptions> options() {
        return GoogleBusinessOptions.class;
    }

    @Override
    public List<Api> apis() {
        return List.of(app.posts(), app.accounts(), app.information(), app.performance());
    }

    @Override
    public List<Budget> budgets(Account account) {
        return GoogleBusinessBudgets.of(account);
    }

    @Override
    public int takes(Budget budget, Delivery delivery) {
        return GoogleBusinessBudgets.takes(budget, delivery);
    }

    @Override
    public List<Finding> preflight(Delivery delivery, Account account) {
        return GoogleBusinessRules.check(delivery);
    }

    @Override
    public Optional<InsightReader> insights() {
        return Optional.of(insights);
    }
}
