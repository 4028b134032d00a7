package planner.simulator.threads;

import java.util.regex.Pattern;
import planner.simulator.Journal;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.GraphDoor;
import planner.simulator.meta.GraphDoor.Usage;
import planner.simulator.meta.GraphError;
import planner.simulator.meta.Host;
import planner.simulator.meta.Tokens;
import planner.simulator.threads.Access.Scope;

/** What stands behind the door of graph.threads.net: finds the node that a path means. */
final class GraphApi {
    private static final Pattern SERVED = Pattern.compile("v1\\.0");

    private final Login login;
    private final Edges edges;
    private final Tokens tokens;
    private final People people;

    GraphApi(Login login, Edges edges, Tokens tokens, People people) {
        this.login = login;
        this.edges = edges;
        this.tokens = tokens;
        this.people = people;
    }

    GraphDoor door(Usage usage, Journal journal) {
        var sign = new GraphDoor.Sign("threads", Host.THREADS, SERVED, "THApiException", "Threads could not do this");
        return new GraphDoor(sign, usage, journal, this::answer);
    }

    private Object answer(GraphCall call, boolean versioned) {
        if (login.knows(call)) {
            return login.answer(call);
        }
        if (!versioned) {
            throw GraphError.wrong("The version is missing in the path");
        }
        String first = call.path().getFirst();
        if (first.equals("debug_token")) {
            return login.debug(call);
        }
        Access access = new Access(tokens.alive(call.token(), Host.THREADS), people).may(Scope.READ);
        if (first.equals("location_search")) {
            return edges.places(call, access);
        }
        return first.equals("me") || people.profile(first).isPresent()
                ? edges.ofProfile(call, access, access.profile(first))
                : edges.ofNode(call, access);
    }
}
