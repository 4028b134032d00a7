package planner.publish;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import planner.channel.ChannelId;
import planner.network.Delivery;
import planner.network.NetworkId;
import planner.workspace.WorkspaceId;

/**
 * One publication on its way: what never changes, and where the walk stands.
 *
 * @param version of the row these facts were read from or written to; a write with another version changes nothing
 */
record Journey(
        PublicationId id,
        WorkspaceId workspace,
        UUID post,
        ChannelId channel,
        NetworkId network,
        Delivery delivery,
        Standing standing,
        int version) {

    boolean begun() {
        return standing.begun();
    }

    Journey at(Standing next) {
        return new Journey(id, workspace, post, channel, network, delivery, next, version);
    }

    Journey with(Delivery settled) {
        return new Journey(id, workspace, post, channel, network, settled, standing, version);
    }

    Journey written() {
        return new Journey(id, workspace, post, channel, network, delivery, standing, version + 1);
    }

    /** Whether the walk could have left something for the public to see, should it end here. */
    boolean mayBeOut() {
        return standing.begun() || standing.shown() || standing.doubt();
    }

    /** Whether it can be ordered anew: it waits, or was called off, and nothing of it can be out. */
    boolean untouched() {
        return switch (standing.state()) {
            case SCHEDULED, HELD, CANCELLED -> !standing.inAct() && !mayBeOut();
            case PUBLISHING, PUBLISHED, FAILED, UNCONFIRMED -> false;
        };
    }

    /**
     * Where the walk stands; everything a move can change.
     *
     * @param step as {@link Steps} writes it; {@code null} = not begun
     * @param begun a step that must not be repeated was begun and its end is not known
     * @param overAt when the call of that step is over for certain: known when it failed, reckoned when its process died
     * @param shown a step that must not be repeated has succeeded
     * @param doubt the answer to a step that may be repeated was lost, so that it may have been done
     * @param inAct a process works on it, or died working on it
     * @param spaced its time was moved by the late policy
     * @param trying the present attempt has not ended
     * @param failures tries in a row that found the network away
     */
    record Standing(
            PublicationState state,
            @JsonRawValue @Nullable String step,
            boolean begun,
            @Nullable Instant overAt,
            boolean shown,
            boolean doubt,
            boolean inAct,
            boolean spaced,
            Instant nextAt,
            @Nullable String why,
            int attempts,
            boolean trying,
            int failures,
            @Nullable Instant deadline,
            @Nullable Held heldFor,
            @Nullable Problem problem,
            @Nullable Remote remote) {

        Change change() {
            return new Change(this);
        }
    }

    /** Why it is held, that is, who may release it. */
    enum Held {
        CHANNEL,
        LATE,
        PERSON
    }

    record Problem(String code, String message) {}

    /** @param more further ids as JSON */
    record Remote(
            String id,
            @Nullable String permalink,
            @JsonRawValue String more,
            String note,
            Instant publishedAt) {}

    /** Collects what a move changes. */
    static final class Change {
        PublicationState state;

        @Nullable
        String step;

        boolean begun;

        @Nullable
        Instant overAt;

        boolean shown;
        boolean doubt;
        boolean inAct;
        boolean spaced;
        Instant nextAt;

        @Nullable
        String why;

        int attempts;
        boolean trying;
        int failures;

        @Nullable
        Instant deadline;

        @Nullable
        Held heldFor;

        @Nullable
        Problem problem;

        @Nullable
        Remote remote;

        Change(Standing from) {
            state = from.state();
            step = from.step();
            begun = from.begun();
            overAt = from.overAt();
            shown = from.shown();
            doubt = from.doubt();
            inAct = from.inAct();
            spaced = from.spaced();
            nextAt = from.nextAt();
            why = from.why();
            attempts = from.attempts();
            trying = from.trying();
            failures = from.failures();
            deadline = from.deadline();
            heldFor = from.heldFor();
            problem = from.problem();
            remote = from.remote();
        }

        /** No step is open any more. */
        Change closed() {
            begun = false;
            overAt = null;
            return this;
        }

        /** The walk is over, for now or for good. */
        Change ended(PublicationState end) {
            state = end;
            inAct = false;
            trying = false;
            failures = 0;
            why = null;
            return this;
        }

        Standing done() {
            return new Standing(
                    state, step, begun, overAt, shown, doubt, inAct, spaced, nextAt, why, attempts, trying, failures,
                    deadline, heldFor, problem, remote);
        }
    }
}
