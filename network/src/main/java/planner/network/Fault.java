package planner.network;

import java.time.Duration;

/** What went wrong, by what must happen next. Carried by {@link NetworkException}, classified in one place a network. */
public sealed interface Fault {
    /**
     * A limit: nothing was done, come back later.
     *
     * @param retryAfter how long the channel or the whole network rests
     */
    record Busy(Duration retryAfter, Scope scope, String detail) implements Fault {}

    /**
     * The network is in trouble or did not answer.
     *
     * @param maybeDone false only when it is certain that nothing was done (never connected, refused before reading)
     */
    record Unavailable(boolean maybeDone, String detail) implements Fault {}

    /** The access token ended: refresh once, then treat as {@link Revoked}. */
    record Expired(String detail) implements Fault {}

    /** The account must be connected again; its publications are held. */
    record Revoked(String detail) implements Fault {}

    /**
     * The person must change something; never retried.
     *
     * @param code the network's own code or a stable word of ours; {@code fault.<code>} in the adapter's messages bundle
     *     says in the person's language what it means and what to do
     * @param message the network's words, verbatim
     */
    record Rejected(String code, String message) implements Fault {}

    /** What rests when a network is {@link Busy}. */
    enum Scope {
        CHANNEL,
        NETWORK
    }
}
