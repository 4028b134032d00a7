package planner;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks for settings, remembers every question for the documented table, and collects what is wrong instead of stopping
 * at the first fault.
 */
final class Questions {
    private final Function<String, @Nullable String> source;
    private final Map<String, Setting> asked = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    /** @param source a value by its name, {@code null} when not set */
    Questions(Function<String, @Nullable String> source) {
        this.source = source;
    }

    String text(String name, String initial, String meaning) {
        return ask(new Setting(name, "text", initial, meaning), initial, Function.identity());
    }

    /** As many figures as the initial one where it is a date, and its v: it stands in every address. */
    String version(String name, String initial, String meaning) {
        var form = initial.matches("\\d{4,}")
                ? "\\d{" + initial.length() + "}"
                : (initial.startsWith("v") ? "v" : "") + "\\d{1,3}(\\.\\d{1,3})?";
        return ask(new Setting(name, "version such as " + initial, initial, meaning), initial, text -> {
            if (!text.matches(form)) {
                throw new IllegalArgumentException("not written as a version");
            }
            return text;
        });
    }

    /** Empty when not set. */
    String secret(String name, String meaning) {
        return ask(new Setting(name, "secret", "", meaning), "", Function.identity());
    }

    /** Empty when not set. */
    Optional<LocalDate> day(String name, String meaning) {
        return ask(
                new Setting(name, "day, 2027-01-15", "", meaning),
                Optional.empty(),
                text -> Optional.of(LocalDate.parse(text)));
    }

    int number(String name, int initial, int min, int max, String meaning) {
        var form = min + " to " + max;
        return ask(new Setting(name, form, Integer.toString(initial), meaning), initial, text -> {
            int number = Integer.parseInt(text);
            if (number < min || number > max) {
                throw new IllegalArgumentException("out of range");
            }
            return number;
        });
    }

    Duration duration(String name, Duration initial, Duration min, Duration max, String meaning) {
        var form = "ISO 8601 duration, " + min + " to " + max;
        return ask(new Setting(name, form, initial.toString(), meaning), initial, text -> {
            var duration = Duration.parse(text);
            if (duration.compareTo(min) < 0 || duration.compareTo(max) > 0) {
                throw new IllegalArgumentException("out of range");
            }
            return duration;
        });
    }

    /** Where this machine can listen. */
    String own(String name, String initial, String meaning) {
        return ask(new Setting(name, "address of this machine", initial, meaning), initial, Addresses::own);
    }

    Path path(String name, String initial, String meaning) {
        return ask(new Setting(name, "folder", initial, meaning), Path.of(initial), Path::of);
    }

    <E extends Enum<E>> E choice(String name, E initial, String meaning) {
        var values = initial.getDeclaringClass().getEnumConstants();
        var form = String.join(
                " | ", List.of(values).stream().map(Questions::lower).toList());
        return ask(new Setting(name, form, lower(initial), meaning), initial, text -> {
            for (var value : values) {
                if (lower(value).equals(text)) {
                    return value;
                }
            }
            throw new IllegalArgumentException("none of " + form);
        });
    }

    /** An absolute http or https address without a slash at its end; plain http only for loopback. */
    URI url(String name, String initial, String meaning) {
        return url(name, initial, initial, meaning);
    }

    /** @param documented the initial value that the table shows, where this run begins with another one */
    URI url(String name, String documented, String initial, String meaning) {
        return ask(new Setting(name, "https address", documented, meaning), URI.create(initial), Addresses::base);
    }

    /** One line for each setting: the first fault hides what follows from it. */
    void fault(String name, String what) {
        if (faults.stream().noneMatch(line -> line.startsWith(name + " "))) {
            faults.add(name + " " + what);
        }
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** @throws SettingsFault when something was wrong */
    void mustBeSound() {
        if (!faults.isEmpty()) {
            throw new SettingsFault(faults);
        }
    }

    List<Setting> asked() {
        return asked.values().stream()
                .sorted(Comparator.comparing(Setting::name))
                .toList();
    }

    private <T> T ask(Setting setting, T initial, Function<String, T> read) {
        asked.put(setting.name(), setting);
        var text = source.apply(setting.name());
        if (text == null || text.isBlank()) {
            return initial;
        }
        try {
            return read.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeException e) {
            var shown = setting.form().equals("secret") ? "" : ", not \"" + text.strip() + "\"";
            fault(setting.name(), "must be: " + setting.form() + shown);
            return initial;
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
