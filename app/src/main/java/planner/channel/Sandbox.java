package planner.channel;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import planner.network.NetworkId;

/** The simulated networks beside us; a bean only where they run. */
public interface Sandbox {
    /** The page where one sees what was posted, as a viewer of that network would. */
    Optional<URI> timeline(NetworkId network);

    /** What a person types into the form to connect the sandbox's first account, as it is now; empty without a form. */
    Map<String, String> secrets(NetworkId network);
}
