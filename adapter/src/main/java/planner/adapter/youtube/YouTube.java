package planner.adapter.youtube;

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

/** YouTube as the house sees it. */
public final class YouTube implements Network {
    public static final NetworkId ID = new NetworkId("youtube");

    private final YouTubeApp app;
    private final YouTubeConnector connector;
    private final YouTubePublisher publisher;
    private final YouTubeChoices choices;
    private final YouTubeInsights insights;

    public YouTube(Environment settings, Http http, Clock clock) {
        app = YouTubeApp.from(settings);
        var api = new YouTubeApi(app, http, new YouTubeFaults(clock));
        connector = new YouTubeConnector(app, http, clock, api);
        publisher = new YouTubePublisher(api, clock);
        choices = new YouTubeChoices(api);
        insights = new YouTubeInsights(api, clock);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public Capabilities capabilities() {
        return YouTubeCapabilities.ALL;
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
    public Class<YouTubeOptions> options() {
        return YouTubeOptions.class;
    }

    @Override
    public List<Api> apis() {
        return List.of(app.data(), app.analytics());
    }

    @Override
    public List<Budget> budgets(Account account) {
        return YouTubeBudgets.of();
    }

    @Override
    public int takes(Budget budget, Delivery delivery) {
        return YouTubeBudgets.takes(budget, delivery);
    }

    @Override
    public List<Finding> preflight(Delivery delivery, Account account) {
        return YouTubeRules.check(delivery, account);
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
