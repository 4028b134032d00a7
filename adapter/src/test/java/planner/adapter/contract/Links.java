package planner.adapter.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Links from the certificate to the sources of the tests that prove it; a test that is gone breaks the build. */
final class Links {
    private static final String ROOT = "../adapter/src/test/java/";
    private static final Path SOURCES = Path.of("src/test/java");

    private Links() {}

    /** @param text what is linked */
    static String to(String text, Class<?> type, String method) {
        boolean known = false;
        for (Class<?> at = type; at != null && !known; at = at.getSuperclass()) {
            known = List.of(at.getDeclaredMethods()).stream()
                    .anyMatch(it -> it.getName().equals(method));
        }
        if (!known) {
            throw new AssertionError("there is no test " + type.getSimpleName() + "#" + method);
        }
        return "[%s](%s \"%s#%s\")".formatted(text, address(type), type.getSimpleName(), method);
    }

    static String named(Class<?> type, String method) {
        return to("`" + type.getSimpleName() + "#" + method + "`", type, method);
    }

    static String named(Class<?> type) {
        return "[`%s`](%s)".formatted(type.getSimpleName(), address(type));
    }

    private static String address(Class<?> type) {
        return ROOT + type.getName().replace('.', '/') + ".java";
    }

    /** The test methods beside this class whose text has the word, as links. */
    static List<String> asking(Class<?> beside, Pattern word) {
        var folder = SOURCES.resolve(beside.getPackageName().replace('.', '/'));
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .sorted()
                    .filter(file -> word.matcher(read(file)).find())
                    .map(file -> {
                        var name = Objects.requireNonNull(file.getFileName()).toString();
                        return "[`%s`](%s%s/%s)"
                                .formatted(
                                        name.replace(".java", ""),
                                        ROOT,
                                        beside.getPackageName().replace('.', '/'),
                                        name);
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
