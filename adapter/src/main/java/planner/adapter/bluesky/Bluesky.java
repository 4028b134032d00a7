package planner.adapter.bluesky;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import planner.adapter.kit.Http;
import planner.adapter.kit.WebPages;
import planner.network.Account;
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

/** Bluesky. See docs/networks/bluesky.md. */
public final class Bluesky implements Network {
    public static final NetworkId ID = new NetworkId("bluesky");

    // The well-formed tags of BCP 47 that people use: language, script, region, variants.
    private static final Pattern LANGUAGE =
            Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z]{4})?(-(?:[a-zA-Z]{2}|[0-9]{3}))?(?:-[a-zA-Z0-9]{5,8})*+");

    private final List<Connector> connectors;
    private final Publisher<At> publisher;
    private final InsightReader insights;

    public Bluesky(Environment settings, Http http, Clock clock) {
        var hosts = Hosts.of(settings);
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
    public List<Budget> budgets(Account account) {
        return BlueskyBudgets.of(account);
    }

    @Override
    public int takes(Budget budget, Delivery delivery) {
        return BlueskyBudgets.takes(delivery);
    }

    @Override
    public List<Finding> preflight(Delivery delivery, Account account) {
        var findings = new ArrayList<Finding>();
        for (var lang : ((BlueskyOptions) delivery.options()).langs()) {
            if (!LANGUAGE.matcher(lang).matches()) {
                findings.add(Finding.error("language", "options.langs", "BCP 47", lang));
            }
        }
        return findings;
    }

    @Override
    public Optional<InsightReader> insights() {
        return Optional.of(insights);
    }
}
