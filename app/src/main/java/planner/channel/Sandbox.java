package planner.channel;

import java.net.URI;
import java.util.Optional;
import planner.network.NetworkId;

/** The simulated networks beside us, when there are any. */
public interface Sandbox {
    boolean running();

    /** The page where one sees what was posted, as a viewer of that network would. */
    Optional<URI> timeline(NetworkId network);
}
