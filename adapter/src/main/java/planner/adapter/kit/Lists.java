package planner.adapter.kit;

import java.util.ArrayList;
import java.util.List;

/** Lists that grow from step to step: records do not change, so the next one holds a longer list. */
public final class Lists {
    private Lists() {}

    public static <T> List<T> plus(List<T> list, T item) {
        var longer = new ArrayList<>(list);
        longer.add(item);
        return List.copyOf(longer);
    }
}
