package planner;

import java.util.List;

/** The house cannot start like this: one line per fault, for the person at the keyboard. */
final class SettingsFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> lines;

    SettingsFault(List<String> lines) {
        super(String.join("\n", lines), null, false, false);
        this.lines = List.copyOf(lines);
    }

    List<String> lines() {
        return lines;
    }
}
