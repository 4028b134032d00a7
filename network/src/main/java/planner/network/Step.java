package planner.network;

import java.util.List;

/**
 * Where a publication stands on its way: a record owned by the adapter, saved as JSON after every move. Its components
 * are JSON-friendly (text, numbers, records, lists). A stored step outlives an upgrade: a new component needs a
 * meaning for {@code null}.
 */
public interface Step {
    /**
     * Whether the step may simply be performed again after it was cut short. False when doing it twice could show the
     * public two posts; then the engine asks {@link Publisher#reconcile}, never {@code perform}.
     */
    default boolean repeatable() {
        return true;
    }

    /**
     * The network's ids of what the public sees already, in order; empty while nothing is out. A new beginning would
     * show it a second time, so the engine never begins anew from here: see {@link Publisher#again}.
     */
    default List<String> out() {
        return List.of();
    }

    /**
     * The network's ids of what is this publication's own: what is out, and what the network has but does not show yet. No
     * other publication takes it for its own when it looks for what became of a cut step.
     */
    default List<String> own() {
        return out();
    }

    /**
     * Whether the whole delivery is out and {@link #out} names it, so that only extras are left: a first comment, a pin,
     * the address. Whatever fails from here on is a note on a published post, never a failure.
     */
    default boolean complete() {
        return false;
    }

    /** Whether {@code next} is still the visible deed of {@code step}, perhaps with another count of looks. */
    static boolean sameDeed(Step step, Step next) {
        return !next.repeatable() && next.getClass() == step.getClass();
    }
}
