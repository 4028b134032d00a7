package planner.simulator.x;

import java.util.List;
import java.util.Optional;

/** Who can be connected: one plain account and one that pays. */
record People(String id, String name, String handle, String subscription) {
    static final List<People> ALL = List.of(
            new People("1500000000000000001", "Ada's Bakery", "ada_bakery", "None"),
            new People("1500000000000000002", "Grace Premium", "grace_premium", "Premium"));

    static People byId(String id) {
        return ALL.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> XProblem.invalid("id", id, "Could not find user with id: [" + id + "]."));
    }

    static Optional<People> byName(String name) {
        return ALL.stream().filter(it -> it.handle().equalsIgnoreCase(name)).findFirst();
    }

    boolean pays() {
        return !subscription.equals("None");
    }
}
