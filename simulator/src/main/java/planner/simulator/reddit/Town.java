package planner.simulator.reddit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import planner.simulator.reddit.Community.Flair;
import planner.simulator.reddit.Community.Rule;

/** The subreddits of the sandbox, each strict in its own way, and everybody's own page. */
final class Town {
    private final List<Community> communities = new ArrayList<>();

    Town() {
        Community open = add("plantcare", "Everything that grows in pots", 184_000);
        open.moderators = Set.of("mossy_corner");
        open.flairs = List.of(
                new Flair("5f2a8c10-0001-11ef-9a11-0e5a4b7c1d01", "Help wanted", false, false),
                new Flair("5f2a8c10-0002-11ef-9a11-0e5a4b7c1d02", "Progress", true, false),
                new Flair("5f2a8c10-0003-11ef-9a11-0e5a4b7c1d03", "Announcement", false, true));

        Community strict = add("gardening", "Gardens, large and small", 7_200_000);
        strict.flairs = List.of(
                new Flair("7c41d2e0-0001-11ef-8b22-0e5a4b7c2d01", "Vegetables", false, false),
                new Flair("7c41d2e0-0002-11ef-8b22-0e5a4b7c2d02", "Flowers", false, false));
        strict.rules = List.of(
                new Rule("all", "Be kind", "Behind every garden stands a person."),
                new Rule("link", "Show your own garden", "No pictures out of catalogues."),
                new Rule("comment", "Answer the question", "Jokes have a thread of their own."));
        strict.demands = Demands.of(Map.ofEntries(
                Map.entry("title_text_min_length", 10),
                Map.entry("title_text_max_length", 120),
                Map.entry("title_blacklisted_strings", List.of("giveaway")),
                Map.entry("body_blacklisted_strings", List.of("buy now")),
                Map.entry("link_restriction_policy", "blacklist"),
                Map.entry("domain_blacklist", List.of("shop.example")),
                Map.entry("is_flair_required", true),
                Map.entry("gallery_max_items", 5),
                Map.entry("gallery_captions_requirement", "required"),
                Map.entry("guidelines_text", "Say where you garden: the climate matters."),
                Map.entry("guidelines_display_policy", "all")));

        Community asking = add("askgardeners", "Questions and answers", 96_500);
        asking.submissions = "self";
        asking.galleries = false;
        asking.demands = Demands.of(Map.of(
                "title_required_strings",
                List.of("how", "what", "why", "?"),
                "title_regexes",
                List.of("\\?$"),
                "body_restriction_policy",
                "required",
                "body_text_min_length",
                20));

        Community pictures = add("plantphotos", "Only pictures", 310_000);
        pictures.submissions = "link";
        pictures.polls = false;
        pictures.videos = false;
        pictures.demands = Demands.of(Map.of("body_restriction_policy", "notAllowed"));

        Community words = add("wordsonly", "No pictures, no films", 12_400);
        words.images = false;
        words.videos = false;
        words.galleries = false;
        words.polls = false;
        words.spoilers = false;

        add("quietcorner", "Where the robot reads first", 5_400).filter = "automod_filtered";
        add("closedbeds", "For approved gardeners", 2_300).type = "restricted";
        add("secretgreens", "Nobody may know", 41).type = "private";
        add("weeds", "Closed by Reddit", 0).gone = true;
        Community exile = add("bonsaimasters", "Small trees", 51_000);
        exile.banned = Set.of("mossy_corner");
        Redditor.ALL.forEach(it -> {
            Community own = add(it.profile(), it.name(), 12);
            own.type = "user";
            own.moderators = Set.of(it.name());
        });
    }

    Community add(String name, String title, int members) {
        Community made = new Community(name, title, members);
        communities.add(made);
        return made;
    }

    List<Community> all() {
        return List.copyOf(communities);
    }

    Optional<Community> find(String name) {
        return communities.stream().filter(it -> it.name.equalsIgnoreCase(name)).findFirst();
    }

    /** Everybody of the sandbox reads these. */
    List<Community> subscribed() {
        return communities.stream()
                .filter(it -> !it.type.equals("user") && !it.type.equals("private") && !it.gone)
                .toList();
    }

    List<Community> moderated(Redditor who) {
        return communities.stream()
                .filter(it -> it.moderators.contains(who.name()))
                .toList();
    }

    /** @throws RedditError as Reddit hides what is not for this person's eyes */
    Community readable(String name, Redditor who) {
        Community found = find(name).orElseThrow(() -> RedditError.plain(302, "Found"));
        if (found.gone) {
            throw RedditError.because(404, "Not Found", "banned");
        }
        if (found.type.equals("private") && !found.may(who)) {
            throw RedditError.because(403, "Forbidden", "private");
        }
        return found;
    }
}
