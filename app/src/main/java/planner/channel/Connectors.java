package planner.channel;

import planner.network.Connector;
import planner.network.Network;
import planner.workspace.Problem;

/** Finds a network's connector by what a row or a caller names. */
final class Connectors {
    private Connectors() {}

    /** For stored names: the connector of a row stays among the network's connectors. */
    static Connector of(Network network, String id) {
        return network.connectors().stream()
                .filter(connector -> connector.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(network.id() + " has no connector " + id));
    }

    /** For a caller's choice; the first of this kind when {@code id} is empty. */
    static <C extends Connector> C chosen(Network network, String id, Class<C> kind) {
        return network.connectors().stream()
                .filter(kind::isInstance)
                .filter(connector -> id.isEmpty() || connector.id().equals(id))
                .findFirst()
                .map(kind::cast)
                .orElseThrow(() -> Problem.invalid("connector", "unknown", id));
    }
}
