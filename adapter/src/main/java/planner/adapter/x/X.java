package planner.adapter.x;

import com.twitter.twittertext.TwitterTextParser;
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
import planner.network.Unit;

/** X as the house sees it. */
public final class X implements Network {
    public static final NetworkId ID = new NetworkId("x");

    private final XApp app;
    private final List<Connector> connectors;
    private final XPublisher publisher;
    private final XInsights insights;

    public X(Environment settings, Http http, Clock clock) {
        app = XApp.from(settings);
        var door = new XDoor(app, http, clock);
        var api = new XApi(app, door);
        connectors = List.of(new XConnector(app, http, clock, api), new XOAuth1Connector(app, door, api));
        publisher = new XPublisher(api, new XUploads(door));
        insights = new XInsights(api);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public Capabilities capabilities() {
        return XCapabilities.ALL;
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
    public Class<XOptions> options() {
        return XOptions.class;
    }

    @Override
    public List<Api> apis() {
        return List.of(app.api());
    }

    @Override
    public int count(Unit unit, String text, Delivery.Options options) {
        return unit == Unit.WEIGHTED ? weight(text) : unit.count(text);
    }

    static int weight(String text) {
        return TwitterTextParser.parseTweet(text).weightedLength;
    }

    @Override
    public List<Budget> budgets(Account account) {
        return XBudgets.of(account);
    }

    @Override
    public int takes(Budget budget, Delivery delivery) {
        return XBudgets.takes(delivery);
    }

    /** The quoted post's address is its text. */
    @Override
    public boolean saysEnough(Delivery delivery, int part) {
        return !XBody.text(part, delivery).isBlank();
    }

    @Override
    public List<Finding> preflight(Delivery delivery, Account account) {
        return XRules.check(delivery, account, app.prices());
    }

    @Override
    public Optional<InsightReader> insights() {
        return Optional.of(insights);
    }
}
