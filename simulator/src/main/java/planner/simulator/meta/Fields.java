package planner.simulator.meta;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The {@code fields} parameter: names with commas, each perhaps with fields of its own in braces. */
public final class Fields {
    private final Map<String, Fields> names = new LinkedHashMap<>();

    private Fields() {}

    public static Fields of(String text) {
        var reader = new Reader(text);
        Fields fields = reader.list();
        if (reader.at < text.length()) {
            throw GraphError.wrong("Syntax error in fields at character " + reader.at);
        }
        return fields;
    }

    /** What was asked for, in that order; what a node does not have is left out, what no such node has is refused. */
    public Map<String, Object> of(String node, Map<String, ? extends Supplier<?>> known) {
        Map<String, Object> picked = new LinkedHashMap<>();
        names.forEach((name, inner) -> {
            Supplier<?> value = known.get(name);
            if (value == null) {
                throw GraphError.wrong("Tried accessing nonexisting field (" + name + ") on node type (" + node + ")");
            }
            Object found = value.get();
            if (found != null) {
                picked.put(name, inner.names.isEmpty() ? found : inner.within(name, found));
            }
        });
        picked.computeIfAbsent("id", id -> known.containsKey(id) ? known.get(id).get() : null);
        return picked;
    }

    private Object within(String node, Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(it -> within(node, it)).toList();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw GraphError.wrong("Field " + node + " has no fields");
        }
        var data = map.get("data");
        if (data != null) {
            return Map.of("data", within(node, data));
        }
        Map<String, Supplier<?>> known = new LinkedHashMap<>();
        map.forEach((key, inner) -> known.put(String.valueOf(key), () -> inner));
        return of(node, known);
    }

    private static final class Reader {
        private final String text;
        private int at;

        private Reader(String text) {
            this.text = text;
        }

        private Fields list() {
            var fields = new Fields();
            do {
                String name = name();
                modifiers();
                Fields inner = new Fields();
                if (next('{')) {
                    inner = list();
                    if (!next('}')) {
                        throw GraphError.wrong("Syntax error in fields: a brace is not closed");
                    }
                }
                fields.names.put(name, inner);
            } while (next(','));
            return fields;
        }

        private String name() {
            int from = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            if (from == at) {
                throw GraphError.wrong("Syntax error in fields at character " + at);
            }
            return text.substring(from, at);
        }

        /** For example {@code .summary(true).limit(0)}: they say how much of a list is wanted. */
        private void modifiers() {
            while (next('.')) {
                name();
                int end = text.indexOf(')', at);
                if (!next('(') || end < 0) {
                    throw GraphError.wrong("Syntax error in fields at character " + at);
                }
                at = end + 1;
            }
        }

        private boolean next(char wanted) {
            boolean there = at < text.length() && text.charAt(at) == wanted;
            at += there ? 1 : 0;
            return there;
        }
    }
}
