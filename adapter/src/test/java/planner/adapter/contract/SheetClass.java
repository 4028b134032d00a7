package planner.adapter.contract;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the last column of a sheet's row makes of an error: at first, and after "then" or "else" where it is tried before it is
 * believed.
 */
record SheetClass(String first, String last) {
    /** What the sheets' words are here; a step that the sheet wants to be looked up may have been done. */
    private static final Map<String, Set<String>> CLASSES = Map.of(
            "RETRYABLE", Set.of("Unavailable", "Busy"),
            "RATE_LIMITED|QUOTA", Set.of("Busy"),
            "REAUTH", Set.of("Revoked", "Expired"),
            "refresh once|^refresh,", Set.of("Expired"),
            "PERMISSION", Set.of("Revoked"),
            "USER", Set.of("Rejected"),
            "FATAL", Set.of("Rejected"),
            "DUPLICATE", Set.of("Rejected"),
            "section 3|look up", Set.of("Unavailable"));

    private static final Pattern AFTER = Pattern.compile("\\b(?:then|else)\\b");

    static SheetClass of(String cell) {
        var parts = AFTER.split(cell);
        return new SheetClass(parts[0], parts[parts.length - 1]);
    }

    /** Whether it says one thing only: of two that contradict each other somebody must say why it is this one. */
    boolean is(String fault, boolean tried) {
        return faults(tried ? last : first).filter(all -> all.contains(fault)).isPresent();
    }

    /** What all of its words agree on; empty where they do not. */
    private static Optional<Set<String>> faults(String words) {
        return CLASSES.entrySet().stream()
                .filter(one -> Pattern.compile(one.getKey()).matcher(words).find())
                .map(Map.Entry::getValue)
                .reduce((one, other) -> {
                    var both = new TreeSet<>(one);
                    both.retainAll(other);
                    return both;
                });
    }
}
