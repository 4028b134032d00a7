package planner.channel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import planner.network.Account;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.MediaFiles;
import planner.network.NetworkException;
import planner.network.NetworkId;
import planner.network.Session;
import planner.workspace.Problem;
import planner.workspace.WorkspaceId;

/** The front door to connected accounts. */
@Service
public class Channels {
    private final ChannelStore store;
    private final Credentials credentials;
    private final Refresh refresh;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Channels(
            ChannelStore store,
            Credentials credentials,
            Refresh refresh,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.credentials = credentials;
        this.refresh = refresh;
        this.events = events;
        this.clock = clock;
    }

    /** Empty for another workspace's and for a disconnected one. */
    @Transactional(readOnly = true)
    public Optional<Channel> find(WorkspaceId workspace, ChannelId id) {
        return store.find(workspace, id);
    }

    /** Also a disconnected one; empty for another workspace's. */
    @Transactional(readOnly = true)
    public Optional<Channel> ever(WorkspaceId workspace, ChannelId id) {
        return store.find(id).filter(channel -> channel.workspace().equals(workspace));
    }

    /** For those who hold an id of ours: also a disconnected one. */
    @Transactional(readOnly = true)
    public Channel get(ChannelId id) {
        return store.find(id).orElseThrow(Problem::notFound);
    }

    /** As {@link #get}; nobody else changes the channel until the caller's transaction ends. */
    @Transactional
    public Channel lock(ChannelId id) {
        store.lockSecret(id);
        return get(id);
    }

    /** The channels of this account in all workspaces: for what a network pushes, which knows none of them. */
    @Transactional(readOnly = true)
    public List<ChannelId> ofAccount(NetworkId network, String account) {
        return store.connected(network, account);
    }

    @Transactional(readOnly = true)
    public List<Channel> all(WorkspaceId workspace) {
        return store.all(workspace);
    }

    /**
     * The account with a credential that will last; renewed when it nears its end.
     *
     * @throws NetworkException with {@link Fault.Revoked} when a person must connect it again, or
     *     {@link Fault.Unavailable} or {@link Fault.Busy} when no new credential could be had
     */
    public Session session(ChannelId id, MediaFiles files) {
        var secret = store.secret(id).orElseThrow(Problem::notFound);
        var sealed = secret.credential();
        if (sealed == null || secret.state() != Channel.State.CONNECTED) {
            var why = secret.detail();
            throw new NetworkException(new Fault.Revoked(why == null ? "the channel is disconnected" : why));
        }
        var credential = Refresh.nearEnd(secret.expiresAt(), secret.renewedAt(), clock.instant())
                ? refresh.beforeItEnds(get(id))
                : credentials.open(sealed, id);
        return new Session(secret.account(), credential, files);
    }

    /**
     * The account with another credential than {@code used}, which the network called expired.
     *
     * @throws NetworkException as {@link #session}
     */
    public Session renewed(ChannelId id, Credential used, MediaFiles files) {
        var channel = get(id);
        return new Session(channel.account(), refresh.inPlaceOf(channel, used), files);
    }

    /**
     * What the network says to this; asked once more with another credential where this one was called expired.
     *
     * @throws NetworkException as the network answers
     */
    <T> T asking(ChannelId id, Function<Session, T> question) {
        var session = session(id, NoFiles.NONE);
        try {
            return question.apply(session);
        } catch (NetworkException e) {
            if (!(e.fault() instanceof Fault.Expired)) {
                throw e;
            }
            return question.apply(renewed(id, session.credential(), NoFiles.NONE));
        }
    }

    /**
     * The network no longer takes the credential.
     *
     * @param used {@code null} when there was none to use
     * @return false when the channel was given another one meanwhile: nothing was changed
     */
    @Transactional
    public boolean mustReconnect(ChannelId id, @Nullable Credential used, String detail) {
        var secret = store.lockSecret(id).orElseThrow(Problem::notFound);
        var sealed = secret.credential();
        if (used != null
                && sealed != null
                && secret.state() == Channel.State.CONNECTED
                && !credentials.open(sealed, id).access().equals(used.access())) {
            return false;
        }
        if (store.mustReconnect(id, detail)) {
            changed(get(id));
        }
        return true;
    }

    /** The network asked to leave this account alone until then. */
    @Transactional
    public void rests(ChannelId id, Instant until) {
        store.rests(id, until);
        changed(get(id));
    }

    /** @param isNew it was not connected until now */
    public record Connected(Channel channel, boolean isNew) {}

    /**
     * Stores the account with its credential. The same account of the same workspace keeps its id, whatever became of it.
     *
     * @param consent marks what came with one consent
     */
    @Transactional
    public Connected connect(WorkspaceId workspace, NetworkId network, String connector, Grant grant, UUID consent) {
        var now = clock.instant();
        var credential = grant.credential();
        var seat = store.seat(workspace, network, connector, grant.account(), consent, now);
        store.connected(seat.id(), credentials.seal(credential, seat.id()), credential.expiresAt(), now);
        var channel = get(seat.id());
        changed(channel);
        return new Connected(channel, seat.revived());
    }

    /** The network described the account when it was asked; it works, whatever we believed. */
    @Transactional
    public Channel works(ChannelId id, Account account) {
        store.described(id, account);
        boolean again = store.works(id);
        var channel = get(id);
        if (again) {
            changed(channel);
        }
        return channel;
    }

    @Transactional
    public Channel pause(WorkspaceId workspace, ChannelId id, boolean paused) {
        boolean changed = store.pause(workspace, id, paused);
        var channel = store.find(workspace, id).orElseThrow(Problem::notFound);
        if (changed) {
            changed(channel);
        }
        return channel;
    }

    /** What was wiped, for telling the network; empty when another channel still lives from it. */
    @Transactional
    public Optional<Credential> disconnect(WorkspaceId workspace, ChannelId id) {
        var channel = store.find(workspace, id).orElseThrow(Problem::notFound);
        var secret = store.lockSecret(id).orElseThrow(Problem::notFound);
        var sealed = secret.credential();
        var credential = sealed == null || store.sharesGrant(id)
                ? Optional.<Credential>empty()
                : Optional.of(credentials.open(sealed, id));
        store.remove(id);
        changed(get(channel.id()));
        return credential;
    }

    /** The credential as it is stored, whatever the channel's state: for finding out whether it works. */
    Credential stored(ChannelId id) {
        var sealed = store.secret(id).orElseThrow(Problem::notFound).credential();
        if (sealed == null) {
            throw Problem.notFound();
        }
        return credentials.open(sealed, id);
    }

    private void changed(Channel channel) {
        events.publishEvent(new ChannelChanged(channel.workspace(), channel.id(), channel.state()));
    }
}
