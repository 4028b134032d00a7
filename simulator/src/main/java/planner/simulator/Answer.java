package planner.simulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a simulated network answers.
 *
 * @param file sent instead of the body, by ranges where asked for
 */
public record Answer(
        int status,
        Map<String, String> headers,
        byte[] body,
        @Nullable Path file) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Answer json(int status, Object value) {
        return of(status, "application/json; charset=UTF-8", JSON.writeValueAsBytes(value));
    }

    public static Answer html(String page) {
        return of(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer of(int status, String type, byte[] body) {
        return new Answer(status, Map.of("Content-Type", type), body, null);
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0], null);
    }

    public static Answer redirect(URI to) {
        return empty(302).with("Location", to.toString());
    }

    public static Answer file(Path file, String type) {
        return new Answer(200, Map.of("Content-Type", type, "Accept-Ranges", "bytes"), new byte[0], file);
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, Map.copyOf(more), body, file);
    }
}
