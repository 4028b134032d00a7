package planner.simulator.threads;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import planner.simulator.meta.Fields;
import planner.simulator.meta.GraphError;

/** The few places there are. */
final class Places {
    private static final List<Place> ALL = List.of(
            new Place("107410000000001", "Kawiarnia pod Lipą", "ul. Lipowa 4", "Kraków"),
            new Place("107410000000002", "Kraków", "", "Kraków"),
            new Place("107410000000003", "Ogród Botaniczny", "ul. Kopernika 27", "Kraków"));

    private Places() {}

    record Place(String id, String name, String address, String city) {
        Map<String, Object> shown(Fields fields) {
            Map<String, Supplier<?>> known = new LinkedHashMap<>();
            known.put("id", () -> id);
            known.put("name", () -> name);
            known.put("address", () -> address.isEmpty() ? null : address);
            known.put("city", () -> city);
            known.put("country", () -> "Poland");
            known.put("latitude", () -> 50.06);
            known.put("longitude", () -> 19.94);
            known.put("postal_code", () -> "31-000");
            return fields.of("ThreadsLocation", known);
        }
    }

    static List<Place> search(String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(it -> (it.name() + " " + it.address())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }

    static Optional<Place> find(String id) {
        return ALL.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    static String known(String id) {
        if (!id.isEmpty() && find(id).isEmpty()) {
            throw GraphError.of(100, 0, "(#100) Param location_id is no valid location");
        }
        return id;
    }
}
