package planner.simulator.pinterest;

/** How far Pinterest trusts the app. */
public enum Level {
    /** Nobody has looked at it yet: every call is refused. */
    NONE,
    /** What it makes is seen by its maker only, and a day has few calls. */
    TRIAL,
    STANDARD
}
