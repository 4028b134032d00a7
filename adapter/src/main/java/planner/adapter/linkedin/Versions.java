package planner.adapter.linkedin;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** When a version of the API ends; learn.microsoft.com, integrations/migrations as of 2026-11. */
final class Versions {
    static final String DEFAULT = "202609";

    private static final Map<String, LocalDate> SUNSETS = Map.of(
            "202510", LocalDate.of(2026, 10, 15),
            "202511", LocalDate.of(2026, 11, 16),
            "202601", LocalDate.of(2027, 1, 15),
            "202602", LocalDate.of(2027, 2, 15),
            "202603", LocalDate.of(2027, 3, 16));
    // every version lives twelve months at least, and the known ones ended in the middle of the month
    private static final int LEAST_MONTHS = 12;
    private static final int DAY = 15;

    private Versions() {}

    /** The published day, else the earliest that LinkedIn's promise allows; empty for what is no version. */
    static Optional<LocalDate> sunset(String version) {
        var known = SUNSETS.get(version);
        return known == null ? earliest(version) : Optional.of(known);
    }

    private static Optional<LocalDate> earliest(String version) {
        try {
            return Optional.of(YearMonth.parse(version, DateTimeFormatter.ofPattern("uuuuMM"))
                    .plusMonths(LEAST_MONTHS)
                    .atDay(DAY));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
