package planner.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.NetworkException;

/**
 * Buys new access tokens, one buyer at a time for each channel, whatever the number of processes: the row stays locked
 * from the decision until the new pair is stored, and nobody sees a pair that is not. Whatever goes wrong, the stored
 * credential stays: only the network's own word that it is void asks a person to connect again.
 */
@Component
class Refresh {
    private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);
    private static final Duration MARGIN = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChannelStore store;
    private final Credentials credentials;
    private final NetworkDirectory networks;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final RefreshPlaces places;

    Refresh(
            ChannelStore store,
            Credentials credentials,
            NetworkDirectory networks,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions,
            Environment settings) {
        this.store = store;
        this.credentials = credentials;
        this.networks = networks;
        this.events = events;
        this.clock = clock;
        this.places = new RefreshPlaces(settings.getProperty("PLANNER_DATABASE_CONNECTIONS", Integer.class, 16));
        this.transaction = new TransactionTemplate(transactions);
        // never inside a caller's transaction: its rollback would undo the store of a pair already in use
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** How the round ended; decided inside the transaction, thrown after its commit. */
    private sealed interface Result {
        record Usable(Credential credential) implements Result {}

        record Failed(Fault fault) implements Result {}
    }

    /**
     * Why the credential at hand is not good enough.
     *
     * @param met whether the stored one, read under the lock, does after all
     * @param mayWait whether the stored one does until it ends when the network gives no new one now
     * @param mustDiffer whether the network already refused the stored one
     */
    private record Need(BiPredicate<Credential, ChannelStore.Secret> met, boolean mayWait, boolean mustDiffer) {}

    static boolean nearEnd(@Nullable Instant expiresAt, Instant renewedAt, Instant now) {
        if (expiresAt == null) {
            return false;
        }
        var fifth = Duration.between(renewedAt, expiresAt).dividedBy(5);
        var margin = fifth.isNegative() || fifth.compareTo(MARGIN) > 0 ? MARGIN : fifth;
        return !now.isBefore(expiresAt.minus(margin));
    }

    /** A new one unless somebody else bought it meanwhile. */
    Credential beforeItEnds(Channel channel) {
        return run(
                channel,
                new Need(
                        (stored, secret) -> !nearEnd(secret.expiresAt(), secret.renewedAt(), clock.instant()),
                        true,
                        false));
    }

    /** A new one in place of {@code used}, which the network called expired, unless it was replaced meanwhile. */
    Credential inPlaceOf(Channel channel, Credential used) {
        return run(channel, new Need((stored, secret) -> !stored.access().equals(used.access()), false, true));
    }

    /** A new one in any case: upkeep of channels that nobody uses. */
    Credential regardless(Channel channel) {
        var asked = clock.instant();
        return run(channel, new Need((stored, secret) -> secret.renewedAt().isAfter(asked), false, false));
    }

    private Credential run(Channel channel, Need need) {
        try {
            if (!places.take(channel.network(), PATIENCE)) {
                throw new NetworkException(new Fault.Unavailable(false, "too many refreshes at once"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NetworkException(new Fault.Unavailable(false, "interrupted before the refresh"));
        }
        try {
            return switch (transaction.execute(status -> locked(channel, need))) {
                case Result.Usable(var credential) -> credential;
                case Result.Failed(var fault) -> throw new NetworkException(fault);
                case null -> throw new IllegalStateException("no result");
            };
        } finally {
            places.give(channel.network());
        }
    }

    private Result locked(Channel channel, Need need) {
        var id = channel.id();
        var secret = store.lockSecret(id).orElse(null);
        if (secret == null || secret.credential() == null || secret.state() == Channel.State.REMOVED) {
            return new Result.Failed(new Fault.Revoked("the channel is disconnected"));
        }
        var stored = credentials.open(secret.credential(), id);
        if (need.met().test(stored, secret)) {
            return new Result.Usable(stored);
        }
        var connector = Connectors.of(networks.get(channel.network()), channel.connector());
        try {
            return new Result.Usable(buy(channel, connector, stored, secret, need));
        } catch (NetworkException e) {
            return failed(channel, e.fault(), stored, secret, need);
        }
    }

    private Credential buy(
            Channel channel, Connector connector, Credential stored, ChannelStore.Secret secret, Need need) {
        var bought = connector.refresh(stored);
        var now = clock.instant();
        if (bought.access().equals(stored.access()) && (need.mustDiffer() || expired(secret, now))) {
            throw new NetworkException(new Fault.Revoked("the access ended and this network gives no new one"));
        }
        store.renewed(channel.id(), credentials.seal(bought, channel.id()), bought.expiresAt(), now);
        return bought;
    }

    private Result failed(Channel channel, Fault fault, Credential stored, ChannelStore.Secret secret, Need need) {
        switch (fault) {
            case Fault.Revoked(var detail) -> mustReconnect(channel, detail);
            case Fault.Expired(var detail) -> mustReconnect(channel, detail);
            case Fault.Busy busy -> LOG.info("Refresh of channel {} must wait: {}", channel.id(), busy.detail());
            case Fault.Unavailable away ->
                LOG.info("Refresh of channel {} got no answer: {}", channel.id(), away.detail());
            case Fault.Rejected rejected ->
                LOG.warn("Refresh of channel {} was refused: {}", channel.id(), rejected.code());
        }
        boolean transientFault = fault instanceof Fault.Busy || fault instanceof Fault.Unavailable;
        if (transientFault && need.mayWait() && !expired(secret, clock.instant())) {
            return new Result.Usable(stored);
        }
        return new Result.Failed(
                switch (fault) {
                    case Fault.Expired(var detail) -> new Fault.Revoked(detail);
                    // the app's own credentials or rights: no fault of the post that waits, and mended by an operator
                    case Fault.Rejected(var code, var message) ->
                        new Fault.Unavailable(false, "the refresh was refused: " + code);
                    default -> fault;
                });
    }

    private void mustReconnect(Channel channel, String detail) {
        if (store.mustReconnect(channel.id(), detail)) {
            events.publishEvent(new ChannelChanged(channel.workspace(), channel.id(), Channel.State.RECONNECT));
        }
    }

    private static boolean expired(ChannelStore.Secret secret, Instant now) {
        return secret.expiresAt() != null && !now.isBefore(secret.expiresAt());
    }
}
