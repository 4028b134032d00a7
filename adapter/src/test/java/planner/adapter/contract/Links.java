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
        return to(text, new Proof(type, method));
    }

    static String to(String text, Proof proof) {
        var type = proof.type();
        return "[%s](%s \"%s#%s\")".formatted(text, address(type), type.getSimpleName(), proof.method());
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

    /** The tests beside this class whose code has the word, as links; an import or a comment asks nothing. */
    static List<String> asking(Class<?> beside, Pattern word) {
        var folder = SOURCES.resolve(beside.getPackageName().replace('.', '/'));
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .sorted()
                    .filter(file -> word.matcher(code(file)).find())
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

    private static String code(Path file) {
        try {
            return Files.readString(file).replaceAll("(?m)^import .*$|(?s:/\\*.*?\\*/)|^ *//.*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
