package planner.publish;

/** The row was changed by somebody else since it was read: whoever meets this must not go on. */
final class LostHold extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostHold(PublicationId id) {
        super("publication " + id + " is in other hands", null, false, false);
    }
}
