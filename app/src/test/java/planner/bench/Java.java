package planner.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start another process like this one. */
public final class Java {
    /** Surefire hides the real one in a manifest-only jar unless asked. */
    public static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private Java() {}

    public static List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
