package planner.post;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Media;
import planner.network.Network;
import planner.network.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns what the editor's controls gave into a network's options record, and checks what the record's annotations demand.
 * A file is given as {@code {"asset": id}} and becomes the {@link Media} with its facts.
 */
@Component
class OptionsReader {
    private final JsonMapper mapper;

    OptionsReader(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** @param findings what no option takes; what an option forbids its values is preflight's to say */
    record Read(Delivery.Options options, List<Finding> findings) {}

    /** @param files the asset of an id as it goes into the delivery */
    Read read(Network network, @Nullable Map<String, JsonNode> given, Function<UUID, Media> files) {
        var values = initials(network.options());
        var findings = new ArrayList<Finding>();
        for (var entry : Optional.ofNullable(given).orElse(Map.of()).entrySet()) {
            var component = component(network.options(), entry.getKey());
            if (component.isEmpty()) {
                findings.add(Finding.error("option.unknown", "options." + entry.getKey(), "", ""));
                continue;
            }
            value(component.get(), entry.getValue(), files)
                    .ifPresentOrElse(
                            value -> values.put(entry.getKey(), value),
                            () -> findings.add(Finding.error(
                                    "option.type",
                                    "options." + entry.getKey(),
                                    "",
                                    entry.getValue().toString())));
        }
        return new Read(mapper.convertValue(values, network.options()), List.copyOf(findings));
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

    /** Empty when this is no value for the component. */
    private Optional<JsonNode> value(RecordComponent component, JsonNode given, Function<UUID, Media> files) {
        if (component.getType() == Media.class && !given.isNull()) {
            return PostInput.file(given).map(id -> mapper.valueToTree(files.apply(id)));
        }
        return fits(component, given) ? Optional.of(given) : Optional.empty();
    }

    private boolean fits(RecordComponent component, JsonNode value) {
        try {
            var read = mapper.convertValue(value, mapper.constructType(component.getGenericType()));
            boolean holes =
                    read instanceof Collection<?> items && items.stream().anyMatch(Objects::isNull);
            return !(holes || value.isNull() && component.getType().isPrimitive());
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
}
