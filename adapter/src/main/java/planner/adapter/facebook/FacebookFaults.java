package planner.adapter.facebook;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import planner.adapter.kit.Reply;
import planner.adapter.meta.GraphError;
import planner.adapter.meta.GraphFaults;
import planner.network.Fault;

/** What an error of the Graph API means for a Page; error-handling guide as of 2026-06-02 and codes seen in practice. */
final class FacebookFaults {
    /** "Posted already": of the post before, or of its photos. */
    private static final Set<Integer> DOUBLED = Set.of(506, 1366051);

    private static final Set<Integer> DOWN = Set.of(1363047, 1609010);
    private static final int TOO_FAST = 1390008;
    private static final int MISPLACED = 1363037;

    static final String UNREADABLE_LINK = "1609005";

    static final String GONE = "gone";

    /** Seen: its time has passed, and nobody is shown it. */
    static final Fault NOT_RELEASED = new Fault.Rejected("not-released", "it is not published");

    /** What {@code fault.<code>} has words for; of anything else the network's own words are told. */
    private static final Set<Integer> TOLD = Set.of(
            100, 352, 382, 389, 506, 803, 2500, 6000, 1346003, 1349125, 1363004, 1366046, 1366051, 1404006, 1404078,
            1404102, 1404112, 1609005, 1609008, 2061006, 2069019, 4854002);

    static final GraphFaults GRAPH = new GraphFaults("Facebook", TOLD, FacebookFaults::own);

    private FacebookFaults() {}

    /** The code may stand in either place. */
    private static Stream<Integer> codes(GraphError error) {
        return Stream.of(error.subcode(), error.code());
    }

    private static Optional<Fault> own(GraphError error) {
        var words = error.words();
        if (codes(error).anyMatch(DOUBLED::contains)) {
            return Optional.of(new Fault.Unavailable(true, words));
        }
        if (codes(error).anyMatch(DOWN::contains)) {
            return Optional.of(new Fault.Unavailable(true, words));
        }
        if (codes(error).anyMatch(code -> code == TOO_FAST)) {
            return Optional.of(GRAPH.blocked());
        }
        if (words.contains("No permission to publish the video")) {
            return Optional.of(new Fault.Revoked(words));
        }
        return TOLD.contains(error.subcode())
                ? Optional.of(new Fault.Rejected("" + error.subcode(), words))
                : Optional.empty();
    }

    /** Facebook takes the post for a repetition: it may well be out. */
    static boolean doubled(Reply reply) {
        return GraphError.in(reply)
                .filter(it -> codes(it).anyMatch(DOUBLED::contains))
                .isPresent();
    }

    /** The piece does not continue what Facebook has. */
    static boolean misplaced(Reply reply) {
        return GraphError.in(reply).filter(it -> it.subcode() == MISPLACED).isPresent();
    }
}
