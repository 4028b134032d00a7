package planner.publish;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import planner.channel.Channel;
import planner.channel.ChannelId;
import planner.channel.Channels;
import planner.channel.Demands;
import planner.channel.NetworkDirectory;
import planner.jobs.Jobs;
import planner.media.Assets;
import planner.media.Renditions;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Credential;
import planner.network.Finding;
import planner.network.MediaFiles;
import planner.network.NetworkId;
import planner.network.Preflight;
import planner.network.Session;

/** The walk's way to channels, files and jobs. */
@Component
final class HouseAccess implements Access {
    private final Channels channels;
    private final Assets assets;
    private final Renditions renditions;
    private final Jobs jobs;
    private final NetworkDirectory networks;
    private final Budgets budgets;
    private final Demands demands;
    private final Clock clock;

    HouseAccess(
            Channels channels,
            Assets assets,
            Renditions renditions,
            Jobs jobs,
            NetworkDirectory networks,
            Budgets budgets,
            Demands demands,
            Clock clock) {
        this.channels = channels;
        this.assets = assets;
        this.renditions = renditions;
        this.jobs = jobs;
        this.networks = networks;
        this.budgets = budgets;
        this.demands = demands;
        this.clock = clock;
    }

    @Override
    public Session session(Journey journey) {
        return channels.session(journey.channel(), files(journey));
    }

    @Override
    public Session renewed(Journey journey, Credential used) {
        return channels.renewed(journey.channel(), used, files(journey));
    }

    @Override
    public Readiness readiness(ChannelId id) {
        var channel = channels.get(id);
        return new Readiness(
                later(
                        channel.restsUntil(),
                        jobs.pausedUntil(Lanes.kind(networks.get(channel.network())))
                                .orElse(null)),
                why(channel));
    }

    @Override
    public @Nullable String broken(ChannelId id) {
        return why(channels.lock(id));
    }

    private static @Nullable String why(Channel channel) {
        var detail = channel.detail();
        return switch (channel.state()) {
            case CONNECTED -> null;
            case RECONNECT -> detail == null ? "The channel must be connected again." : detail;
            case PAUSED -> "The channel is paused.";
            case REMOVED -> "The channel was disconnected.";
        };
    }

    @Override
    public boolean mustReconnect(ChannelId channel, @Nullable Credential used, String detail) {
        return channels.mustReconnect(channel, used, detail);
    }

    @Override
    public void rests(ChannelId channel, Instant until) {
        channels.rests(channel, until);
    }

    @Override
    public void rests(NetworkId network, Instant until) {
        jobs.pause(Lanes.kind(networks.get(network)), until);
    }

    @Override
    public Renditions.Outlook outlook(Journey journey) {
        return renditions.outlook(journey.workspace(), journey.delivery());
    }

    @Override
    public Optional<Finding> objection(Journey journey, Account account) {
        var now = clock.instant();
        var due = journey.delivery().scheduledAt();
        var delivery = journey.delivery().at(due.isBefore(now) ? now : due);
        demands.learnAnew(journey.channel(), journey.network(), delivery);
        var known = demands.known(journey.channel(), journey.network(), account, delivery);
        return Preflight.check(networks.get(journey.network()), delivery, known).stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .findFirst();
    }

    @Override
    public Optional<Budgets.Wait> share(Journey journey, Account account) {
        return budgets.take(journey, account);
    }

    @Override
    public void said(NetworkId network, Account account, Budget.Reading reading) {
        budgets.said(network, account, reading);
    }

    @Override
    public boolean closing() {
        return jobs.stopping();
    }

    @Override
    public MediaFiles files(Journey journey) {
        return assets.files(journey.workspace(), journey.id().value());
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
