package planner.channel;

/** The stored credentials do not open with the master key that is set: the house cannot start with it. */
public final class WrongMasterKey extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    WrongMasterKey(Throwable cause) {
        super(
                "The stored credentials were sealed under another master key: set PLANNER_MASTER_KEY to the one that was"
                        + " used before.",
                cause);
    }
}
