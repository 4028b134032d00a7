package planner.adapter.kit;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import planner.network.Budget;

/** The pair of headers, {@code <prefix>-remaining} and {@code <prefix>-reset}, that says what is left of a budget. */
public final class Meters {
    // whole numbers and fractions both occur
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,9})?");

    private Meters() {}

    /** Tells what is left until a second of the epoch. */
    public static void untilEpoch(Reply reply, String prefix, String budget) {
        tell(reply, prefix, budget, seconds -> Instant.ofEpochSecond((long) Math.ceil(seconds)));
    }

    /** Tells what is left for so many seconds. */
    public static void forSeconds(Reply reply, String prefix, String budget, Clock clock) {
        tell(reply, prefix, budget, seconds -> clock.instant().plusSeconds((long) Math.ceil(seconds) + 1));
    }

    private static void tell(Reply reply, String prefix, String budget, Function<Double, Instant> time) {
        var left = number(reply, prefix + "-remaining");
        var reset = number(reply, prefix + "-reset").map(time);
        if (left.isPresent() && reset.isPresent()) {
            int units = (int) Math.min(left.get(), Integer.MAX_VALUE);
            new Budget.Reading(budget, units, reset.get()).tell();
        }
    }

    private static Optional<Double> number(Reply reply, String header) {
        return reply.header(header)
                .map(String::strip)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Double::valueOf);
    }
}
