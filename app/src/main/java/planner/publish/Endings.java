package planner.publish;

import java.time.Clock;
import planner.network.Fault;
import planner.network.RemotePost;
import planner.network.Step;
import planner.publish.Journey.Problem;

/** How a publication ends where no answer of the network says so: what may be out is never called failed. */
final class Endings {
    private final Ledger ledger;
    private final Clock clock;

    Endings(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void unreadable(Journey journey, RuntimeException e) {
        var entry = Entry.of(clock.instant(), "", "unreadable", "What was saved cannot be read by this version.");
        stop(journey, new Problem("step-unreadable", e.getClass().getSimpleName()), entry);
    }

    /** The network cannot tell. */
    void unknown(Journey journey, Step step, String why, Entry entry) {
        if (step.complete()) {
            ledger.published(journey, asItStands(step, why), entry);
        } else {
            ledger.unconfirmed(journey, new Problem("unknown", why), entry);
        }
    }

    /** Nothing more will be tried. */
    void end(Journey journey, Step step, Entry entry) {
        if (step.complete()) {
            ledger.published(journey, asItStands(step, entry.detail()), entry);
        } else {
            giveUp(journey, entry);
        }
    }

    /** The post is out without some extra. */
    private static RemotePost asItStands(Step step, String note) {
        var out = step.out();
        return new RemotePost(out.getFirst(), null, out.subList(1, out.size()), note);
    }

    static boolean onlyExtrasFail(Step step, Fault fault) {
        return step.complete()
                && switch (fault) {
                    case Fault.Rejected rejected -> true;
                    case Fault.Revoked revoked -> true;
                    case Fault.Expired expired -> true;
                    case Fault.Busy busy -> false;
                    case Fault.Unavailable unavailable -> false;
                };
    }

    /** Patience is over. */
    void giveUp(Journey journey, Entry entry) {
        stop(journey, new Problem("patience", entry.detail()), entry);
    }

    /** Failed if nothing can be out, else a person must look. */
    private void stop(Journey journey, Problem problem, Entry entry) {
        if (journey.mayBeOut()) {
            ledger.unconfirmed(journey, problem, entry);
        } else {
            ledger.failed(journey, problem, entry);
        }
    }

    boolean patienceIsOver(Journey journey) {
        var deadline = journey.standing().deadline();
        return deadline != null && !clock.instant().isBefore(deadline);
    }
}
