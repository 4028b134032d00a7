package planner.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One simulated network. It lives under its own name in the path, with a folder for each of its hosts. */
public interface Site extends AutoCloseable {
    /** As the planner calls it; also the first part of all its paths. */
    String name();

    /** As people call it. */
    String title();

    /** The colour by which people know it. */
    default String accent() {
        return "#4b5563";
    }

    /**
     * What leads the planner here: base addresses and app credentials, by the names of the planner's settings in lower
     * case with hyphens, for example {@code api-url}.
     */
    Map<String, String> settings();

    /** What a person types into the planner's form to connect the first demo account; empty where a page asks instead. */
    default Map<String, String> demoSecrets() {
        return Map.of();
    }

    Answer answer(Ask ask) throws IOException;

    /** Whether this is a call of the API, and no page that a person opens: only those are struck by faults. */
    boolean api(Ask ask);

    /** How this network says that it is broken. */
    Answer broken(Ask ask);

    /** How this network says "not now". */
    Answer throttled(Ask ask, Duration pause);

    /** How this network denies what it has just done; a network that does not lie tells the truth. */
    default Answer lie(Ask ask, Answer truth) {
        return truth;
    }

    /** Every access that was ever given ends, as if all owners had removed the app. */
    void revoke();

    /** The texts of the posts that the public sees now, oldest first. */
    List<String> visible();

    /** Where a viewer sees them, below this network's name. */
    String timeline();

    @Override
    default void close() {}
}
