package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;

/** A test that proves what the contract cannot. */
record Proof(Class<?> type, String method) {
    /** @param name as {@code Class#method}; the class lies beside the contract test */
    static Proof of(Class<?> beside, String name) {
        var parts = name.split("#", 2);
        assertThat(parts).as("a proof is Class#method, not \"%s\"", name).hasSize(2);
        try {
            var type = Class.forName(beside.getPackageName() + "." + parts[0]);
            for (Class<?> at = type; at != null; at = at.getSuperclass()) {
                if (Arrays.stream(at.getDeclaredMethods()).map(Method::getName).anyMatch(parts[1]::equals)) {
                    return new Proof(type, parts[1]);
                }
            }
        } catch (ClassNotFoundException e) {
            throw new AssertionError("there is no such test: " + name, e);
        }
        throw new AssertionError("there is no such test: " + name);
    }
}
