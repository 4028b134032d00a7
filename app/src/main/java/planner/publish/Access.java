package planner.publish;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.channel.ChannelId;
import planner.media.Renditions;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Credential;
import planner.network.Finding;
import planner.network.MediaFiles;
import planner.network.NetworkException;
import planner.network.NetworkId;
import planner.network.Session;

/** What the walk needs of the other rooms. */
interface Access {
    /** @throws NetworkException when the account cannot be used now */
    Session session(Journey journey);

    /** The files of this journey's delivery. */
    MediaFiles files(Journey journey);

    /** @throws NetworkException when the credential could not be renewed */
    Session renewed(Journey journey, Credential used);

    /** Whether the channel may publish, and from when. */
    Readiness readiness(ChannelId channel);

    /**
     * Why the channel cannot publish, read again under a lock that lasts until the transaction ends, so that nobody
     * mends the channel between this answer and what is done about it; {@code null} = it can.
     */
    @Nullable
    String broken(ChannelId channel);

    /**
     * The network no longer takes the credential.
     *
     * @return false when the channel has another one by now: nothing was changed
     */
    boolean mustReconnect(ChannelId channel, @Nullable Credential used, String detail);

    void rests(ChannelId channel, Instant until);

    void rests(NetworkId network, Instant until);

    /** How far the files are that must be made for it. */
    Renditions.Outlook outlook(Journey journey);

    /** What preflight has against it now, as it had nothing when it was scheduled. @return empty when it may go */
    Optional<Finding> objection(Journey journey, Account account);

    /** Takes the publication's share of what the network grants per time. @return empty when it may go now */
    Optional<Budgets.Wait> share(Journey journey, Account account);

    /** The network said in an answer what is left of a budget. */
    void said(NetworkId network, Account account, Budget.Reading reading);

    /** Whether this process is closing. */
    boolean closing();

    /** @param restsUntil the network asked for a pause; @param broken why a person must act first */
    record Readiness(@Nullable Instant restsUntil, @Nullable String broken) {}
}
