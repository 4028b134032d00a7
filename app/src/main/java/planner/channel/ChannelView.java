package planner.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A channel as it stands in JSON.
 *
 * @param detail why it must be connected again, in the reader's language where we have it
 * @param waiting publications that are to go out by it
 */
record ChannelView(
        UUID id,
        String network,
        String connector,
        String accountId,
        String name,
        String handle,
        @Nullable String avatar,
        Channel.State state,
        @Nullable String detail,
        @Nullable Instant restsUntil,
        @Nullable Instant expiresAt,
        Instant connectedAt,
        int waiting) {

    static ChannelView of(Channel channel, int waiting, @Nullable String detail) {
        var account = channel.account();
        var tag = channel.avatar();
        return new ChannelView(
                channel.id().value(),
                channel.network().value(),
                channel.connector(),
                account.id(),
                account.name(),
                account.handle(),
                tag == null ? null : "/api/channels/" + channel.id() + "/avatar?v=" + tag,
                channel.state(),
                detail,
                channel.restsUntil(),
                channel.expiresAt(),
                channel.connectedAt(),
                waiting);
    }
}
