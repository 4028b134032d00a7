package planner.simulator.mastodon;

import java.util.List;

/** Who has an account on this server. */
record People(String id, String name, String handle) {
    static final List<People> ALL = List.of(
            new People("109300000000000001", "Ada's Bakery", "ada_bakery"),
            new People("109300000000000002", "Grace at Home", "grace"));

    static People byId(String id) {
        return ALL.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(MastodonError::notFound);
    }
}
