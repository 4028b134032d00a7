package planner.post;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Network;
import planner.network.Option;
import planner.network.Unit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns what the editor's controls gave into a network's options record, and checks what the record's annotations demand. */
@Component
class OptionsReader {
    private final JsonMapper mapper;

    OptionsReader(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** @param findings what is wrong with the values that could be read, or the one value that could not */
    record Read(Delivery.Options options, List<Finding> findings) {}

    Read read(Network network, @Nullable Map<String, JsonNode> given) {
        var values = initials(network.options());
        var findings = new ArrayList<Finding>();
        for (var entry : Optional.ofNullable(given).orElse(Map.of()).entrySet()) {
            var component = component(network.options(), entry.getKey());
            if (component.isEmpty()) {
                findings.add(Finding.error("option.unknown", "options." + entry.getKey(), "", ""));
            } else if (fits(component.get(), entry.getValue())) {
                values.put(entry.getKey(), entry.getValue());
            } else {
                findings.add(Finding.error(
                        "option.type",
                        "options." + entry.getKey(),
                        "",
                        entry.getValue().toString()));
            }
        }
        var options = mapper.convertValue(values, network.options());
        for (var component : network.options().getRecordComponents()) {
            findings.addAll(check(component, values.get(component.getName())));
        }
        return new Read(options, List.copyOf(findings));
    }

    private TreeMap<String, JsonNode> initials(Class<? extends Delivery.Options> type) {
        var values = new TreeMap<String, JsonNode>();
        for (var component : type.getRecordComponents()) {
            var option = component.getAnnotation(Option.class);
            if (option != null && !option.initial().isEmpty()) {
                values.put(component.getName(), mapper.readTree(option.initial()));
            }
        }
        return values;
    }

    private boolean fits(RecordComponent component, JsonNode value) {
        try {
            mapper.convertValue(value, mapper.constructType(component.getGenericType()));
            return !(value.isNull() && component.getType().isPrimitive());
        } catch (JacksonException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<RecordComponent> component(Class<?> type, String name) {
        for (var component : type.getRecordComponents()) {
            if (component.getName().equals(name)) {
                return Optional.of(component);
            }
        }
        return Optional.empty();
    }

    private static Collection<Finding> check(RecordComponent component, @Nullable JsonNode value) {
        var option = component.getAnnotation(Option.class);
        if (option == null) {
            return List.of();
        }
        var field = "options." + component.getName();
        if (value == null || blank(value)) {
            return option.required() ? List.of(Finding.error("option.required", field, "", "")) : List.of();
        }
        var findings = new ArrayList<Finding>();
        long size = size(value).orElse(option.min());
        if (size < option.min() || size > option.max()) {
            findings.add(Finding.error("option.range", field, option.min() + "-" + option.max(), "" + size));
        }
        value.valueStream()
                .filter(item -> item.isString() && item.asString().length() > option.itemMax())
                .map(item -> Finding.error(
                        "option.item-too-long",
                        field,
                        "" + option.itemMax(),
                        "" + item.asString().length()))
                .forEach(findings::add);
        return findings;
    }

    private static boolean blank(JsonNode value) {
        return value.isNull() || value.isString() && value.asString().isBlank() || value.isArray() && value.isEmpty();
    }

    /** What min and max bound: a number itself, the length of a text, the items of a list. */
    private static OptionalLong size(JsonNode value) {
        if (value.isIntegralNumber()) {
            return OptionalLong.of(value.asLong());
        }
        if (value.isArray()) {
            return OptionalLong.of(value.size());
        }
        return value.isString() ? OptionalLong.of(Unit.CODE_POINTS.count(value.asString())) : OptionalLong.empty();
    }
}
