package planner.network;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import planner.network.Finding.Severity;

/**
 * What the {@link Option} annotations of an options record demand of its values: the part of preflight that needs neither
 * capabilities nor an account. Pure.
 */
public final class OptionLimits {
    private static final String FIELD = "options.";

    private OptionLimits() {}

    /** Every finding names the top-level option, also where a value inside of it is wrong: that is what a screen shows. */
    public static List<Finding> check(Delivery.Options options) {
        var findings = new ArrayList<Finding>();
        for (var component : options.getClass().getRecordComponents()) {
            findings.addAll(check(component, FIELD + component.getName(), value(component, options)));
        }
        return List.copyOf(findings);
    }

    /**
     * Every option that was set although the format does not have it. Nothing comes of it: mostly that is a remark, but
     * a post that should wait for a moment would not.
     */
    static List<Finding> ofFormat(Delivery.Options options, String format) {
        var findings = new ArrayList<Finding>();
        for (var component : options.getClass().getRecordComponents()) {
            var option = component.getAnnotation(Option.class);
            boolean elsewhere = option != null
                    && option.formats().length > 0
                    && !List.of(option.formats()).contains(format);
            if (elsewhere && !untouched(component, value(component, options))) {
                var severity = option.time() == Option.Time.MOMENT ? Severity.ERROR : Severity.WARNING;
                findings.add(
                        new Finding(severity, "option.not-of-format", FIELD + component.getName(), 0, null, "", ""));
            }
        }
        return findings;
    }

    /** Whether nobody has set it: it is nothing, or what it begins with. */
    private static boolean untouched(RecordComponent component, @Nullable Object value) {
        if (value == null || blank(value)) {
            return true;
        }
        var option = component.getAnnotation(Option.class);
        if (option != null && option.initial().equals(json(value))) {
            return true;
        }
        return value instanceof Record whole
                && !(value instanceof Media)
                && Arrays.stream(whole.getClass().getRecordComponents())
                        .allMatch(inner -> untouched(inner, value(inner, whole)));
    }

    private static String json(Object value) {
        return switch (value) {
            case Enum<?> constant -> '"' + constant.name() + '"';
            case String text -> '"' + text + '"';
            default -> value.toString();
        };
    }

    private static List<Finding> check(RecordComponent component, String field, @Nullable Object value) {
        var option = component.getAnnotation(Option.class);
        if (value == null || blank(value)) {
            return option != null && option.required()
                    ? List.of(Finding.error("option.required", field, "", ""))
                    : List.of();
        }
        var findings = new ArrayList<Finding>();
        if (option != null) {
            findings.addAll(value instanceof Media file ? file(option, field, file) : bounds(option, field, value));
        }
        findings.addAll(inside(field, value));
        return findings;
    }

    private static List<Finding> inside(String field, Object value) {
        var findings = new ArrayList<Finding>();
        if (value instanceof Collection<?> items) {
            items.forEach(item -> findings.addAll(inside(field, item)));
        } else if (value instanceof Record whole && !(value instanceof Media)) {
            for (var component : whole.getClass().getRecordComponents()) {
                findings.addAll(check(component, field, value(component, whole)));
            }
        }
        return findings;
    }

    private static List<Finding> bounds(Option option, String field, Object value) {
        var findings = new ArrayList<Finding>();
        long size = size(value).orElse(option.min());
        if (size < option.min() || size > option.max()) {
            findings.add(Finding.error("option.range", field, option.min() + "-" + option.max(), "" + size));
        }
        if (value instanceof Collection<?> items) {
            for (var item : items) {
                if (item instanceof String text && text.length() > option.itemMax()) {
                    findings.add(
                            Finding.error("option.item-too-long", field, "" + option.itemMax(), "" + text.length()));
                }
            }
        }
        return findings;
    }

    private static List<Finding> file(Option option, String field, Media file) {
        var findings = new ArrayList<Finding>();
        if (option.types().length > 0 && !List.of(option.types()).contains(file.type())) {
            findings.add(Finding.error("option.file-type", field, String.join(", ", option.types()), file.type()));
        }
        if (file.bytes() > option.max()) {
            findings.add(Finding.error("option.file-bytes", field, "" + option.max(), "" + file.bytes()));
        }
        return findings;
    }

    private static boolean blank(Object value) {
        return value instanceof String text && text.isBlank()
                || value instanceof Collection<?> items && items.isEmpty();
    }

    /** What min and max bound: a number itself, the length of a text, the items of a list. */
    private static OptionalLong size(Object value) {
        return switch (value) {
            case Integer number -> OptionalLong.of(number);
            case Long number -> OptionalLong.of(number);
            case String text -> OptionalLong.of(Unit.CODE_POINTS.count(text));
            case Collection<?> items -> OptionalLong.of(items.size());
            default -> OptionalLong.empty();
        };
    }

    private static @Nullable Object value(RecordComponent component, Object record) {
        try {
            var accessor = component.getAccessor();
            // an adapter's options are its own affair: the record is not public
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
