package planner.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import planner.network.RemotePost;
import planner.network.Step;
import planner.publish.Journey.Held;
import planner.publish.Journey.Problem;
import planner.publish.Journey.Remote;
import planner.publish.Journey.Standing;
import tools.jackson.databind.json.JsonMapper;

/**
 * The moves of a walk. Each is one statement, on the disk when it returns, told as an event, and fails
 * with {@link LostHold} when the row is no longer as the walk knows it.
 */
@Component
class Ledger {
    /** A request leaves within this time after its step was begun, or not at all. */
    private static final Duration LEAVES_WITHIN = Duration.ofSeconds(30);

    /** Before the name of a budget, in place of a sentence: why a publication waits. */
    static final String BUDGET = "budget:";

    /** Before the percentage: its files are being made. */
    static final String FILES = "files:";

    /** Before the key of a sentence and the name of the file that could not be made. */
    static final String FILE = "file:";

    /** Before the sentence of a publication that the network has and will show: nothing went wrong. */
    static final String HANDED_OVER = "handed-over:";

    private final PublicationStore store;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Ledger(PublicationStore store, TransactionOperations transactions, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** As it is stored. @param problem key of the sentence that says why */
    static String file(String problem, String name) {
        return FILE + problem + ":" + name;
    }

    /** The row as it is now. */
    Optional<Journey> current(PublicationId id) {
        return store.find(id);
    }

    /** In the transaction of the order. */
    void ordered(Journey journey) {
        events.publishEvent(new PublicationChanged(
                journey.workspace(), journey.id(), journey.standing().state()));
    }

    /**
     * Takes the publication in hand.
     *
     * @param longestCall of the step to come, where that must not be repeated; {@code null} = it begins nothing
     */
    Journey claim(Journey journey, Step step, @Nullable Duration longestCall, Duration patience) {
        var change = journey.standing().change();
        change.state = PublicationState.PUBLISHING;
        change.step = Steps.write(step);
        change.inAct = true;
        change.why = null;
        change.problem = null;
        change.attempts += change.trying ? 0 : 1;
        change.trying = true;
        change.deadline = change.deadline == null ? now().plus(patience) : change.deadline;
        begin(change, longestCall);
        return save(journey, change.done(), null);
    }

    /** Begins the step at hand anew. */
    Journey begun(Journey journey, Duration longestCall) {
        var change = journey.standing().change();
        begin(change, longestCall);
        return save(journey, change.done(), null);
    }

    /** On to the next step; if that one must not be repeated it is begun with the same commit. */
    Journey reached(Journey journey, Step next, @Nullable Duration longestCall, boolean shown, Entry entry) {
        var change = journey.standing().change().closed();
        change.step = Steps.write(next);
        change.shown |= shown;
        change.doubt = false;
        change.failures = 0;
        begin(change, longestCall);
        return save(journey, change.done(), entry);
    }

    /** Only tells the story. */
    Journey noted(Journey journey, Entry entry) {
        return save(journey, journey.standing(), entry);
    }

    /** Its share of what the network grants per time lies ahead. */
    void waitsForShare(Journey journey, Budgets.Wait wait, Instant now) {
        var budget = wait.budget();
        var change = journey.standing().change();
        change.nextAt = wait.until();
        change.why = BUDGET + budget.id();
        save(journey, change.done(), Entry.of(now, "", "budget", budget.id() + ": " + budget.most()));
    }

    /** Its files are not made yet; it is rung when they are. @param share 0 to 1 */
    void waitsForFiles(Journey journey, double share, Instant until) {
        var change = journey.standing().change();
        change.nextAt = until;
        change.why = FILES + Math.round(share * 100);
        var entry = journey.standing().why() == null ? Entry.of(now(), "", "files", change.why) : null;
        save(journey, change.done(), entry);
    }

    /** Comes back later. @param stillBegun what became of the step is still not known */
    void waits(Journey journey, Step step, boolean stillBegun, boolean shown, Instant until, String why, Entry entry) {
        var change = journey.standing().change();
        if (!stillBegun) {
            change.closed();
        }
        change.step = Steps.write(step);
        change.shown |= shown;
        change.inAct = false;
        change.failures = 0;
        change.nextAt = until;
        change.why = why;
        save(journey, change.done(), entry);
    }

    /** The network shows it by itself: a new patience begins when it is looked at, however late that is. */
    void handedOver(Journey journey, Step step, boolean shown, Instant until, String why, Entry entry) {
        var change = journey.standing().change();
        change.deadline = null;
        waits(journey.at(change.done()), step, false, shown, until, HANDED_OVER + why, entry);
    }

    /** It was cut short, and it is too early to believe that there is no such post. */
    void notYet(Journey journey, Instant until, Entry entry) {
        var change = journey.standing().change();
        change.state = PublicationState.PUBLISHING;
        change.inAct = false;
        change.nextAt = until;
        change.why = entry.detail();
        save(journey, change.done(), entry);
    }

    void published(Journey journey, RemotePost post, Entry entry) {
        var change = journey.standing().change().closed().ended(PublicationState.PUBLISHED);
        var link = post.permalink();
        change.remote = new Remote(
                post.id(),
                link == null ? null : link.toString(),
                JsonMapper.shared().writeValueAsString(post.more()),
                post.note(),
                earlier(post.since(), now()));
        change.problem = null;
        save(journey, change.done(), entry);
    }

    /** Whether one of the network's posts is known as another publication's. */
    boolean anyTaken(Journey journey, List<String> remoteIds) {
        return !remoteIds.isEmpty() && store.anyTaken(journey, remoteIds);
    }

    /** A person must look: it may be out. */
    void unconfirmed(Journey journey, Problem problem, Entry entry) {
        var change = journey.standing().change().ended(PublicationState.UNCONFIRMED);
        change.problem = problem;
        save(journey, change.done(), entry);
    }

    void failed(Journey journey, Problem problem, Entry entry) {
        var change = journey.standing().change().closed().ended(PublicationState.FAILED);
        change.doubt = false;
        change.problem = problem;
        save(journey, change.done(), entry);
    }

    /** The network asked to come back later; no attempt is burned and the patience begins anew. */
    void rests(Journey journey, boolean stillBegun, Instant until, Duration patience, Entry entry, Runnable also) {
        var change = journey.standing().change();
        if (!stillBegun) {
            change.closed();
        }
        change.inAct = false;
        change.nextAt = until;
        change.why = entry.detail();
        change.deadline = until.plus(patience);
        save(journey, change.done(), entry, also);
    }

    /** It cannot be gone on with, for a reason of ours; the patience begins with the first such try. */
    void troubled(Journey journey, Instant until, Duration patience, Entry entry) {
        var change = journey.standing().change();
        change.state = PublicationState.PUBLISHING;
        change.attempts += change.trying ? 0 : 1;
        change.deadline = change.deadline == null ? now().plus(patience) : change.deadline;
        again(journey.at(change.done()), journey.begun(), null, false, until, entry);
    }

    /** The try failed, another follows. @param over when the call was over, if what became of it is not known */
    void again(Journey journey, boolean stillBegun, @Nullable Instant over, boolean doubt, Instant until, Entry entry) {
        var change = journey.standing().change();
        if (!stillBegun) {
            change.closed();
        } else if (over != null) {
            change.overAt = over;
        }
        change.inAct = false;
        change.trying = false;
        change.failures++;
        change.doubt |= doubt;
        change.nextAt = until;
        change.why = entry.detail();
        save(journey, change.done(), entry);
    }

    void held(Journey journey, Held reason, boolean stillBegun, Problem problem, Entry entry) {
        save(journey, holding(journey, reason, stillBegun, problem), entry);
    }

    /** @return false when the cause no longer stands: nothing was held */
    boolean heldIf(
            BooleanSupplier cause, Journey journey, Held reason, boolean stillBegun, Problem problem, Entry entry) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            if (!cause.getAsBoolean()) {
                return false;
            }
            held(journey, reason, stillBegun, problem, entry);
            return true;
        }));
    }

    private static Standing holding(Journey journey, Held reason, boolean stillBegun, Problem problem) {
        var change = journey.standing().change();
        if (!stillBegun) {
            change.closed();
        }
        change.ended(PublicationState.HELD);
        change.heldFor = reason;
        change.problem = problem;
        return change.done();
    }

    private void save(Journey journey, Standing next, Entry entry, Runnable also) {
        transactions.executeWithoutResult(status -> {
            save(journey, next, entry);
            also.run();
        });
    }

    /** One statement, so that on its own it needs no transaction around it. */
    Journey save(Journey journey, Standing next, @Nullable Entry entry) {
        if (!store.write(journey, next, entry, now())) {
            throw new LostHold(journey.id());
        }
        if (worthTelling(journey.standing(), next)) {
            events.publishEvent(new PublicationChanged(journey.workspace(), journey.id(), next.state()));
        }
        return journey.at(next).written();
    }

    private void begin(Journey.Change change, @Nullable Duration longestCall) {
        if (longestCall != null) {
            change.begun = true;
            change.overAt = now().plus(LEAVES_WITHIN).plus(longestCall);
        }
    }

    /** Somebody may have shown it before its time. */
    private static Instant earlier(@Nullable Instant since, Instant now) {
        return since != null && since.isBefore(now) ? since : now;
    }

    private Instant now() {
        return clock.instant();
    }

    private static boolean worthTelling(Standing before, Standing after) {
        return before.state() != after.state()
                || before.inAct() && !after.inAct()
                || !after.inAct() && !before.nextAt().equals(after.nextAt());
    }
}
