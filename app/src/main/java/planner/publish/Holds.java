package planner.publish;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import planner.channel.ChannelChanged;
import planner.channel.ChannelId;
import planner.channel.NetworkDirectory;
import planner.jobs.Jobs;
import planner.publish.Journey.Held;
import planner.publish.Journey.Problem;

/** Publications stop with their channel and go on with it. */
@Component
class Holds {
    private final PublicationStore store;
    private final Ledger ledger;
    private final Jobs jobs;
    private final NetworkDirectory networks;
    private final TransactionOperations transactions;
    private final Clock clock;

    Holds(
            PublicationStore store,
            Ledger ledger,
            Jobs jobs,
            NetworkDirectory networks,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.jobs = jobs;
        this.networks = networks;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In the transaction of the channel's change. */
    @EventListener
    void on(ChannelChanged changed) {
        switch (changed.state()) {
            case CONNECTED -> channelWorks(changed.id());
            case RECONNECT -> channelBroke(changed.id(), "The channel must be connected again.");
            case PAUSED -> channelBroke(changed.id(), "The channel is paused.");
            case REMOVED -> channelGone(changed.id());
        }
    }

    /** Nobody will look at it any more: of what may be out a person says whether it is. */
    private void channelGone(ChannelId channel) {
        var why = "The channel was disconnected.";
        transactions.executeWithoutResult(status -> {
            for (var journey : store.lockWaiting(channel)) {
                var problem = new Problem("channel", why);
                if (journey.mayBeOut()) {
                    ledger.unconfirmed(journey, problem, entry("unknown", why));
                } else {
                    ledger.held(journey, Held.CHANNEL, false, problem, entry("held", why));
                }
            }
        });
    }

    /** What is in the act is left to its own end. */
    private void channelBroke(ChannelId channel, String why) {
        transactions.executeWithoutResult(status -> hold(store.lockWaiting(channel), why));
    }

    /**
     * For the channel's lane itself: also what a dead process left in the act. Asked again under the channel's lock, else
     * what is held here could miss the release of a channel that was mended just now.
     */
    void laneIsBroken(ChannelId channel, Access access) {
        transactions.executeWithoutResult(status -> {
            var why = access.broken(channel);
            if (why != null) {
                hold(store.lockLive(channel), why);
            }
        });
    }

    private void hold(List<Journey> journeys, String why) {
        for (var journey : journeys) {
            var problem = new Problem("channel", why);
            ledger.held(journey, Held.CHANNEL, journey.begun(), problem, entry("held", why));
        }
    }

    private void channelWorks(ChannelId channel) {
        transactions.executeWithoutResult(status -> {
            for (var journey : store.lockHeld(channel, Held.CHANNEL)) {
                release(journey, journey.standing().nextAt(), "The channel works again.");
            }
        });
    }

    /** @param at when it is due again; in the past it is under the late policy */
    void release(Journey journey, Instant at, String why) {
        var change = journey.standing().change();
        change.state = change.attempts == 0 ? PublicationState.SCHEDULED : PublicationState.PUBLISHING;
        change.heldFor = null;
        change.problem = null;
        change.nextAt = at;
        change.deadline = null;
        ledger.save(journey, change.done(), entry("released", why));
        ring(journey, at, Jobs.NORMAL);
    }

    void ring(Journey journey, Instant at, int priority) {
        networks.find(journey.network())
                .ifPresent(network -> jobs.enqueue(
                        Lanes.kind(network), journey.channel().value().toString(), at, priority));
    }

    private Entry entry(String decision, String detail) {
        return Entry.of(clock.instant(), "", decision, detail);
    }
}
