package planner.simulator.google;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.simulator.Ask;

/** The parameters of a call, read strictly. */
public record Query(Map<String, String> values) {
    /** @param names every parameter that the call may have */
    public static Query of(Ask ask, String... names) {
        Set<String> known = Set.of(names);
        for (String name : ask.query().keySet()) {
            if (!known.contains(name)) {
                throw GoogleError.wrong(
                        "unexpectedParameter",
                        "Invalid JSON payload received. Unknown name \"" + name + "\": Cannot bind query parameter.");
            }
        }
        return new Query(ask.query());
    }

    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    public String needs(String name) {
        String value = text(name);
        if (value.isEmpty()) {
            throw GoogleError.wrong("missingRequiredParameter", "Missing required parameter: " + name);
        }
        return value;
    }

    public Set<String> parts(String... known) {
        List<String> asked = List.of(needs("part").split(","));
        for (String part : asked) {
            if (!List.of(known).contains(part)) {
                throw GoogleError.wrong("unknownPart", "Unknown part: " + part);
            }
        }
        return Set.copyOf(asked);
    }

    public List<String> list(String name) {
        return Arrays.stream(text(name).split(",")).filter(it -> !it.isEmpty()).toList();
    }

    public int number(String name, int otherwise, int least, int most) {
        String value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.matches("\\d{1,4}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw GoogleError.wrong("invalidParameter", name + " must be " + least + " to " + most);
        }
        return Integer.parseInt(value);
    }

    public boolean flag(String name, boolean otherwise) {
        return switch (text(name)) {
            case "" -> otherwise;
            case "true" -> true;
            case "false" -> false;
            default -> throw GoogleError.wrong("invalidParameter", name + " must be true or false");
        };
    }
}
