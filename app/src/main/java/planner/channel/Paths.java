package planner.channel;

import planner.network.Network;
import planner.workspace.Problem;

/** What stands in our addresses. */
final class Paths {
    private Paths() {}

    static Network network(NetworkDirectory networks, String id) {
        return networks.named(id).orElseThrow(Problem::notFound);
    }
}
