package planner.adapter.bluesky;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import planner.adapter.kit.Http;
import planner.adapter.kit.WebPages;
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

/** Bluesky. See docs/networks/bluesky.md. */
public final class Bluesky implements Network {
    public static final NetworkId ID = new NetworkId("bluesky");

    private final List<Api> apis;
    private final List<Connector> connectors;
    private final Publisher<At> publisher;
    private final ChoiceReader choices;
    private final InsightReader insights;

    public Bluesky(Environment settings, Http http, Clock clock) {
        var hosts = Hosts.of(settings);
        apis = List.of(
                Api.unversioned("AT Protocol", hosts.service()), Api.unversioned("Video service", hosts.video()));
        var faults = new BlueskyFaults(clock);
        var dpop = new Dpop(http, clock);
        var api = new BlueskyApi(http, hosts, faults, dpop);
        var videos = new VideoWalk(new VideoApi(http, hosts, api, faults, clock));
        var identity = new Identity(http, hosts);
        var accounts = new Accounts(api, identity);
        var client = OAuthClient.of(settings);
        var oauth = new OAuthApi(http, hosts, dpop, client, faults, clock);
        connectors = List.of(
                new BlueskyConnector(api, identity, accounts, hosts, faults),
                new BlueskyOAuth(api, oauth, client, identity, accounts, hosts, faults, clock));
        publisher = new BlueskyPublisher(api, new LinkCards(api, new WebPages(http)), videos, hosts);
        choices = new BlueskyChoices(api);
        insights = new BlueskyInsights(api);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public Capabilities capabilities() {
        return BlueskyCapabilities.capabilities();
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
    public Class<BlueskyOptions> options() {
        return BlueskyOptions.class;
    }

    @Override
    public List<Api> apis() {
        return apis;
    }

    @Override
    public List<Budget> budgets(Account account) {
        return BlueskyBudgets.of(account);
    }

    @Override
    public int takes(Budget budget, Delivery delivery) {
        return BlueskyBudgets.takes(delivery);
    }

    /** "May be an empty string, if there are embeds": lexicon of app.bsky.feed.post. */
    @Override
    public boolean saysEnough(Delivery delivery, int part) {
        return part == 0 && !BlueskyOptions.of(delivery).quote().isEmpty();
    }

    @Override
    public List<Finding> preflight(Delivery delivery, Account account) {
        return BlueskyRules.check(delivery);
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
