package planner.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The C functions of libvips; see https://www.libvips.org/API/8.18/. */
final class Vips {
    /** What comes behind the last of optional arguments. */
    static final MemorySegment END = MemorySegment.NULL;

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup library;
    private final Map<String, MethodHandle> known = new ConcurrentHashMap<>();

    Vips(Path file) {
        library = SymbolLookup.libraryLookup(file, Arena.global());
        if (number("vips_init", text(Arena.global(), "planner")) != 0) {
            throw new VipsException(trouble());
        }
        nothing("vips_block_untrusted_set", 1);
        nothing("vips_concurrency_set", 1);
        nothing("vips_cache_set_max", 0);
    }

    int number(String function, Object... arguments) {
        return (int) invoke(function, ValueLayout.JAVA_INT, arguments.length, arguments);
    }

    long size(String function, Object... arguments) {
        return (long) invoke(function, ValueLayout.JAVA_LONG, arguments.length, arguments);
    }

    void nothing(String function, Object... arguments) {
        invoke(function, null, arguments.length, arguments);
    }

    MemorySegment pointer(String function, Object... arguments) {
        return (MemorySegment) invoke(function, ValueLayout.ADDRESS, arguments.length, arguments);
    }

    /** @param fixed how many of the arguments are not optional ones */
    MemorySegment variadicPointer(String function, int fixed, Object... arguments) {
        return (MemorySegment) invoke(function, ValueLayout.ADDRESS, fixed, arguments);
    }

    /** @throws VipsException when it says that it failed */
    void must(String function, int fixed, Object... arguments) {
        if ((int) invoke(function, ValueLayout.JAVA_INT, fixed, arguments) != 0) {
            throw new VipsException(function + ": " + trouble());
        }
    }

    static MemorySegment text(Arena arena, String text) {
        return arena.allocateFrom(text);
    }

    String trouble() {
        var said = pointer("vips_error_buffer").reinterpret(100_000).getString(0);
        nothing("vips_error_clear");
        return said.strip();
    }

    private Object invoke(String function, @Nullable MemoryLayout result, int fixed, Object... arguments) {
        try {
            var key = function + Arrays.stream(arguments).map(Vips::layout).toList();
            return known.computeIfAbsent(key, name -> handle(function, result, fixed, arguments))
                    .invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(function, e);
        }
    }

    private MethodHandle handle(String function, @Nullable MemoryLayout result, int fixed, Object... arguments) {
        var layouts = Arrays.stream(arguments).map(Vips::layout).toArray(MemoryLayout[]::new);
        var descriptor = result == null ? FunctionDescriptor.ofVoid(layouts) : FunctionDescriptor.of(result, layouts);
        var options = fixed < arguments.length
                ? new Linker.Option[] {Linker.Option.firstVariadicArg(fixed)}
                : new Linker.Option[0];
        return linker.downcallHandle(library.findOrThrow(function), descriptor, options);
    }

    private static MemoryLayout layout(Object argument) {
        return switch (argument) {
            case Integer number -> ValueLayout.JAVA_INT;
            case Long number -> ValueLayout.JAVA_LONG;
            case Double number -> ValueLayout.JAVA_DOUBLE;
            case MemorySegment segment -> ValueLayout.ADDRESS;
            default -> throw new IllegalArgumentException(argument.getClass().getName());
        };
    }
}
