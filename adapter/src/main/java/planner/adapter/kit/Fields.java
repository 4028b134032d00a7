package planner.adapter.kit;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects in a fixed order of names, so that the same delivery sends the same bytes. */
public final class Fields {
    private Fields() {}

    /** @param namesAndValues name, value, name, value … */
    public static Map<String, Object> of(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
