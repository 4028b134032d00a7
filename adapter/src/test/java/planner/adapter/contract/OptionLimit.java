package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import planner.network.Media;
import planner.network.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One bound of one option: the value that reaches it and the one that is over.
 *
 * @param bound as people read it
 * @param finding what is said of the second before a post is scheduled
 */
record OptionLimit(OptionCase of, String bound, JsonNode full, JsonNode over, String finding) {
    private static final String RANGE = "option.range";

    String name() {
        return of.format() + " " + of.path() + " " + bound;
    }

    /** Of the first value of each option: a bound is the same for all of them. */
    static List<OptionLimit> all(List<OptionCase> cases) {
        var limits = new ArrayList<OptionLimit>();
        var seen = new ArrayList<String>();
        for (var one : cases) {
            if (one.is().isMissingNode() || seen.contains(one.format() + " " + one.path())) {
                continue;
            }
            seen.add(one.format() + " " + one.path());
            var option = annotation(one);
            if (option != null) {
                limits.addAll(of(one, option));
            }
        }
        return List.copyOf(limits);
    }

    private static @Nullable Option annotation(OptionCase one) {
        if (!one.inner()) {
            return one.component().getAnnotation(Option.class);
        }
        var type = Objects.requireNonNull(OptionCase.element(one.component().getGenericType()));
        return Arrays.stream(type.getRecordComponents())
                .filter(inner -> one.path().endsWith("." + inner.getName()))
                .findFirst()
                .map(inner -> inner.getAnnotation(Option.class))
                .orElse(null);
    }

    private static List<OptionLimit> of(OptionCase one, Option option) {
        var limits = new ArrayList<OptionLimit>();
        var value = one.own();
        boolean bounded = option.max() != Long.MAX_VALUE;
        if (one.component().getType() == Media.class) {
            if (bounded) {
                var type = value.asString();
                limits.add(new OptionLimit(
                        one,
                        "at most " + option.max() + " bytes",
                        text(type + " " + option.max()),
                        text(type + " " + (option.max() + 1)),
                        "option.file-bytes"));
            }
        } else if (value.isIntegralNumber()) {
            if (bounded) {
                limits.add(bound(one, "at most " + option.max(), number(option.max()), number(option.max() + 1)));
            }
            if (bounded || option.min() != 0) {
                limits.add(bound(one, "at least " + option.min(), number(option.min()), number(option.min() - 1)));
            }
        } else if (value.isArray()) {
            limits.addAll(ofList(one, option, value));
        } else if (value.isString() && bounded) {
            limits.add(bound(
                    one,
                    "at most " + option.max() + " characters",
                    text(filled(one, value.asString(), option.max(), option.max())),
                    text(filled(one, value.asString(), option.max() + 1, option.max()))));
        }
        return limits;
    }

    private static List<OptionLimit> ofList(OptionCase one, Option option, JsonNode value) {
        var limits = new ArrayList<OptionLimit>();
        if (option.max() < values(one)) {
            limits.add(bound(
                    one,
                    "at most " + option.max() + " items",
                    items(one, value, (int) option.max()),
                    items(one, value, (int) option.max() + 1)));
        }
        if (option.min() > 1) {
            limits.add(bound(
                    one,
                    "at least " + option.min() + " items",
                    items(one, value, (int) option.min()),
                    items(one, value, (int) option.min() - 1)));
        }
        if (option.itemMax() != Integer.MAX_VALUE) {
            var full = one.entry().full().path(0).asString("*");
            int most = option.itemMax();
            limits.add(new OptionLimit(
                    one,
                    "items of at most " + most + " characters",
                    first(value, filled(full, most, most)),
                    first(value, filled(full, most + 1, most)),
                    "option.item-too-long"));
        }
        return limits;
    }

    private static OptionLimit bound(OptionCase one, String bound, JsonNode full, JsonNode over) {
        return new OptionLimit(one, bound, one.whole(full), one.whole(over), RANGE);
    }

    /** What is given as the fullest, or the value with more behind it. */
    private static String filled(OptionCase one, String value, long length, long limit) {
        var full = one.entry().full();
        return filled(!full.isString() ? value + "*" : full.asString(), length, limit);
    }

    private static String filled(String model, long length, long limit) {
        int star = model.indexOf('*');
        if (star < 0) {
            // nothing longer makes sense, and what is over makes none
            return length > limit ? model + "a".repeat((int) length - model.length()) : model;
        }
        int missing = (int) length - (model.length() - 1);
        return model.substring(0, star) + "a".repeat(Math.max(0, missing)) + model.substring(star + 1);
    }

    /** Given items, or the first item with numbers behind it; no two alike, for those may count as one. */
    private static JsonNode items(OptionCase one, JsonNode value, int count) {
        var full = one.entry().full();
        var model = full.isArray() ? full : value;
        var items = OptionValues.JSON.createArrayNode();
        for (int i = 0; i < count; i++) {
            boolean counted = !full.isArray() && model.path(0).isString();
            items.add(counted ? text(model.path(0).asString() + i) : numbered(model, i));
        }
        if (!one.entry().limitsBy().isEmpty()) {
            return items;
        }
        assertThat(items)
                .as("$full of %s: one item more than its limit, no two alike", one.path())
                .doesNotContain(MissingNode.getInstance())
                .doesNotHaveDuplicates();
        return items;
    }

    private static JsonNode numbered(JsonNode model, int i) {
        var last = model.path(Math.min(i, model.size() - 1)).toString();
        return last.contains("*") ? OptionValues.JSON.readTree(last.replace("*", "" + i)) : model.path(i);
    }

    /** How many different items there are at all: a list that names each value once cannot have more of them. */
    private static long values(OptionCase one) {
        var element = one.inner() ? null : OptionCase.element(one.component().getGenericType());
        return element != null && element.isEnum() ? element.getEnumConstants().length : Long.MAX_VALUE;
    }

    private static JsonNode first(JsonNode value, String item) {
        var copy = (ArrayNode) value.deepCopy();
        copy.set(0, text(item));
        return copy;
    }

    private static JsonNode text(String text) {
        return OptionValues.JSON.valueToTree(text);
    }

    private static JsonNode number(long number) {
        return OptionValues.JSON.valueToTree(number);
    }
}
