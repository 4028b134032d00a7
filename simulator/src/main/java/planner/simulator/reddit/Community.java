package planner.simulator.reddit;

import java.util.ArrayList;
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
    volatile List<Rule> rules = List.of();
    volatile Demands demands = Demands.NONE;
    /** Whatever is posted disappears with this word, and nobody is told; empty = nothing does. */
    volatile String filter = "";

    Community(String name, String title, int members) {
        this.name = name;
        this.title = title;
        this.members = members;
    }

    /** @param kind of what it is a rule: all, link (a post) or comment */
    record Rule(String kind, String name, String description) {}

    /** @param moderators only moderators may choose it */
    record Flair(String id, String text, boolean editable, boolean moderators) {}

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

    /** What about/rules tells. */
    Map<String, Object> rules() {
        List<Map<String, Object>> told = new ArrayList<>();
        for (Rule rule : rules) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("kind", rule.kind());
            one.put("description", rule.description());
            one.put("short_name", rule.name());
            one.put("violation_reason", rule.name());
            one.put("created_utc", 1.48e9);
            one.put("priority", told.size());
            told.add(one);
        }
        return Map.of("rules", told, "site_rules", List.of());
    }
}
