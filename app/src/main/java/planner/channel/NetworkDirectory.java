package planner.channel;

import java.util.List;
import java.util.Optional;
import planner.network.Network;
import planner.network.NetworkId;
import planner.workspace.Problem;

/** The networks of this installation, in the order of showing. */
public record NetworkDirectory(List<Network> all) {
    public NetworkDirectory {
        all = List.copyOf(all);
    }

    public Optional<Network> find(NetworkId id) {
        return all.stream().filter(network -> network.id().equals(id)).findFirst();
    }

    /** By a name that anybody may have typed. */
    public Optional<Network> named(String id) {
        return all.stream().filter(network -> network.id().value().equals(id)).findFirst();
    }

    public Network get(NetworkId id) {
        return find(id).orElseThrow(Problem::notFound);
    }
}
