package planner.jobs;

import java.time.Instant;

/** What becomes of a job after a run. */
public sealed interface Next {
    /** Nothing is left to do; if the job was rung while it ran, it runs again. */
    record Done() implements Next {}

    /** Run again then, or earlier when it is rung. */
    record Again(Instant at) implements Next {}
}
