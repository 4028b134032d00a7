package planner.simulator.pinterest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A piece of a list, and the mark from which the next piece goes on. */
final class Page {
    private static final int USUAL = 25;
    private static final int MOST = 250;

    private Page() {}

    static <T> Map<String, Object> of(List<T> all, Map<String, String> query, Function<T, Object> shown) {
        int size = size(query.getOrDefault("page_size", "" + USUAL));
        int from = from(query.getOrDefault("bookmark", ""));
        int to = Math.min(all.size(), from + size);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(
                "items",
                from >= to
                        ? List.of()
                        : all.subList(from, to).stream().map(shown).toList());
        page.put("bookmark", to < all.size() ? mark(to) : null);
        return page;
    }

    private static int size(String text) {
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw ApiError.wrong("page_size must be 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    private static String mark(int at) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("at" + at).getBytes(StandardCharsets.US_ASCII));
    }

    private static int from(String bookmark) {
        if (bookmark.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(bookmark), StandardCharsets.US_ASCII);
            return Integer.parseInt(text.replaceFirst("^at", ""));
        } catch (IllegalArgumentException e) {
            throw ApiError.wrong("the bookmark is not one of ours");
        }
    }
}
