package planner.adapter.contract;

/** The ways in which one request can go wrong. */
public enum Cut {
    /** The process dies before the request leaves. */
    CRASH_BEFORE,
    /** The process dies after the network did what was asked. */
    CRASH_AFTER,
    /** The network did what was asked; the answer never arrives. */
    ANSWER_LOST,
    /** The network answers 500 and did nothing. */
    ERROR_BEFORE,
    /** The network answers 500 but did what was asked. */
    ERROR_AFTER,
    /** The connection is refused. */
    NOT_CONNECTED
}
