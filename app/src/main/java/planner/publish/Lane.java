package planner.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;
import planner.channel.ChannelId;
import planner.jobs.JobHandler;
import planner.jobs.JobKind;
import planner.jobs.Next;
import planner.network.Network;
import planner.publish.PublicationStore.Head;

/**
 * One channel's line. There is one alarm per channel, so one publication of a channel is in the act at a time, and
 * however many are due there is one alarm to pick. A run takes them one after the other for a short while, then lets
 * other channels have the place.
 */
final class Lane implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final Duration TURN = Duration.ofSeconds(4);
    private static final Duration AFTER_LOST_HOLD = Duration.ofSeconds(1);

    private final Network network;
    private final PublicationStore store;
    private final Function<Access, Walk> walks;
    private final Turns turns;
    private final Access access;
    private final LatePolicy late;
    private final Holds holds;
    private final Clock clock;

    Lane(
            Network network,
            PublicationStore store,
            Function<Access, Walk> walks,
            Turns turns,
            LatePolicy late,
            Holds holds,
            Clock clock) {
        this.network = network;
        this.store = store;
        this.walks = walks;
        this.turns = turns;
        this.access = turns.house();
        this.late = late;
        this.holds = holds;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return Lanes.kind(network);
    }

    @Override
    public Next run(String id) {
        var channel = ChannelId.of(id);
        var turn = turns.begin(channel, clock.instant());
        var turnEnds = clock.instant().plus(TURN);
        if (turn.readiness(channel).broken() != null) {
            holds.laneIsBroken(channel, access);
            turn.forget();
        }
        while (!access.closing()) {
            var now = clock.instant();
            var head = turn.head(channel, now);
            if (head.isEmpty()) {
                return store.nextAt(channel).<Next>map(Next.Again::new).orElseGet(Next.Done::new);
            }
            var due = head.get().journey().standing().nextAt();
            if (due.isAfter(now)) {
                return new Next.Again(due);
            }
            if (now.isAfter(turnEnds)) {
                return new Next.Again(now);
            }
            var rest = take(head.get(), turn, now);
            if (rest.isPresent()) {
                return rest.get();
            }
        }
        return new Next.Again(clock.instant());
    }

    /** @return when to come back, or empty to go on with the line */
    private Optional<Next> take(Head head, Turn turn, Instant now) {
        var channel = head.journey().channel();
        var readiness = turn.readiness(channel);
        if (readiness.broken() != null) {
            holds.laneIsBroken(channel, access);
            turn.forget();
            return Optional.empty();
        }
        var rests = readiness.restsUntil();
        if (rests != null && rests.isAfter(now)) {
            return Optional.of(new Next.Again(rests));
        }
        if (head.overdue()) {
            late.apply(channel, now);
            turn.forget();
            return Optional.empty();
        }
        try {
            if (!walks.apply(turn).advance(network.publisher(), head.journey())) {
                turn.forget();
            }
            return Optional.empty();
        } catch (DataIntegrityViolationException e) {
            return troubled(head, turn, e);
        } catch (DataAccessException | TransactionException e) {
            // the database is away: the lane comes back as a whole
            throw e;
        } catch (LostHold e) {
            LOG.info("{}; leaving it", e.getMessage());
            return Optional.of(new Next.Again(now.plus(AFTER_LOST_HOLD)));
        } catch (RuntimeException e) {
            return troubled(head, turn, e);
        }
    }

    private Optional<Next> troubled(Head head, Turn turn, RuntimeException e) {
        // not its message: it may quote a secret
        LOG.error(
                "Publication {} cannot go on: {} at {}",
                head.journey().id(),
                e.getClass().getName(),
                List.of(e.getStackTrace()).stream().limit(5).toList());
        turn.forget();
        try {
            walks.apply(turn).troubled(head.journey().id(), network.publisher(), e);
        } catch (LostHold lost) {
            LOG.info("{}; leaving it", lost.getMessage());
        }
        return Optional.empty();
    }
}
