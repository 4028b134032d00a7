package planner.simulator.x;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import planner.simulator.Ask;
import planner.simulator.World;
import tools.jackson.databind.JsonNode;

/**
 * What somebody wants to post, once it is found to keep the rules (sheet, sections 2.1 and 4).
 *
 * @param labels what the timeline says of it besides its text
 */
record Draft(String text, List<MediaDesk.Medium> media, List<String> poll, List<String> labels) {
    static final Set<String> FIELDS = Set.of(
            "text",
            "media",
            "poll",
            "reply",
            "quote_tweet_id",
            "reply_settings",
            "community_id",
            "share_with_followers",
            "for_super_followers_only",
            "geo",
            "card_uri",
            "nullcast",
            "direct_message_deep_link",
            "made_with_ai",
            "paid_partnership",
            "edit_options");
    /** The community in which the account that pays is a member. */
    static final String COMMUNITY = "1700000000000000001";

    private static final Set<String> EXCLUSIVE =
            Set.of("poll", "media", "quote_tweet_id", "card_uri", "direct_message_deep_link");
    private static final Set<String> REPLIES = Set.of("following", "mentionedUsers", "subscribers", "verified");
    private static final Set<String> REFUSED =
            Set.of("nullcast", "card_uri", "direct_message_deep_link", "edit_options");
    private static final Pattern CASHTAG = Pattern.compile("(?<![\\w$])\\$[A-Za-z]{1,6}\\b");
    private static final Pattern POST = Pattern.compile("https?://x\\.com/[\\w/]+/status/([0-9]{1,19})$");
    private static final int PLAIN = 280;
    private static final int PAID = 25_000;
    private static final int TAGGED = 10;

    static Draft read(World world, MediaDesk desk, Ask ask, JsonNode body, People who) {
        if (EXCLUSIVE.stream().filter(body::has).count() > 1) {
            throw XProblem.invalid("$", "", "media, poll and quotes exclude each other");
        }
        List<String> labels = new ArrayList<>();
        String text = body.path("text").asString("");
        List<MediaDesk.Medium> media = media(world, desk, ask, body.path("media"), who, labels);
        List<String> poll = poll(world, ask, body.path("poll"));
        check(text, media, who);
        settings(body, labels);
        audience(body, who, labels);
        place(world, ask, body.path("geo"), labels);
        if (body.has("quote_tweet_id") || REFUSED.stream().anyMatch(body::has)) {
            throw XProblem.forbidden("You are not permitted to perform this action.");
        }
        return new Draft(text, media, poll, List.copyOf(labels));
    }

    /** The post whose address stands at the end of the text. */
    Optional<String> quoted() {
        return POST.matcher(text).results().map(it -> it.group(1)).findFirst();
    }

    private static void check(String text, List<MediaDesk.Medium> media, People who) {
        if (text.isBlank() && media.isEmpty()) {
            throw XProblem.invalid("text", text, "text is required without media");
        }
        if (Weight.of(text) > (who.pays() ? PAID : PLAIN)) {
            throw XProblem.invalid("text", "", "Your Tweet text is too long.");
        }
        if (CASHTAG.matcher(text).results().count() > 1) {
            throw XProblem.forbidden("Posts from self-serve apps may contain at most one cashtag.");
        }
    }

    private static List<MediaDesk.Medium> media(
            World world, MediaDesk desk, Ask ask, JsonNode node, People who, List<String> labels) {
        if (node.isMissingNode()) {
            return List.of();
        }
        Bodies.only(world, ask, node, "$.media", Set.of("media_ids", "tagged_user_ids"));
        List<MediaDesk.Medium> media = new ArrayList<>();
        for (JsonNode id : node.path("media_ids")) {
            media.add(desk.find(id.asString(""))
                    .filter(it -> it.owner.equals(who.id()) && desk.usable(it))
                    .orElseThrow(
                            () -> XProblem.invalid("media.media_ids", id.asString(""), "Your media IDs are invalid.")));
        }
        long stills =
                media.stream().filter(it -> it.category.equals("tweet_image")).count();
        if (media.isEmpty() || media.size() > 4 || stills < media.size() && media.size() > 1) {
            throw XProblem.invalid("media.media_ids", "" + media.size(), "1 to 4 photos, or 1 GIF, or 1 video");
        }
        List<String> people = node.path("tagged_user_ids")
                .valueStream()
                .map(it -> "@" + People.byId(it.asString("")).handle())
                .toList();
        if (people.size() > TAGGED || !people.isEmpty() && stills == 0) {
            throw XProblem.invalid("media.tagged_user_ids", "" + people.size(), "at most 10 people, in photos");
        }
        if (!people.isEmpty()) {
            labels.add("With " + String.join(", ", people));
        }
        return media;
    }

    private static List<String> poll(World world, Ask ask, JsonNode node) {
        if (node.isMissingNode()) {
            return List.of();
        }
        Bodies.only(world, ask, node, "$.poll", Set.of("options", "duration_minutes", "reply_settings"));
        List<String> options =
                node.path("options").valueStream().map(it -> it.asString("")).toList();
        int minutes = node.path("duration_minutes").asInt(0);
        boolean fits = options.stream().allMatch(it -> !it.isBlank() && it.codePointCount(0, it.length()) <= 25);
        if (options.size() < 2 || options.size() > 4 || !fits || minutes < 5 || minutes > 10_080) {
            throw XProblem.invalid(
                    "poll", options + " " + minutes, "2 to 4 options of 1 to 25 characters, 5 to 10080 minutes");
        }
        return options;
    }

    private static void settings(JsonNode body, List<String> labels) {
        String replies = body.path("reply_settings").asString("");
        if (!replies.isEmpty() && !REPLIES.contains(replies)) {
            throw XProblem.invalid("reply_settings", replies, "not one of " + REPLIES);
        }
        if (!replies.isEmpty()) {
            labels.add("Replies: " + replies);
        }
        if (body.path("made_with_ai").asBoolean(false)) {
            labels.add("Made with AI");
        }
        if (body.path("paid_partnership").asBoolean(false)) {
            labels.add("Paid partnership");
        }
    }

    private static void audience(JsonNode body, People who, List<String> labels) {
        String community = body.path("community_id").asString("");
        boolean exclusive = body.path("for_super_followers_only").asBoolean(false);
        boolean shared = body.path("share_with_followers").asBoolean(false);
        if (body.has("community_id") && !community.matches("[0-9]{1,19}")) {
            throw XProblem.invalid("community_id", community, "does not match ^[0-9]{1,19}$");
        }
        if (exclusive && body.has("community_id") || shared && !exclusive && !body.has("community_id")) {
            throw XProblem.invalid("share_with_followers", "" + shared, "one audience, and one to share it from");
        }
        boolean member = who.pays() && community.equals(COMMUNITY);
        if (exclusive && !who.pays() || body.has("community_id") && !member) {
            throw XProblem.forbidden("You are not permitted to perform this action.");
        }
        if (exclusive) {
            labels.add("Subscribers only");
        }
        if (body.has("community_id")) {
            labels.add("Community " + community);
        }
        if (shared) {
            labels.add("Shared with followers");
        }
    }

    private static void place(World world, Ask ask, JsonNode geo, List<String> labels) {
        if (geo.isMissingNode()) {
            return;
        }
        Bodies.only(world, ask, geo, "$.geo", Set.of("place_id"));
        String place = geo.path("place_id").asString("");
        if (!place.matches("[0-9a-f]{16}")) {
            throw XProblem.invalid("geo.place_id", place, "no such place");
        }
        labels.add("Place " + place);
    }
}
