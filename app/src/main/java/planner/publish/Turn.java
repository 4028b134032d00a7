package planner.publish;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import planner.channel.ChannelId;
import planner.media.Renditions;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Credential;
import planner.network.Finding;
import planner.network.MediaFiles;
import planner.network.NetworkId;
import planner.network.Session;
import planner.publish.PublicationStore.Head;

/**
 * What a lane knows of its channel and its line during one turn of a few seconds, so that it does not ask again for
 * every publication. Forgotten whenever something did not go smoothly.
 */
final class Turn implements Access {
    private final Access house;
    private final PublicationStore store;
    private final Queue<Head> heads = new ArrayDeque<>();

    @Nullable
    private Readiness readiness;

    @Nullable
    private Session session;

    Turn(Access house, PublicationStore store) {
        this.house = house;
        this.store = store;
    }

    void readAhead(ChannelId channel, Instant now) {
        heads.addAll(store.heads(channel, now));
    }

    /** Who is next; one that was changed since the line was read cannot be claimed any more. */
    Optional<Head> head(ChannelId channel, Instant now) {
        if (heads.isEmpty()) {
            readAhead(channel, now);
        }
        return Optional.ofNullable(heads.poll());
    }

    void forget() {
        heads.clear();
        readiness = null;
        session = null;
    }

    @Override
    public Session session(Journey journey) {
        var known = session;
        if (known != null) {
            return new Session(known.account(), known.credential(), files(journey));
        }
        var fresh = house.session(journey);
        session = fresh;
        return fresh;
    }

    @Override
    public Readiness readiness(ChannelId channel) {
        var known = readiness;
        if (known == null) {
            known = house.readiness(channel);
            readiness = known;
        }
        return known;
    }

    @Override
    public Session renewed(Journey journey, Credential used) {
        return house.renewed(journey, used);
    }

    @Override
    public MediaFiles files(Journey journey) {
        return house.files(journey);
    }

    @Override
    public @Nullable String broken(ChannelId channel) {
        return house.broken(channel);
    }

    @Override
    public boolean mustReconnect(ChannelId channel, @Nullable Credential used, String detail) {
        return house.mustReconnect(channel, used, detail);
    }

    @Override
    public void rests(ChannelId channel, Instant until) {
        house.rests(channel, until);
    }

    @Override
    public void rests(NetworkId network, Instant until) {
        house.rests(network, until);
    }

    @Override
    public Renditions.Outlook outlook(Journey journey) {
        return house.outlook(journey);
    }

    @Override
    public Optional<Finding> objection(Journey journey, Account account) {
        return house.objection(journey, account);
    }

    @Override
    public Optional<Budgets.Wait> share(Journey journey, Account account) {
        return house.share(journey, account);
    }

    @Override
    public void said(NetworkId network, Account account, Budget.Reading reading) {
        house.said(network, account, reading);
    }

    @Override
    public boolean closing() {
        return house.closing();
    }
}
