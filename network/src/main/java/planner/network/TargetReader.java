package planner.network;

import java.util.Set;

/**
 * Reads what a network tells of the places that a delivery names, such as the rules of a subreddit, so that preflight,
 * which must not ask anybody, knows them: the house puts the answers among the account's details before it checks.
 */
public interface TargetReader {
    /**
     * The places to be read, by the keys under which preflight looks for them in {@link Account#details()}; pure, no I/O.
     *
     * @return empty when the delivery names none
     */
    Set<String> targets(Delivery delivery);

    /**
     * What the network tells of one place now. That there is no such place is an answer, too.
     *
     * @param target one of {@link #targets}
     * @return as it stands under this key in the account's details; never secret
     * @throws NetworkException when the network gives no answer
     */
    String read(String target, Session session);
}
