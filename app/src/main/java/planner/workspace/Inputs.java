package planner.workspace;

import java.time.ZoneId;
import java.util.Locale;

/** Reads the small forms that several requests share. */
final class Inputs {
    private Inputs() {}

    static ZoneId zone(String field, String text) {
        return Zones.find(text).orElseThrow(() -> Problem.invalid(field, "unknown"));
    }

    static Locale language(String field, String text) {
        var locale = Locale.forLanguageTag(text);
        return Languages.ALL.stream()
                .filter(known -> known.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(field, "unknown"));
    }
}
