package planner.adapter.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.kit.ApacheTransport;
import planner.adapter.kit.Transport;
import planner.network.Environment;
import planner.network.Grant;
import planner.network.Network;

/** One network's simulator with the eyes of a viewer. Nothing on it is shared with another stage. */
public interface Stage extends AutoCloseable {
    /** The settings that lead the adapter to this simulator. */
    Environment settings();

    /** The way to the simulator. */
    default Transport transport() {
        return LOOPBACK;
    }

    /** Shared by all stages: connections are pooled. */
    Transport LOOPBACK = new ApacheTransport(true, 400);

    /** The time that the simulator lives in. */
    MovableClock clock();

    /** Connects as a person would: signs in, or goes through the consent page. */
    Grant connect(Network network);

    /** As connected before where that is good for the day, for most tests are about what comes after. */
    default Grant connected(Network network) {
        return connect(network);
    }

    /** What a person types into the connect form, all of it right; empty where a page asks instead. */
    default Map<String, String> form() {
        return Map.of();
    }

    /** Texts of the posts that the public sees now, in the order of their appearing. */
    List<String> visible();

    /** What was sent that no correct client would have sent. */
    default List<String> violations() {
        return List.of();
    }

    /** What must stand in no story, log or exception. */
    Set<String> secrets();

    /** Takes the account's access away, as its owner would in the network's own settings. */
    void revoke();

    default void passes(Duration time) {
        clock().passes(time);
    }

    default Instant now() {
        return clock().instant();
    }

    @Override
    void close();
}
