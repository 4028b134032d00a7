package planner.adapter.reddit;

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
import planner.network.DemandReader;
import planner.network.Environment;
import planner.network.Finding;
import planner.network.InsightReader;
import planner.network.Network;
import planner.network.NetworkId;
import planner.network.Publisher;

/** Reddit as the house sees it. */
public final class Reddit implements Network {
    public static final NetworkId ID = new NetworkId("reddit");

    private final RedditApp app;
    private final List<Connector> connectors;
    private final RedditPublisher publisher;
    private final RedditChoices choices;
    private final RedditDemands demands;
    private final RedditInsights insights;

    public Reddit(Environment settings, Http http, Clock clock) {
        app = RedditApp.from(settings);
        var api = new RedditApi(app, http, clock);
        var accounts = new RedditAccounts(app, http, api);
        var page = new RedditConnector(app, clock, accounts);
        // a password is asked for only where the operator has set up a script app on purpose
        connectors =
                app.script().id().isEmpty() ? List.of(page) : List.of(page, new RedditPassword(app, clock, accounts));
        publisher = new RedditPublisher(api, app.spacing());
        choices = new RedditChoices(api);
        demands = new RedditDemands(api);
        insights = new RedditInsights(api);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public Capabilities capabilities() {
        return RedditCapabilities.ALL;
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
    public Class<RedditOptions> options() {
        return RedditOptions.class;
    }

    @Override
    public List<Api> apis() {
        return List.of(Api.unversioned("Reddit API", app.api()));
    }

    @Override
    public List<Budget> budgets(Account account) {
        return RedditBudgets.of();
    }

    @Override
    public int takes(Budget budget, Delivery delivery) {
        return RedditBudgets.takes(delivery);
    }

    @Override
    public List<Finding> preflight(Delivery delivery, Account account) {
        return RedditRules.check(delivery, account);
    }

    @Override
    public Optional<ChoiceReader> choices() {
        return Optional.of(choices);
    }

    @Override
    public Optional<DemandReader> demands() {
        return Optional.of(demands);
    }

    @Override
    public Optional<InsightReader> insights() {
        return Optional.of(insights);
    }
}
