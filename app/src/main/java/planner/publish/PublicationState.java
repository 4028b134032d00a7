package planner.publish;

/** The life of a publication. */
public enum PublicationState {
    SCHEDULED,
    /** Its walk has begun: in the act, waiting for the network, or waiting for the next try. */
    PUBLISHING,
    PUBLISHED,
    /** Nothing is out, or no more than the first parts of a thread; a person may try again. */
    FAILED,
    /** It may be out and the network cannot tell: a person looks and says. */
    UNCONFIRMED,
    /** Stopped until somebody or something releases it. */
    HELD,
    CANCELLED;

    /** Nothing of it will ever be sent again. */
    boolean closed() {
        return this == PUBLISHED || this == CANCELLED;
    }
}
