package planner.simulator.x;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who has an account. */
record People(String id, String name, String handle, String subscription) {
    /** Who can be connected: one plain account and one that pays. */
    static final List<People> ALL = List.of(
            new People("1500000000000000001", "Ada's Bakery", "ada_bakery", "None"),
            new People("1500000000000000002", "Grace Premium", "grace_premium", "Premium"));

    /** Who can only be named: regular_1 to regular_10. */
    private static final List<People> REGULARS = IntStream.rangeClosed(1, 10)
            .mapToObj(i -> new People("" + (1500000000000000100L + i), "Regular " + i, "regular_" + i, "None"))
            .toList();

    static People byId(String id) {
        return known().filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> XProblem.invalid("id", id, "Could not find user with id: [" + id + "]."));
    }

    static Optional<People> byName(String name) {
        return known().filter(it -> it.handle().equalsIgnoreCase(name)).findFirst();
    }

    private static Stream<People> known() {
        return Stream.concat(ALL.stream(), REGULARS.stream());
    }

    boolean pays() {
        return !subscription.equals("None");
    }
}
