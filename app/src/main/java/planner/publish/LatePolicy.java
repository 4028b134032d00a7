package planner.publish;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import planner.channel.ChannelId;
import planner.publish.Journey.Held;
import planner.publish.Journey.Problem;
import planner.publish.PublicationStore.Overdue;
import planner.workspace.Workspace.Late;

/** What becomes of publications that are overdue by more than their workspace bears: spaced out, held or skipped. */
@Component
class LatePolicy {
    private final PublicationStore store;
    private final Ledger ledger;
    private final TransactionOperations transactions;
    private final Clock clock;

    LatePolicy(PublicationStore store, Ledger ledger, TransactionOperations transactions, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Decides about all that are overdue on this channel at once, so that their new times are a plan people can see. */
    void apply(ChannelId channel, Instant now) {
        transactions.executeWithoutResult(status -> {
            var overdue = store.lockOverdue(channel, now);
            space(channel, only(overdue, Late.Action.SPACE), now);
            only(overdue, Late.Action.HOLD).forEach(each -> hold(each.journey()));
            only(overdue, Late.Action.SKIP).forEach(each -> skip(each.journey()));
        });
    }

    private void space(ChannelId channel, List<Overdue> overdue, Instant now) {
        var last = store.lastSlot(channel).filter(slot -> !slot.isBefore(now));
        var slot = now;
        if (last.isPresent() && !overdue.isEmpty()) {
            slot = last.get().plus(overdue.getFirst().spacing());
        }
        for (var each : overdue) {
            var change = each.journey().standing().change();
            change.nextAt = slot;
            change.spaced = true;
            change.why = "Late: goes out with a distance to the others.";
            ledger.save(each.journey(), change.done(), entry("spaced", change.why));
            slot = slot.plus(each.spacing());
        }
    }

    private void hold(Journey journey) {
        var why = "It was overdue; a person decides.";
        ledger.held(journey, Held.LATE, false, new Problem("late", why), entry("held", why));
    }

    private void skip(Journey journey) {
        var why = "It was overdue and was skipped.";
        var change = journey.standing().change().ended(PublicationState.CANCELLED);
        change.problem = new Problem("late.skipped", why);
        ledger.save(journey, change.done(), entry("skipped", why));
    }

    private Entry entry(String decision, String detail) {
        return Entry.of(clock.instant(), "", decision, detail);
    }

    private static List<Overdue> only(List<Overdue> overdue, Late.Action action) {
        return overdue.stream()
                .filter(each -> each.action().equals(action.name()))
                .toList();
    }
}
