package planner;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataAccessException;
import planner.workspace.Problem;

/** Translates what a framework found into the rules of our API. */
final class Rules {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("NotNull", "required"),
            Map.entry("NotBlank", "required"),
            Map.entry("NotEmpty", "required"),
            Map.entry("Size", "size"),
            Map.entry("Min", "range"),
            Map.entry("Max", "range"),
            Map.entry("Positive", "range"),
            Map.entry("PositiveOrZero", "range"));

    private Rules() {}

    /** One constraint that an argument broke. */
    static Problem.Field broken(String field, MessageSourceResolvable error) {
        var codes = error.getCodes();
        var constraint = codes == null || codes.length == 0 ? "" : codes[codes.length - 1];
        return new Problem.Field(field, NAMES.getOrDefault(constraint, "malformed"), List.of());
    }

    /** Values that no column can hold (SQLSTATE class 22) came from the caller. */
    static boolean isDataFault(DataAccessException e) {
        return e.getRootCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && cause.getSQLState().startsWith("22");
    }
}
