package planner.jobs;

import java.time.Duration;

/**
 * How well the work keeps up.
 *
 * @param lag how long the job that waits longest is overdue
 * @param overdue how many jobs are due and not begun
 * @param running how many are in the act, over all processes
 * @param workers how many processes gave a sign of life of late
 * @param failing how many jobs broke again and again, whatever they do
 */
public record Pulse(Duration lag, int overdue, int running, int workers, int failing) {
    private static final Duration SLOW = Duration.ofSeconds(10);
    private static final Duration STUCK = Duration.ofMinutes(1);

    /** As a traffic light. */
    public enum State {
        GREEN,
        AMBER,
        RED
    }

    public State state() {
        if (workers == 0 || lag.compareTo(STUCK) > 0) {
            return State.RED;
        }
        return lag.compareTo(SLOW) > 0 || failing > 0 ? State.AMBER : State.GREEN;
    }

    /** A stable word for what is wrong; empty when nothing is. */
    public String reason() {
        if (workers == 0) {
            return "no-worker";
        }
        if (state() == State.GREEN) {
            return "";
        }
        return lag.compareTo(SLOW) > 0 ? "behind" : "failing";
    }
}
