package planner.channel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import planner.network.Connector;
import planner.network.Network;
import planner.workspace.Problem;

/** What a person fills in to connect: the connector's own fields as flat JSON, and which connector it is. */
final class ConnectForm {
    private static final String CONNECTOR = "connector";
    private static final int LONGEST = 4_096;

    private ConnectForm() {}

    /** The connector that the body names, the first of its kind when it names none. */
    static <C extends Connector> C connector(Network network, Map<String, @Nullable Object> body, Class<C> kind) {
        var id = body.get(CONNECTOR);
        return Connectors.chosen(network, id == null ? "" : id.toString(), kind);
    }

    /** @throws Problem naming each field that is missing, unknown or not a text */
    static Map<String, String> read(Connector connector, Map<String, @Nullable Object> body) {
        var faults = new ArrayList<Problem.Field>();
        var values = new LinkedHashMap<String, String>();
        for (var field : connector.fields()) {
            var given = body.get(field.name());
            var value = given == null ? field.initial() : text(field.name(), given, faults);
            if (value != null && !value.isBlank()) {
                values.put(field.name(), value);
            } else if (field.required() && (given == null || value != null)) {
                faults.add(fault(field.name(), "required"));
            }
        }
        var known = names(connector);
        for (var name : body.keySet()) {
            if (!known.contains(name) && !name.equals(CONNECTOR)) {
                faults.add(fault(shortened(name), "unknown"));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return values;
    }

    static Set<String> names(Connector connector) {
        return connector.fields().stream().map(Connector.Field::name).collect(Collectors.toSet());
    }

    private static @Nullable String text(String name, Object given, ArrayList<Problem.Field> faults) {
        if (!(given instanceof String text)) {
            faults.add(fault(name, "malformed"));
            return null;
        }
        if (text.length() > LONGEST) {
            faults.add(new Problem.Field(name, "too-long", List.of(LONGEST)));
            return null;
        }
        return text.strip();
    }

    private static Problem.Field fault(String field, String rule) {
        return new Problem.Field(field, rule, List.of());
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), 60));
    }
}
