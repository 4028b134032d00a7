package planner.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import planner.network.Account;
import planner.network.NetworkId;
import planner.workspace.WorkspaceId;

/**
 * A connected account.
 *
 * @param connector which of the network's connectors opened it
 * @param detail why it must be connected again; {@code null} when it need not
 * @param restsUntil the network asked for a pause until then
 * @param expiresAt when a lasting permission ends, which is renewed in its last third; one that lives for hours is not
 *     named
 * @param avatar tag of the copied picture; {@code null} when there is none
 */
public record Channel(
        ChannelId id,
        WorkspaceId workspace,
        NetworkId network,
        String connector,
        Account account,
        State state,
        @Nullable String detail,
        @Nullable Instant restsUntil,
        @Nullable Instant expiresAt,
        Instant connectedAt,
        @Nullable String avatar,
        int version) {

    /** What can be done with it. */
    public enum State {
        CONNECTED,
        /** The network no longer accepts the credential: a person must connect the account again. */
        RECONNECT,
        /** A person stopped it for now. */
        PAUSED,
        /** Disconnected: the credential is wiped, the row remains for the history and for connecting again. */
        REMOVED
    }
}
