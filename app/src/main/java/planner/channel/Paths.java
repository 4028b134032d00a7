package planner.channel;

import planner.network.Network;
import planner.network.NetworkId;
import planner.workspace.Problem;

/** What stands in our addresses. */
final class Paths {
    private Paths() {}

    static Network network(NetworkDirectory networks, String id) {
        try {
            return networks.get(new NetworkId(id));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound();
        }
    }
}
