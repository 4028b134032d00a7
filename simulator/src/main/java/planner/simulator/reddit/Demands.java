package planner.simulator.reddit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What moderators demand of a post, by the names of post_requirements; what they have not set demands nothing. */
final class Demands {
    static final Demands NONE = new Demands(nothing());

    private final Map<String, Object> all;

    private Demands(Map<String, Object> all) {
        this.all = all;
    }

    static Demands of(Map<String, Object> set) {
        Map<String, Object> all = nothing();
        set.forEach((name, value) -> {
            if (!all.containsKey(name)) {
                throw new IllegalArgumentException(name);
            }
            all.put(name, value);
        });
        return new Demands(all);
    }

    private static Map<String, Object> nothing() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("title_text_min_length", null);
        all.put("title_text_max_length", null);
        all.put("title_required_strings", List.of());
        all.put("title_blacklisted_strings", List.of());
        all.put("title_regexes", List.of());
        all.put("body_restriction_policy", "none");
        all.put("body_text_min_length", null);
        all.put("body_text_max_length", null);
        all.put("body_required_strings", List.of());
        all.put("body_blacklisted_strings", List.of());
        all.put("body_regexes", List.of());
        all.put("domain_whitelist", List.of());
        all.put("domain_blacklist", List.of());
        all.put("link_restriction_policy", "none");
        all.put("link_repost_age", null);
        all.put("is_flair_required", false);
        all.put("gallery_min_items", null);
        all.put("gallery_max_items", null);
        all.put("gallery_captions_requirement", "none");
        all.put("gallery_urls_requirement", "none");
        all.put("guidelines_text", null);
        all.put("guidelines_display_policy", null);
        return all;
    }

    Map<String, Object> told() {
        return all;
    }

    int least(String name) {
        return all.get(name) instanceof Integer number ? number : 0;
    }

    int most(String name) {
        return all.get(name) instanceof Integer number ? number : Integer.MAX_VALUE;
    }

    List<String> texts(String name) {
        return all.get(name) instanceof List<?> list
                ? list.stream()
                        .flatMap(it -> it instanceof String text ? Stream.of(text) : Stream.empty())
                        .toList()
                : List.of();
    }

    boolean is(String name, Object value) {
        return value.equals(all.get(name));
    }
}
