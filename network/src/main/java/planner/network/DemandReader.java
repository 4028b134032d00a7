package planner.network;

import java.util.List;

/**
 * Reads what the places demand that a delivery names: rules that only the network knows and that change any day. The house
 * asks ahead of each preflight, keeps an answer for an hour at most, and preflight finds it in {@link Account#details}.
 */
public interface DemandReader {
    /** The places that this delivery names, each the key under which preflight looks for it; pure, no I/O. */
    List<String> places(Delivery delivery);

    /**
     * What this place demands now; never secret.
     *
     * @param place one of {@link #places}
     * @throws NetworkException when that cannot be told now; preflight then does without
     */
    String demands(String place, Session session);
}
