package planner.adapter.mastodon;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import planner.adapter.kit.Http;
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
import planner.network.Unit;

/** Mastodon. See docs/networks/mastodon.md. */
public final class Mastodon implements Network {
    public static final NetworkId ID = new NetworkId("mastodon");

    private final Connector connector;
    private final Publisher<At> publisher;
    private final InsightReader insights;

    public Mastodon(Environment settings, Http http, Clock clock) {
        var servers = Servers.of(settings);
        var api = new MastodonApi(http, servers, clock);
        connector = new MastodonConnector(api, servers, clock);
        publisher = new MastodonPublisher(api);
        insights = new MastodonInsights(api);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public Capabilities capabilities() {
        return MastodonCapabilities.ALL;
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
    public Class<MastodonOptions> options() {
        return MastodonOptions.class;
    }

    /** The warning counts with every part that carries it; of links as on a plain server. */
    @Override
    public int count(Unit unit, String text, Delivery.Options options) {
        if (unit != Unit.WEIGHTED) {
            return unit.count(text);
        }
        var warning = options instanceof MastodonOptions own ? own.warningOrEmpty() : "";
        return MastodonText.length(warning, text, MastodonCapabilities.PER_URL);
    }

    @Override
    public List<Budget> budgets(Account account) {
        return MastodonBudgets.of(account);
    }

    @Override
    public int takes(Budget budget, Delivery delivery) {
        return MastodonBudgets.takes(budget, delivery);
    }

    @Override
    public List<Finding> preflight(Delivery delivery, Account account) {
        var findings = new ArrayList<>(MastodonRules.everywhere(delivery, account));
        findings.addAll(MastodonRules.here(delivery, Limits.of(account)));
        return findings;
    }

    @Override
    public Optional<InsightReader> insights() {
        return Optional.of(insights);
    }
}
