package planner.workspace;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The time zones that people may name: those of the tz database, which every browser knows too. An offset or another form
 * that only Java reads would be stored and then shown to a browser that refuses it.
 */
public final class Zones {
    private static final Set<String> NAMES = ZoneId.getAvailableZoneIds().stream()
            .filter(name -> !name.startsWith("SystemV/"))
            .collect(Collectors.toUnmodifiableSet());

    private Zones() {}

    public static Optional<ZoneId> find(String name) {
        return NAMES.contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    /** Where this process runs; UTC where the machine tells only an offset. */
    public static ZoneId here() {
        return find(ZoneId.systemDefault().getId()).orElse(ZoneId.of("UTC"));
    }
}
