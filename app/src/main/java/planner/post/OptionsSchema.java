package planner.post;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import planner.channel.NetworkTexts;
import planner.network.Media;
import planner.network.Network;
import planner.network.Option;
import tools.jackson.databind.json.JsonMapper;

/** A network's options record as JSON Schema with titles in the person's language: the editor draws its controls from it. */
@Component
class OptionsSchema {
    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> BROKEN = Set.of(double.class, Double.class);
    private static final Set<Class<?>> TRUTH = Set.of(boolean.class, Boolean.class);

    private final JsonMapper mapper;

    OptionsSchema(JsonMapper mapper) {
        this.mapper = mapper;
    }

    Map<String, Object> of(Network network, Locale locale) {
        return object(network, "option", network.options(), locale);
    }

    private Map<String, Object> object(Network network, String prefix, Class<?> type, Locale locale) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            var option = component.getAnnotation(Option.class);
            properties.put(component.getName(), property(network, prefix, component, option, locale));
            if (option != null && option.required()) {
                required.add(component.getName());
            }
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        if (!required.isEmpty()) {
            schema.put("x-required", required);
        }
        return schema;
    }

    private Map<String, Object> property(
            Network network, String prefix, RecordComponent component, @Nullable Option option, Locale locale) {
        var key = prefix + "." + component.getName();
        var schema = new LinkedHashMap<>(type(network, key, component.getGenericType(), option, locale));
        schema.put("title", NetworkTexts.text(network, key, locale));
        var help = NetworkTexts.find(network, key + ".help", locale).orElse("");
        if (!help.isEmpty()) {
            schema.put("description", help);
        }
        if (option != null) {
            if (!option.initial().isEmpty()) {
                schema.put("default", mapper.readTree(option.initial()));
            }
            if (option.formats().length > 0) {
                schema.put("x-formats", Arrays.asList(option.formats()));
            }
            if (!option.choices().isEmpty()) {
                schema.put("x-choices", option.choices());
                if (option.others()) {
                    schema.put("x-others", true);
                }
            }
        }
        return schema;
    }

    private Map<String, Object> type(Network network, String key, Type type, @Nullable Option option, Locale locale) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            var schema = bounded("array", "minItems", "maxItems", option);
            var items = new LinkedHashMap<>(type(network, key, list.getActualTypeArguments()[0], null, locale));
            if (option != null && option.itemMax() < Integer.MAX_VALUE) {
                items.put("maxLength", option.itemMax());
            }
            schema.put("items", items);
            return schema;
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalStateException(network.id() + " " + key + ": no schema for " + type);
        }
        if (plain.isEnum()) {
            return Map.of("type", "string", "oneOf", values(network, key, plain, locale));
        }
        if (plain == Media.class) {
            return file(option);
        }
        if (plain.isRecord()) {
            return object(network, key, plain, locale);
        }
        if (TRUTH.contains(plain)) {
            return Map.of("type", "boolean");
        }
        if (WHOLE.contains(plain)) {
            return bounded("integer", "minimum", "maximum", option);
        }
        if (BROKEN.contains(plain)) {
            return bounded("number", "minimum", "maximum", option);
        }
        var schema = bounded("string", "minLength", "maxLength", option);
        var format = format(option == null ? Option.Time.NONE : option.time());
        if (!format.isEmpty()) {
            schema.put("format", format);
        }
        return schema;
    }

    /** Of JSON Schema, but for the second, which it lacks: the name is OpenAPI's. */
    private static String format(Option.Time time) {
        return switch (time) {
            case NONE -> "";
            case MOMENT -> "date-time";
            case WALL -> "date-time-local";
            case DAY -> "date";
        };
    }

    private static Map<String, Object> file(@Nullable Option option) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", Map.of("asset", Map.of("type", "string", "format", "uuid")));
        schema.put("required", List.of("asset"));
        schema.put("additionalProperties", false);
        schema.put("x-file", option == null ? List.of() : Arrays.asList(option.types()));
        return schema;
    }

    private List<Map<String, String>> values(Network network, String key, Class<?> type, Locale locale) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> Map.of(
                        "const", value.toString(), "title", NetworkTexts.text(network, key + "." + value, locale)))
                .toList();
    }

    private static Map<String, Object> bounded(String type, String least, String most, @Nullable Option option) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", type);
        if (option != null && option.min() != 0) {
            schema.put(least, option.min());
        }
        if (option != null && option.max() != Long.MAX_VALUE) {
            schema.put(most, option.max());
        }
        return schema;
    }
}
