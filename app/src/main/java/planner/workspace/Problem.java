package planner.workspace;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a room says no to an HTTP caller; rendered as problem+json in the caller's language. The title is the message
 * {@code problem.<type>}, the detail {@code problem.<type>.<code>}, a field's message {@code rule.<rule>}, each from the
 * message bundles of the rooms ({@code planner/<room>/messages}) and of the root.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param field name in the request, with dots and indexes: {@code thread[1].text}
     * @param rule stable id such as {@code required}
     * @param args fill {0}, {1} … of the rule's message
     */
    public record Field(String field, String rule, List<Object> args) {
        public Field {
            args = List.copyOf(args);
        }
    }

    private final int status;
    private final String type;
    private final String code;
    private final transient List<Object> args;
    private final transient List<Field> fields;
    private final transient Map<String, Object> members;

    @Nullable
    private final transient Duration retryAfter;

    private Problem(
            int status,
            String type,
            String code,
            List<Object> args,
            List<Field> fields,
            Map<String, Object> members,
            @Nullable Duration retryAfter) {
        super(type + (code.isEmpty() ? "" : "." + code), null, false, false);
        this.status = status;
        this.type = type;
        this.code = code;
        this.args = List.copyOf(args);
        this.fields = List.copyOf(fields);
        this.members = members;
        this.retryAfter = retryAfter;
    }

    /** Also for what belongs to another workspace. */
    public static Problem notFound() {
        return of(404, "not-found", "");
    }

    public static Problem signedOut() {
        return of(401, "signed-out", "");
    }

    public static Problem invalid(String field, String rule, Object... args) {
        return invalid(List.of(new Field(field, rule, List.of(args))));
    }

    public static Problem invalid(List<Field> fields) {
        return new Problem(400, "validation", "", List.of(), fields, Map.of(), null);
    }

    public static Problem forbidden(String code, Object... args) {
        return of(403, "forbidden", code, args);
    }

    /** Somebody else was quicker: {@code current} is the version that stands. */
    public static Problem stale(int current) {
        return of(409, "stale", "").with("current", current);
    }

    /** The state of the thing does not allow it. */
    public static Problem conflict(String code, Object... args) {
        return of(409, "conflict", code, args);
    }

    /** Preflight says no; the findings are rendered as they are. */
    public static Problem findings(List<?> findings) {
        return of(422, "preflight", "").with("findings", List.copyOf(findings));
    }

    public static Problem throttled(Duration retryAfter) {
        return new Problem(429, "throttled", "", List.of(), List.of(), Map.of(), retryAfter);
    }

    /** For what no other factory says; {@code type} and {@code code} are parts of message keys. */
    public static Problem of(int status, String type, String code, Object... args) {
        return new Problem(status, type, code, List.of(args), List.of(), Map.of(), null);
    }

    /** The same problem with one more member in its JSON. */
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, type, code, args, fields, more, retryAfter);
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public String code() {
        return code;
    }

    public List<Object> args() {
        return args;
    }

    public List<Field> fields() {
        return fields;
    }

    public Map<String, Object> members() {
        return members;
    }

    @Nullable
    public Duration retryAfter() {
        return retryAfter;
    }
}
