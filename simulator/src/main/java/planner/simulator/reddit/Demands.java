package planner.simulator.reddit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the moderators of a subreddit demand of a post; 0 and empty demand nothing. */
final class Demands {
    int titleLeast;
    int titleMost;
    List<String> titleNeeds = List.of();
    List<String> titleBans = List.of();
    String titlePattern = "";
    /** none, required or notAllowed. */
    String body = "none";

    int bodyLeast;
    int bodyMost;
    List<String> bodyNeeds = List.of();
    List<String> bodyBans = List.of();
    String bodyPattern = "";
    List<String> domains = List.of();
    List<String> domainBans = List.of();
    boolean flair;
    int galleryLeast;
    int galleryMost;
    /** none, required or notAllowed. */
    String captions = "none";
    /** none, required or notAllowed. */
    String urls = "none";

    String guidelines = "";

    /** As post_requirements tells it. */
    Map<String, Object> told() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("title_text_min_length", orNull(titleLeast));
        data.put("title_text_max_length", orNull(titleMost));
        data.put("title_required_strings", titleNeeds);
        data.put("title_blacklisted_strings", titleBans);
        data.put("title_regexes", patterns(titlePattern));
        data.put("body_restriction_policy", body);
        data.put("body_text_min_length", orNull(bodyLeast));
        data.put("body_text_max_length", orNull(bodyMost));
        data.put("body_required_strings", bodyNeeds);
        data.put("body_blacklisted_strings", bodyBans);
        data.put("body_regexes", patterns(bodyPattern));
        data.put("domain_whitelist", domains);
        data.put("domain_blacklist", domainBans);
        data.put(
                "link_restriction_policy",
                !domains.isEmpty() ? "whitelist" : domainBans.isEmpty() ? "none" : "blacklist");
        data.put("link_repost_age", null);
        data.put("is_flair_required", flair);
        data.put("gallery_min_items", orNull(galleryLeast));
        data.put("gallery_max_items", orNull(galleryMost));
        data.put("gallery_captions_requirement", captions);
        data.put("gallery_urls_requirement", urls);
        data.put("guidelines_text", guidelines.isEmpty() ? null : guidelines);
        data.put("guidelines_display_policy", null);
        return data;
    }

    private static @Nullable Integer orNull(int value) {
        return value == 0 ? null : value;
    }

    private static List<String> patterns(String one) {
        return one.isEmpty() ? List.of() : List.of(one);
    }
}
