package planner.workspace;

public enum Mode {
    /** With a demo sign-in and the sandbox of simulated networks; for looking around on one's own machine. */
    DEMO,
    PRODUCTION
}
