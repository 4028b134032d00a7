package planner.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import planner.channel.ChannelId;
import planner.jobs.JobHandler;
import planner.jobs.JobKind;
import planner.jobs.Next;
import planner.network.Network;

/**
 * One channel's line. There is one alarm per channel, so one publication of a channel is in the act at a time, and
 * however many are due there is one alarm to pick. A run takes them one after the other for a short while, then lets
 * other channels have the place.
 */
final class Lane implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Duration AFTER_LOST_HOLD = Duration.ofSeconds(1);

    private final Network network;
    private final PublicationStore store;
    private final Walk walk;
    private final Access access;
    private final LatePolicy late;
    private final Holds holds;
    private final Clock clock;

    Lane(Network network, PublicationStore store, Walk walk, Access access, LatePolicy late, Holds holds, Clock clock) {
        this.network = network;
        this.store = store;
        this.walk = walk;
        this.access = access;
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
        var turnEnds = clock.instant().plus(TURN);
        while (!access.closing()) {
            var now = clock.instant();
            var head = store.cutShort(channel).or(() -> store.head(channel, now));
            if (head.isEmpty()) {
                return store.nextAt(channel).<Next>map(Next.Again::new).orElseGet(Next.Done::new);
            }
            if (head.get().standing().nextAt().isAfter(now)) {
                return new Next.Again(head.get().standing().nextAt());
            }
            if (now.isAfter(turnEnds)) {
                return new Next.Again(now);
            }
            var rest = take(channel, head.get(), now);
            if (rest != null) {
                return rest;
            }
        }
        return new Next.Again(clock.instant());
    }

    private @Nullable Next take(ChannelId channel, Journey head, Instant now) {
        var readiness = access.readiness(channel);
        var broken = readiness.broken();
        if (broken != null) {
            holds.laneIsBroken(channel, broken);
            return null;
        }
        var rests = readiness.restsUntil();
        if (rests != null && rests.isAfter(now)) {
            return new Next.Again(rests);
        }
        if (late.applies(head, now)) {
            late.apply(channel, now);
            return null;
        }
        try {
            walk.advance(network.publisher(), head);
            return null;
        } catch (LostHold e) {
            LOG.info("{}; leaving it", e.getMessage());
            return new Next.Again(now.plus(AFTER_LOST_HOLD));
        }
    }
}
