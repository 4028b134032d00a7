package planner.adapter.contract;

import java.util.List;
import planner.network.NetworkId;

/** What a network shows of itself: posts of every format, and a stage to publish them on. */
public interface Samples {
    NetworkId network();

    /** At least one for every format. */
    List<Sample> all();

    /**
     * Whether the network can always be asked what became of a cut call of this sample. Only where it cannot may the
     * crash proof end with a question to a person.
     */
    default boolean alwaysTells(Sample sample) {
        return true;
    }

    /** A new simulator with an account that may post; the caller closes it. */
    Stage open();
}
