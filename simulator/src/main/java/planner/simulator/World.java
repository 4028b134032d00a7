package planner.simulator;

import java.net.URI;
import java.time.Clock;

/**
 * What every simulated network is given.
 *
 * @param base the address of the simulator, without a slash at its end
 */
public record World(Clock clock, URI base, Journal journal, Hooks hooks) {
    /** An address below the name of a network. */
    public String url(Site site, String path) {
        return base + "/" + site.name() + path;
    }
}
