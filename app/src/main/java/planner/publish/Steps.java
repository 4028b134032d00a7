package planner.publish;

import java.util.ArrayList;
import java.util.List;
import planner.network.Publisher;
import planner.network.Step;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Steps as JSON: the record's simple name and its components. A component that the stored step lacks is null. */
final class Steps {
    private static final String NAME = "is";
    /** For {@link PublicationStore#anyTaken}; nobody reads it back. */
    private static final String OWN = "own";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Steps() {}

    static String write(Step step) {
        ObjectNode json = JSON.valueToTree(step);
        json.put(NAME, step.getClass().getSimpleName());
        if (!step.own().isEmpty()) {
            json.putPOJO(OWN, step.own());
        }
        return JSON.writeValueAsString(json);
    }

    /** @throws IllegalStateException when this network has no such step (any more) */
    static <S extends Step> S read(Publisher<S> publisher, String json) {
        var tree = (ObjectNode) JSON.readTree(json);
        var name = tree.path(NAME).asString();
        tree.remove(NAME);
        for (var type : records(publisher.stepType())) {
            if (type.getSimpleName().equals(name)) {
                return publisher.stepType().cast(JSON.treeToValue(tree, type));
            }
        }
        throw new IllegalStateException(publisher.stepType().getName() + " has no step named " + name);
    }

    private static List<Class<?>> records(Class<?> type) {
        if (!type.isSealed()) {
            return List.of(type);
        }
        var all = new ArrayList<Class<?>>();
        for (var permitted : type.getPermittedSubclasses()) {
            all.addAll(records(permitted));
        }
        return all;
    }
}
