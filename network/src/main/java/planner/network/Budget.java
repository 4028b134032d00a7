package planner.network;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;

/**
 * What a network grants per time. A publication that would take more than is left waits for its share, in all processes
 * of the house together. The number has its source in a comment where an adapter declares it.
 *
 * @param id names it within the network, lower case with hyphens: {@code posts}, {@code uploads}; its name for people is
 *     the message {@code budget.<id>}
 * @param owner who shares it: an account's id, or {@link #APP} where all accounts of this installation do
 * @param most units in any window; 1 or more
 */
public record Budget(String id, String owner, int most, Window window) {
    /** Shared by all accounts that are connected through this installation's app. */
    public static final String APP = "app";

    /** Bound by whoever wants to hear, while calling an adapter, what the network says of its budgets; may be unbound. */
    public static final ScopedValue<Consumer<Reading>> LISTENER = ScopedValue.newInstance();

    public Budget {
        if (most < 1) {
            throw new IllegalArgumentException(id + " grants nothing");
        }
    }

    public static Budget rolling(String id, String owner, int most, Duration length) {
        return new Budget(id, owner, most, new Window.Rolling(length));
    }

    public static Budget daily(String id, String owner, int most, ZoneId zone) {
        return new Budget(id, owner, most, new Window.Day(zone));
    }

    public sealed interface Window {
        /** At any time the units of the last so long count. @param length a second or more */
        record Rolling(Duration length) implements Window {}

        /** What was taken since midnight counts. */
        record Day(ZoneId zone) implements Window {}
    }

    /**
     * What the network itself says, in an answer, of a budget of the account that is talked for.
     *
     * @param id of the budget
     * @param remaining units that are left until {@code resets}, 0 or more
     */
    public record Reading(String id, int remaining, Instant resets) {
        /** Tells whoever listens. */
        public void tell() {
            if (LISTENER.isBound()) {
                LISTENER.get().accept(this);
            }
        }
    }
}
