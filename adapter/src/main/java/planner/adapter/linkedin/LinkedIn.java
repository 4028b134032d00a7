package planner.adapter.linkedin;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import planner.adapter.kit.Http;
import planner.adapter.kit.WebPages;
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
import planner.network.WebhookReader;

/** LinkedIn as the house sees it. */
public final class LinkedIn implements Network {
    public static final NetworkId ID = new NetworkId("linkedin");

    private final LinkedInApp app;
    private final List<Connector> connectors;
    private final LinkedInPublisher publisher;
    private final LinkedInInsights insights;
    private final LinkedInWebhooks webhooks;

    public LinkedIn(Environment settings, Http http, Clock clock) {
        app = LinkedInApp.from(settings);
        var rest = new Rest(app, http, clock);
        var api = new LinkedInApi(rest);
        var accounts = new LinkedInAccounts(rest);
        connectors = List.of(
                LinkedInConnector.pages(app, http, clock, accounts),
                LinkedInConnector.profile(app, http, clock, accounts));
        publisher = new LinkedInPublisher(api, new Uploads(new LinkedInMedia(rest), new WebPages(http)), app);
        insights = new LinkedInInsights(api);
        webhooks = new LinkedInWebhooks(app.pages().secret());
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public Capabilities capabilities() {
        return LinkedInCapabilities.ALL;
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
    public Class<LinkedInOptions> options() {
        return LinkedInOptions.class;
    }

    /** What counts is what readers see: of a mention its name alone. */
    @Override
    public int count(Unit unit, String text, Delivery.Options options) {
        return unit == Unit.WEIGHTED ? LittleText.displayed(text).length() : unit.count(text);
    }

    @Override
    public List<Api> apis() {
        return List.of(app.api());
    }

    @Override
    public List<Budget> budgets(Account account) {
        return LinkedInBudgets.of(account);
    }

    @Override
    public int takes(Budget budget, Delivery delivery) {
        return LinkedInBudgets.takes(delivery);
    }

    @Override
    public List<Finding> preflight(Delivery delivery, Account account) {
        return LinkedInRules.check(delivery, account, app.api());
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
