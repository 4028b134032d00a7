package planner.adapter.contract;

import java.util.Arrays;
import planner.network.Step;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A step as it is stored: its simple name and its components. */
final class StepJson<S extends Step> {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Class<S> type;

    StepJson(Class<S> type) {
        this.type = type;
    }

    String write(S step) {
        return step.getClass().getSimpleName() + " " + MAPPER.writeValueAsString(step);
    }

    S read(String text) {
        var parts = text.split(" ", 2);
        var form = Arrays.stream(type.getPermittedSubclasses())
                .filter(subclass -> subclass.getSimpleName().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step named " + parts[0]));
        return type.cast(MAPPER.readValue(parts[1], form));
    }
}
