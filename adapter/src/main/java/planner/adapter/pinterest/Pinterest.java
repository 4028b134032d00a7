package planner.adapter.pinterest;

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

/** Pinterest as the house sees it. */
public final class Pinterest implements Network {
    public static final NetworkId ID = new NetworkId("pinterest");

    private final PinterestApp app;
    private final boolean trial;
    private final PinterestConnector connector;
    private final PinterestPublisher publisher;
    private final PinterestChoices choices;
    private final PinterestInsights insights;

    public Pinterest(Environment settings, Http http, Clock clock) {
        app = PinterestApp.from(settings);
        var api = new PinterestApi(app, http);
        trial = app.trial();
        connector = new PinterestConnector(app, http, clock, api);
        publisher = new PinterestPublisher(api, trial);
        choices = new PinterestChoices(api);
        insights = new PinterestInsights(api, clock);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public Capabilities capabilities() {
        return PinterestCapabilities.ALL;
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
    public Class<PinterestOptions> options() {
        return PinterestOptions.class;
    }

    @Override
    public List<Api> apis() {
        return List.of(app.api());
    }

    @Override
    public List<Budget> budgets(Account account) {
        return PinterestBudgets.of(account);
    }

    @Override
    public int takes(Budget budget, Delivery delivery) {
        return PinterestBudgets.takes(budget, delivery);
    }

    @Override
    public List<Finding> preflight(Delivery delivery, Account account) {
        return PinterestRules.check(delivery, account, trial);
    }

    @Override
    public Optional<ChoiceReader> choices() {
        return Optional.of(choices);
    }

    @Override
    public Optional<InsightReader> insights() {
        return Optional.of(insights);
    }
}
