package planner.network;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, with every secret taken out: a line in the story of a post.
 *
 * @param method HTTP method
 * @param url without secrets
 * @param request the body's beginning, redacted, or a description of it ("4194304 bytes video/mp4")
 * @param status HTTP status; {@code null} when no answer came
 * @param response the body's beginning, redacted; what failed when no answer came
 */
public record Exchange(
        String method, String url, String request, @Nullable Integer status, String response, Duration duration) {

    /** Bound by whoever wants to hear of exchanges while calling an adapter; unbound = nobody does. */
    public static final ScopedValue<Consumer<Exchange>> LISTENER = ScopedValue.newInstance();

    /** Asked before each request leaves; it throws to stop one that is sent too late. Unbound = everything may leave. */
    public static final ScopedValue<Runnable> GATE = ScopedValue.newInstance();
}
