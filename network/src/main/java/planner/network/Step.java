package planner.network;

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
}
