package planner.simulator.reddit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A subreddit with what its moderators have set. */
final class Community {
    final String name;
    final String title;
    final int members;
    String type = "public";
    String submissions = "any";
    boolean images = true;
    boolean videos = true;
    boolean galleries = true;
    boolean polls = true;
    boolean spoilers = true;
    boolean adult;
    boolean gone;
    Set<String> banned = Set.of();
    Set<String> moderators = Set.of();
    List<Flair> flairs = List.of();
    Demands demands = Demands.NONE;
    /** Whatever is posted disappears with this word, and nobody is told; empty = nothing does. */
    volatile String filter = "";

    Community(String name, String title, int members) {
        this.name = name;
        this.title = title;
        this.members = members;
    }

    /** @param moderators only moderators may choose it */
    record Flair(String id, String text, boolean editable, boolean moderators) {}

    /** What post_requirements tells. */
    record Demands(
            int titleLeast,
            int titleMost,
            List<String> titleNeeds,
            List<String> titleBans,
            String titlePattern,
            String body,
            int bodyLeast,
            List<String> bodyBans,
            List<String> domainBans,
            boolean flair,
            int galleryMost,
            boolean captions) {
        static final Demands NONE =
                new Demands(0, 0, List.of(), List.of(), "", "none", 0, List.of(), List.of(), false, 0, false);
    }

    boolean may(Redditor who) {
        return type.equals("public") || type.equals("user") || moderators.contains(who.name());
    }

    Map<String, Object> about(Redditor who) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("display_name", name);
        data.put("name", "t5_" + Integer.toString(Math.floorMod(name.hashCode(), 60_000_000), 36));
        data.put("title", title);
        data.put("subscribers", members);
        data.put("subreddit_type", type);
        data.put("submission_type", submissions);
        data.put("allow_images", images);
        data.put("allow_videos", videos);
        data.put("allow_galleries", galleries);
        data.put("allow_polls", polls);
        data.put("spoilers_enabled", spoilers);
        data.put("over18", adult);
        data.put("link_flair_enabled", !flairs.isEmpty());
        data.put("user_is_banned", banned.contains(who.name()));
        data.put("user_is_muted", false);
        data.put("user_is_contributor", false);
        data.put("user_is_moderator", moderators.contains(who.name()));
        data.put("restrict_posting", true);
        data.put("restrict_commenting", false);
        data.put("public_description", title);
        return data;
    }

    Map<String, Object> requirements() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("title_text_min_length", demands.titleLeast() == 0 ? null : demands.titleLeast());
        data.put("title_text_max_length", demands.titleMost() == 0 ? null : demands.titleMost());
        data.put("title_required_strings", demands.titleNeeds());
        data.put("title_blacklisted_strings", demands.titleBans());
        data.put("title_regexes", demands.titlePattern().isEmpty() ? List.of() : List.of(demands.titlePattern()));
        data.put("body_restriction_policy", demands.body());
        data.put("body_text_min_length", demands.bodyLeast() == 0 ? null : demands.bodyLeast());
        data.put("body_text_max_length", null);
        data.put("body_required_strings", List.of());
        data.put("body_blacklisted_strings", demands.bodyBans());
        data.put("body_regexes", List.of());
        data.put("domain_whitelist", List.of());
        data.put("domain_blacklist", demands.domainBans());
        data.put("link_restriction_policy", demands.domainBans().isEmpty() ? "none" : "blacklist");
        data.put("link_repost_age", null);
        data.put("is_flair_required", demands.flair());
        data.put("gallery_min_items", null);
        data.put("gallery_max_items", demands.galleryMost() == 0 ? null : demands.galleryMost());
        data.put("gallery_captions_requirement", demands.captions() ? "required" : "none");
        data.put("gallery_urls_requirement", "none");
        data.put("guidelines_text", null);
        data.put("guidelines_display_policy", null);
        return data;
    }
}
