package planner.publish;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import planner.media.Renditions.Outlook;
import planner.network.Account;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Publisher;
import planner.network.RemotePost;
import planner.network.Session;
import planner.network.Step;
import planner.publish.Conversation.Said;
import planner.publish.Journey.Problem;

/**
 * The heart: takes a publication from step to step. A step that must not be repeated is written down as begun before a
 * byte leaves; if it is found begun, the network is asked what became of it, and only "it did not happen" lets it be
 * performed again.
 */
final class Walk {
    private static final int MOST_MOVES = 5_000;
    /** It is rung when a file is ready; asked this often in case the ring is lost. */
    private static final Duration WITHOUT_A_RING = Duration.ofSeconds(15);

    private final Ledger ledger;
    private final Access access;
    private final Faults faults;
    private final Endings endings;
    private final PublishSettings settings;
    private final Clock clock;

    Walk(Ledger ledger, Access access, PublishSettings settings, Clock clock) {
        this.ledger = ledger;
        this.access = access;
        this.faults = new Faults(ledger, access, settings, clock);
        this.endings = new Endings(ledger, clock);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @return whether it went smoothly: published, and nothing new is known about the channel
     * @throws LostHold when somebody else changed the publication meanwhile
     */
    <S extends Step> boolean advance(Publisher<S> publisher, Journey ordered) {
        var stored = ordered.standing().step();
        var outlook = access.outlook(ordered);
        if (stored == null && filesStandInTheWay(ordered, outlook)) {
            return false;
        }
        var start = outlook instanceof Outlook.Ready(var delivery) ? ordered.with(delivery) : ordered;
        S step;
        try {
            if (start.delivery().options() instanceof Deliveries.Unreadable) {
                throw new IllegalStateException("unreadable options");
            }
            step = stored == null ? publisher.first(start.delivery()) : Steps.read(publisher, stored);
        } catch (RuntimeException e) {
            endings.unreadable(start, e);
            return false;
        }
        if (start.begun() && tooEarly(start, publisher, step)) {
            return false;
        }
        Session session;
        try {
            session = access.session(start);
        } catch (NetworkException e) {
            signInFailed(publisher, start, step, e.fault());
            return false;
        }
        if (stored == null && mustChange(start, step, session.account())) {
            return false;
        }
        if (beginsATry(start) && !onlyLooks(step) && mustWait(start, session.account())) {
            return false;
        }
        return new Going<>(publisher, start, step, session).go();
    }

    private boolean filesStandInTheWay(Journey ordered, Outlook outlook) {
        return switch (outlook) {
            case Outlook.Ready ready -> false;
            case Outlook.Making(var share) -> {
                ledger.waitsForFiles(ordered, share, clock.instant().plus(WITHOUT_A_RING));
                yield true;
            }
            case Outlook.Failed(var name, var problem) -> {
                var said = Ledger.file(problem, name);
                ledger.failed(ordered, new Problem("file", said), Entry.of(clock.instant(), "", "rejected", said));
                yield true;
            }
        };
    }

    /** Nothing has been done yet, and what was fine when it was scheduled may no longer be: nothing is sent half. */
    private boolean mustChange(Journey start, Step step, Account account) {
        var objection = access.objection(start, account).map(Sayings::finding);
        objection.ifPresent(said -> ledger.failed(
                start, new Problem("preflight", said), Entry.of(clock.instant(), name(step), "rejected", said)));
        return objection.isPresent();
    }

    /** The network has it and is asked whether it shows it: that takes nothing of what it grants. */
    private static boolean onlyLooks(Step step) {
        return step.out().isEmpty() && !step.own().isEmpty();
    }

    private static boolean beginsATry(Journey start) {
        return !start.begun() && !start.standing().trying();
    }

    /** For what the network grants per time; no attempt is burned. */
    private boolean mustWait(Journey start, Account account) {
        var wait = access.share(start, account);
        wait.ifPresent(share -> ledger.waitsForShare(start, share, clock.instant()));
        return wait.isPresent();
    }

    private <S extends Step> boolean tooEarly(Journey journey, Publisher<S> publisher, S step) {
        var over = journey.standing().overAt();
        var now = clock.instant();
        var settled = (over == null ? now : over).plus(publisher.settlesWithin());
        if (!now.isBefore(settled)) {
            return false;
        }
        ledger.notYet(
                journey,
                settled,
                Entry.of(
                        now,
                        name(step),
                        "cut",
                        "It was cut short. The network is asked once its answer can be relied on."));
        return true;
    }

    private <S extends Step> void signInFailed(Publisher<S> publisher, Journey start, S step, Fault fault) {
        boolean cutShort = start.begun();
        var journey = ledger.claim(start, step, null, publisher.patience());
        var harmless = nothingSent(fault);
        var entry = Entry.of(clock.instant(), name(step), word(harmless), detail(harmless));
        var place = new Faults.Place(
                journey, !step.repeatable(), cutShort, publisher.settlesWithin(), publisher.patience(), null, entry);
        if (Endings.onlyExtrasFail(step, harmless) || !faults.handle(harmless, place)) {
            endings.end(journey, step, entry);
        }
    }

    /** Something broke that no network is to blame for. It is told, and tried again while there is patience. */
    void troubled(PublicationId id, Publisher<?> publisher, RuntimeException e) {
        var journey = ledger.current(id).orElseThrow(() -> new LostHold(id));
        var detail = "The planner itself failed (" + e.getClass().getSimpleName() + ").";
        var entry = Entry.of(clock.instant(), "", "trouble", detail);
        if (endings.patienceIsOver(journey)) {
            endings.giveUp(journey, entry);
        } else {
            ledger.troubled(
                    journey,
                    clock.instant().plus(settings.pause(journey.standing().failures() + 1)),
                    publisher.patience(),
                    entry);
        }
    }

    private static String name(Step step) {
        return step.getClass().getSimpleName();
    }

    /** What failed before our own request left cannot have left a post. */
    private static Fault nothingSent(Fault fault) {
        return fault instanceof Fault.Unavailable(var maybe, var detail) ? new Fault.Unavailable(false, detail) : fault;
    }

    private static String word(Fault fault) {
        return fault.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String detail(Fault fault) {
        return switch (fault) {
            case Fault.Busy busy -> busy.detail();
            case Fault.Unavailable unavailable -> unavailable.detail();
            case Fault.Expired expired -> expired.detail();
            case Fault.Revoked revoked -> revoked.detail();
            case Fault.Rejected rejected -> rejected.code() + ": " + rejected.message();
        };
    }

    /** One walk under way. */
    private final class Going<S extends Step> {
        private final Publisher<S> publisher;
        private Journey journey;
        private S step;
        private Session session;
        /** The step at hand is asked about, not performed. */
        private boolean cutShort;

        private boolean renewed;
        private boolean smooth;

        Going(Publisher<S> publisher, Journey start, S step, Session session) {
            this.publisher = publisher;
            this.journey = start;
            this.step = step;
            this.session = session;
            this.cutShort = start.begun();
        }

        boolean go() {
            journey = ledger.claim(journey, step, cutShort ? null : longestCall(step), publisher.patience());
            boolean goesOn = true;
            for (int move = 0; goesOn; move++) {
                var talk = Conversation.hold(clock, journey.id(), this::mayLeave, () -> move(step, cutShort));
                talk.readings().forEach(reading -> access.said(journey.network(), session.account(), reading));
                goesOn = switch (talk.said()) {
                    case Said.Done<S>(var outcome) -> done(outcome, talk, move);
                    case Said.Refused<S>(var fault) -> refused(fault, talk);
                };
            }
            return smooth;
        }

        /** A process that stood still since the step was begun is overtaken: what it sends now could come twice. */
        private void mayLeave() {
            var over = journey.standing().overAt();
            var longest = cutShort ? null : longestCall(step);
            if (longest != null && over != null && clock.instant().isAfter(over.minus(longest))) {
                throw new Conversation.TooLate();
            }
        }

        /** Where the step must not be repeated; {@code null} for others, which begin nothing. */
        private @Nullable Duration longestCall(S of) {
            return of.repeatable() ? null : publisher.longestCall(of, journey.delivery());
        }

        private Outcome<S> move(S at, boolean asks) {
            return asks
                    ? publisher.reconcile(at, journey.delivery(), session)
                    : publisher.perform(at, journey.delivery(), session);
        }

        private boolean done(Outcome<S> outcome, Conversation<S> talk, int move) {
            if (ledger.anyTaken(journey, found(outcome))) {
                unknown("The only post found belongs to another publication with the same text.", talk);
                return false;
            }
            return switch (outcome) {
                case Outcome.Next<S>(var next) -> next(next, talk, move);
                case Outcome.Later<S>(var next, var in, var why) -> {
                    later(next, in, why, talk);
                    yield false;
                }
                case Outcome.HandedOver<S>(var next, var until, var why) -> {
                    var entry = entry(talk, "later", why);
                    ledger.handedOver(journey, next, shownBefore(next, false), until, why, entry);
                    yield false;
                }
                case Outcome.Published<S>(var post) -> {
                    published(post, talk);
                    yield false;
                }
                case Outcome.Unknown<S>(var why) -> {
                    unknown(why, talk);
                    yield false;
                }
            };
        }

        /**
         * The posts that may have been looked for and are now named: after a cut, or in place of what stood for them. What
         * the first deed has just made is nobody else's.
         */
        private List<String> found(Outcome<S> outcome) {
            boolean made =
                    !cutShort && !journey.standing().shown() && own(outcome).containsAll(step.own());
            return made ? List.of() : newly(outcome);
        }

        private List<String> newly(Outcome<S> outcome) {
            return own(outcome).stream().filter(id -> !step.own().contains(id)).toList();
        }

        private List<String> own(Outcome<S> outcome) {
            return switch (outcome) {
                case Outcome.Next<S>(var next) -> next.own();
                case Outcome.Later<S>(var next, var in, var why) -> next.own();
                case Outcome.HandedOver<S>(var next, var until, var why) -> next.own();
                case Outcome.Published<S>(var post) -> List.of(post.id());
                case Outcome.Unknown<S> unknown -> List.of();
            };
        }

        private void unknown(String why, Conversation<S> talk) {
            endings.unknown(journey, step, why, entry(talk, "unknown", why));
        }

        private boolean next(S next, Conversation<S> talk, int move) {
            boolean shown = shownBefore(next, cutShort && Step.sameDeed(step, next));
            var entry = entry(talk, "next", "");
            if (move >= MOST_MOVES && endings.patienceIsOver(journey)) {
                endings.end(withShown(closed(), shown), next, entry);
                return false;
            }
            if (move >= MOST_MOVES || access.closing()) {
                ledger.waits(journey, next, false, shown, clock.instant(), "Goes on in a moment.", entry);
                return false;
            }
            journey = ledger.reached(journey, next, longestCall(next), shown, entry);
            step = next;
            cutShort = false;
            return true;
        }

        /** Whether the public may see something once {@code next} is reached. @param same the deed is still to be done */
        private boolean shownBefore(S next, boolean same) {
            return !step.repeatable() && !same || !next.out().isEmpty();
        }

        private void later(S next, Duration in, String why, Conversation<S> talk) {
            boolean same = Step.sameDeed(step, next);
            boolean stillBegun = cutShort && same;
            boolean shown = shownBefore(next, same);
            var entry = entry(talk, "later", why);
            if (endings.patienceIsOver(journey)) {
                endings.end(withShown(stillBegun ? journey : closed(), shown), next, entry);
                return;
            }
            ledger.waits(journey, next, stillBegun, shown, clock.instant().plus(in), why, entry);
        }

        private void published(RemotePost post, Conversation<S> talk) {
            ledger.published(journey, post, entry(talk, "published", ""));
            smooth = !cutShort && !renewed;
        }

        private boolean refused(Fault fault, Conversation<S> talk) {
            var entry = entry(talk, word(fault), detail(fault));
            if (fault instanceof Fault.Expired && !renewed) {
                return renew(entry);
            }
            settle(fault, entry);
            return false;
        }

        /** The call was refused before anything was done, so the same step goes again with a new credential. */
        private boolean renew(Entry entry) {
            journey = ledger.noted(cutShort ? journey : closed(), entry);
            renewed = true;
            try {
                session = access.renewed(journey, session.credential());
                var longest = cutShort ? null : longestCall(step);
                journey = longest == null ? journey : ledger.begun(journey, longest);
                return true;
            } catch (NetworkException e) {
                var fault = nothingSent(e.fault());
                settle(fault, Entry.of(clock.instant(), name(step), word(fault), detail(fault)));
                return false;
            }
        }

        private void settle(Fault fault, Entry entry) {
            var place = new Faults.Place(
                    journey,
                    !step.repeatable(),
                    cutShort,
                    publisher.settlesWithin(),
                    publisher.patience(),
                    session.credential(),
                    entry);
            if (!Endings.onlyExtrasFail(step, fault) && faults.handle(fault, place)) {
                return;
            }
            boolean nothing = !cutShort && fault instanceof Fault.Unavailable(var maybe, var detail) && !maybe;
            if (!step.complete() && !cutShort && (!nothing || journey.standing().doubt())) {
                lastLook(entry);
            } else {
                endings.end(cutShort ? journey : closed(), step, entry);
            }
        }

        /** Patience is over at a step that may be repeated, whose answer was lost: if the network can tell, it is asked. */
        private void lastLook(Entry entry) {
            journey = ledger.noted(journey, entry);
            var talk = Conversation.hold(clock, journey.id(), () -> {}, () -> move(step, true));
            boolean absent = false;
            if (talk.said() instanceof Said.Done<S>(var outcome) && !ledger.anyTaken(journey, newly(outcome))) {
                if (outcome instanceof Outcome.Published<S>(var post)) {
                    ledger.published(journey, post, entry(talk, "published", ""));
                    return;
                }
                if (outcome instanceof Outcome.Next<S>(var next)
                        && !newly(outcome).isEmpty()) {
                    endings.end(reached(next), next, entry(talk, "unknown", entry.detail()));
                    return;
                }
                absent = outcome instanceof Outcome.Next<S>;
            }
            var problem = new Problem("patience", entry.detail());
            if (absent && !journey.standing().shown()) {
                ledger.failed(journey, problem, entry(talk, "absent", ""));
            } else {
                ledger.unconfirmed(journey, problem, entry(talk, "unknown", entry.detail()));
            }
        }

        /** A part of it is out, as was found just now. */
        private Journey reached(S next) {
            var change = journey.standing().change();
            change.step = Steps.write(next);
            change.shown = true;
            return journey.at(change.done());
        }

        private Journey closed() {
            return journey.at(journey.standing().change().closed().done());
        }

        private static Journey withShown(Journey of, boolean shown) {
            var change = of.standing().change();
            change.shown |= shown;
            return of.at(change.done());
        }

        private Entry entry(Conversation<S> talk, String decision, String detail) {
            return talk.entry(cutShort ? name(step) + "?" : name(step), decision, detail);
        }
    }
}
