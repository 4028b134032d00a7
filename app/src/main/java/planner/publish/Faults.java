package planner.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import planner.network.Credential;
import planner.network.Fault;
import planner.publish.Journey.Held;
import planner.publish.Journey.Problem;

/** What must happen after a fault. */
final class Faults {
    private static final Duration SHORTEST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofDays(2);

    private final Ledger ledger;
    private final Access access;
    private final PublishSettings settings;
    private final Clock clock;

    Faults(Ledger ledger, Access access, PublishSettings settings, Clock clock) {
        this.ledger = ledger;
        this.access = access;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Where the walk was when the fault came.
     *
     * @param once the step must not be repeated
     * @param reconciling it was asked about, not performed: what became of it stays unknown
     * @param used what the network was called with; {@code null} = it never came to a call
     */
    record Place(
            Journey journey,
            boolean once,
            boolean reconciling,
            Duration settlesWithin,
            Duration patience,
            @Nullable Credential used,
            Entry entry) {}

    /** @return false when the patience is over, so that the walk must find an end */
    boolean handle(Fault fault, Place place) {
        switch (fault) {
            case Fault.Busy busy -> busy(busy, place);
            case Fault.Unavailable unavailable -> {
                return unavailable(unavailable, place);
            }
            case Fault.Expired(var detail) -> revoked(detail, place);
            case Fault.Revoked(var detail) -> revoked(detail, place);
            case Fault.Rejected(var code, var message) -> rejected(new Problem(code, message), place);
        }
        return true;
    }

    private void busy(Fault.Busy fault, Place place) {
        var journey = place.journey();
        var until = clock.instant().plus(clamp(fault.retryAfter()));
        ledger.rests(journey, place.reconciling(), until, place.patience(), place.entry(), () -> {
            switch (fault.scope()) {
                case CHANNEL -> access.rests(journey.channel(), until);
                case NETWORK -> access.rests(journey.network(), until);
            }
        });
    }

    private boolean unavailable(Fault.Unavailable fault, Place place) {
        var journey = place.journey();
        var now = clock.instant();
        boolean unknown = place.reconciling() || place.once() && fault.maybeDone();
        boolean doubt = !place.once() && fault.maybeDone();
        var deadline = journey.standing().deadline();
        if (deadline != null && !now.isBefore(deadline) && (place.reconciling() || !unknown)) {
            return false;
        }
        Instant until;
        if (unknown && !place.reconciling()) {
            until = now.plus(place.settlesWithin());
        } else {
            until = now.plus(settings.pause(journey.standing().failures() + 1));
        }
        ledger.again(journey, unknown, place.reconciling() ? null : now, doubt, until, place.entry());
        return true;
    }

    /** A person may have connected the channel again while the call with the old credential was on its way. */
    private void revoked(String detail, Place place) {
        var journey = place.journey();
        boolean held = ledger.heldIf(
                () -> access.mustReconnect(journey.channel(), place.used(), detail),
                journey,
                Held.CHANNEL,
                place.reconciling(),
                new Problem("revoked", detail),
                place.entry());
        if (!held) {
            ledger.again(journey, place.reconciling(), null, false, clock.instant(), place.entry());
        }
    }

    /** Refused while only asking: nothing is known about the post itself. */
    private void rejected(Problem problem, Place place) {
        if (place.reconciling()) {
            ledger.unconfirmed(place.journey(), problem, place.entry());
        } else {
            ledger.failed(place.journey(), problem, place.entry());
        }
    }

    private static Duration clamp(Duration rest) {
        if (rest.compareTo(SHORTEST_REST) < 0) {
            return SHORTEST_REST;
        }
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }
}
