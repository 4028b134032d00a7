package planner.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The order in which people read: newest thread on top, each from its beginning to its end. */
public final class ReadingOrder {
    private ReadingOrder() {}

    /** @param parent the id of what a post answers; any other text for one that begins a thread */
    public static <T> List<T> readable(List<T> oldestFirst, Function<T, String> id, Function<T, String> parent) {
        Map<String, List<T>> answers = new LinkedHashMap<>();
        Map<String, T> known = new LinkedHashMap<>();
        oldestFirst.forEach(it -> known.put(id.apply(it), it));
        List<T> beginnings = new ArrayList<>();
        for (T post : oldestFirst) {
            String to = parent.apply(post);
            if (known.containsKey(to)) {
                answers.computeIfAbsent(to, any -> new ArrayList<>()).add(post);
            } else {
                beginnings.add(post);
            }
        }
        List<T> ordered = new ArrayList<>();
        beginnings.reversed().forEach(it -> follow(it, id, answers, ordered));
        return ordered;
    }

    private static <T> void follow(T post, Function<T, String> id, Map<String, List<T>> answers, List<T> ordered) {
        ordered.add(post);
        answers.getOrDefault(id.apply(post), List.of()).forEach(it -> follow(it, id, answers, ordered));
    }
}
