package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** A test that proves what the contract cannot: one that really runs. */
record Proof(Class<?> type, String method) {
    /** What surefire takes for a class of tests. */
    private static final Pattern RUN = Pattern.compile("Test\\w*|\\w*(Test|Tests|TestCase)");

    Proof {
        assertThat(RUN.matcher(type.getSimpleName()).matches()
                        && !Modifier.isAbstract(type.getModifiers())
                        && !type.isMemberClass())
                .as("%s is a class that the build runs", type.getSimpleName())
                .isTrue();
        assertThat(tested(type, method))
                .as("there is no such test, or it is switched off: %s#%s", type.getSimpleName(), method)
                .isTrue();
    }

    /** @param name as {@code Class#method}; the class lies beside the contract test */
    static Proof of(Class<?> beside, String name) {
        var parts = name.split("#", 2);
        assertThat(parts).as("a proof is Class#method, not \"%s\"", name).hasSize(2);
        try {
            return new Proof(Class.forName(beside.getPackageName() + "." + parts[0]), parts[1]);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("there is no such test: " + name, e);
        }
    }

    private static boolean tested(Class<?> type, String method) {
        var found = methods(type, method);
        return !off(type)
                && !found.isEmpty()
                && found.stream().allMatch(it -> AnnotationSupport.isAnnotated(it, Testable.class) && !off(it));
    }

    /** Of its own or inherited; an overridden one does not count. */
    private static List<Method> methods(Class<?> type, String name) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            var here = Arrays.stream(at.getDeclaredMethods())
                    .filter(it -> it.getName().equals(name) && !it.isSynthetic())
                    .toList();
            if (!here.isEmpty()) {
                return here;
            }
        }
        return List.of();
    }

    private static boolean off(AnnotatedElement element) {
        return AnnotationSupport.isAnnotated(element, Disabled.class)
                || Arrays.stream(element.getAnnotations())
                        .anyMatch(it -> it.annotationType().getPackageName().equals("org.junit.jupiter.api.condition"));
    }
}
