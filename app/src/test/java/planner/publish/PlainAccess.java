package planner.publish;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.adapter.contract.TestFiles;
import planner.channel.ChannelId;
import planner.media.Renditions;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Credential;
import planner.network.Finding;
import planner.network.MediaFiles;
import planner.network.NetworkId;
import planner.network.Session;

/** A channel that always works. */
abstract class PlainAccess implements Access {
    @Override
    public Session renewed(Journey journey, Credential used) {
        return session(journey);
    }

    @Override
    public MediaFiles files(Journey journey) {
        return TestFiles.FILES;
    }

    @Override
    public Readiness readiness(ChannelId channel) {
        return new Readiness(null, null);
    }

    @Override
    public @Nullable String broken(ChannelId channel) {
        return null;
    }

    @Override
    public boolean mustReconnect(ChannelId channel, @Nullable Credential used, String detail) {
        return true;
    }

    @Override
    public void rests(ChannelId channel, Instant until) {}

    @Override
    public void rests(NetworkId network, Instant until) {}

    @Override
    public Renditions.Outlook outlook(Journey journey) {
        return new Renditions.Outlook.Ready(journey.delivery());
    }

    @Override
    public Optional<Finding> objection(Journey journey, Account account) {
        return Optional.empty();
    }

    @Override
    public Optional<Budgets.Wait> share(Journey journey, Account account) {
        return Optional.empty();
    }

    @Override
    public void said(NetworkId network, Account account, Budget.Reading reading) {}

    @Override
    public boolean closing() {
        return false;
    }
}
