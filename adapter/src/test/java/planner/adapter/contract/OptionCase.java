package planner.adapter.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import planner.adapter.contract.OptionValues.Entry;
import planner.network.Capabilities.Format;
import planner.network.Delivery;
import planner.network.Media;
import planner.network.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One value of one option in one format.
 *
 * @param component of the options record
 * @param path its name, or {@code poll.minutes} for what stands inside
 * @param label of the value, for people
 * @param is the value of the component; missing where the stand should have given one
 * @param without the component without this value
 * @param initial whether it is what the option begins with: then it says the same as nothing
 */
record OptionCase(
        String format,
        RecordComponent component,
        String path,
        String label,
        JsonNode is,
        JsonNode without,
        boolean initial,
        Entry entry) {

    String name() {
        return format + " " + path + " " + label;
    }

    /** Whether it is about a post that was published before. */
    boolean earlier() {
        return is.toString().contains("{post}");
    }

    /** Whether it stands inside of a record. */
    boolean inner() {
        return path.indexOf('.') >= 0;
    }

    /** The value itself, not the whole that it stands in. */
    JsonNode own() {
        return inner() ? last(is).path(path.substring(path.indexOf('.') + 1)) : is;
    }

    /** The component with another value in this place. */
    JsonNode whole(JsonNode value) {
        return inner() ? inner(is, path.substring(path.indexOf('.') + 1), value) : value;
    }

    /** Whether its format offers this option. */
    static boolean offered(RecordComponent component, String format) {
        var option = component.getAnnotation(Option.class);
        return option == null
                || option.formats().length == 0
                || List.of(option.formats()).contains(format);
    }

    static List<OptionCase> all(List<Format> formats, Class<? extends Delivery.Options> type, OptionValues values) {
        var cases = new ArrayList<OptionCase>();
        for (var format : formats) {
            Arrays.stream(type.getRecordComponents())
                    .filter(component -> offered(component, format.id()))
                    .forEach(component -> cases.addAll(of(format.id(), component, values)));
        }
        return List.copyOf(cases);
    }

    private static List<OptionCase> of(String format, RecordComponent component, OptionValues values) {
        var name = component.getName();
        var constants = constants(component.getType());
        if (!constants.isEmpty()) {
            return constants.stream()
                    .map(constant -> whole(
                            format, component, plain(constant), constant, values.entry(format, name, plain(constant))))
                    .toList();
        }
        var entry = values.entry(format, name, null);
        if (component.getType() == Media.class && entry.is().isMissingNode()) {
            return types(component)
                    .map(file -> whole(
                            format,
                            component,
                            file,
                            OptionValues.JSON.valueToTree(file),
                            values.entry(format, name, file)))
                    .toList();
        }
        var cases = new ArrayList<OptionCase>();
        cases.add(whole(format, component, shortened(entry.is()), entry.is(), entry));
        if (entry.ours().isEmpty()) {
            cases.addAll(inside(format, component, entry, values));
        }
        return cases;
    }

    private static OptionCase whole(String format, RecordComponent component, String label, JsonNode is, Entry entry) {
        var option = component.getAnnotation(Option.class);
        boolean initial = option != null
                && !option.initial().isEmpty()
                && OptionValues.JSON.readTree(option.initial()).equals(is);
        return new OptionCase(
                format, component, component.getName(), label, is, NullNode.getInstance(), initial, entry);
    }

    /** What stands in a record, or in the last record of a list. */
    private static List<OptionCase> inside(String format, RecordComponent outer, Entry entry, OptionValues values) {
        var type = element(outer.getGenericType());
        if (type == null || !type.isRecord() || type == Media.class) {
            return List.of();
        }
        var cases = new ArrayList<OptionCase>();
        for (var inner : type.getRecordComponents()) {
            var path = outer.getName() + "." + inner.getName();
            var option = inner.getAnnotation(Option.class);
            var initial = option == null ? "" : option.initial();
            var own = values.entry(format, path, null);
            var context = own.node().isMissingNode() ? entry : own;
            var whole = own.in().isMissingNode() ? entry.is() : own.in();
            for (var value : given(inner, own.is(), last(whole).path(inner.getName()), initial)) {
                boolean nothing = value.isMissingNode() || value.isNull();
                boolean begins = !initial.isEmpty()
                        && OptionValues.JSON.readTree(initial).equals(value);
                var without = begins ? NullNode.getInstance() : other(constants(inner.getType()), value, inner);
                cases.add(new OptionCase(
                        format,
                        outer,
                        path,
                        shortened(value),
                        nothing ? value : inner(whole, inner.getName(), value),
                        inner(whole, inner.getName(), without),
                        begins,
                        context));
            }
        }
        return cases;
    }

    /** All constants of an enum; of a truth the one that it does not begin with. */
    private static List<JsonNode> given(RecordComponent inner, JsonNode own, JsonNode inWhole, String initial) {
        var constants = constants(inner.getType());
        if (inner.getType().isEnum()) {
            return constants;
        }
        if (!constants.isEmpty() && !initial.isEmpty()) {
            return constants.stream()
                    .filter(it -> !it.toString().equals(initial))
                    .toList();
        }
        return List.of(own.isMissingNode() ? inWhole : own);
    }

    /** Nothing may say the same as one of the constants: another one never does. */
    private static JsonNode other(List<JsonNode> constants, JsonNode one, RecordComponent inner) {
        return constants.stream()
                .filter(it -> inner.getType().isEnum() && !it.equals(one))
                .findFirst()
                .orElse(NullNode.getInstance());
    }

    static JsonNode inner(JsonNode whole, String name, JsonNode value) {
        var copy = whole.deepCopy();
        if (last(copy) instanceof ObjectNode object) {
            object.set(name, value);
        }
        return copy;
    }

    /** A record, or the last of a list of records. */
    static JsonNode last(JsonNode whole) {
        return whole instanceof ArrayNode items ? items.path(items.size() - 1) : whole;
    }

    static @Nullable Class<?> element(Type type) {
        var plain = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
        return plain instanceof Class<?> found ? found : null;
    }

    private static List<JsonNode> constants(Class<?> type) {
        if (type == Boolean.class || type == boolean.class) {
            return Stream.of("true", "false").map(OptionValues.JSON::readTree).toList();
        }
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> OptionValues.JSON.readTree("\"" + ((Enum<?>) constant).name() + "\""))
                        .toList()
                : List.of();
    }

    private static Stream<String> types(RecordComponent component) {
        var option = component.getAnnotation(Option.class);
        return option == null || option.types().length == 0 ? Stream.of("image/jpeg") : Arrays.stream(option.types());
    }

    private static String plain(JsonNode constant) {
        return Objects.requireNonNullElse(constant.asString(""), "");
    }

    private static String shortened(JsonNode value) {
        var text = value.isString() ? value.asString() : value.toString();
        return text.length() > 60 ? text.substring(0, 57) + "…" : text;
    }
}
