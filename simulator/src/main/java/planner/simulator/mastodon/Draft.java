package planner.simulator.mastodon;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import planner.simulator.Ask;
import planner.simulator.World;
import tools.jackson.databind.JsonNode;

/** Reads a new post and holds it against the rules. */
final class Draft {
    private static final Set<String> VISIBILITIES = Set.of("public", "unlisted", "private", "direct");
    private static final Set<String> POLICIES = Set.of("public", "followers", "nobody");
    private static final int QUOTES_SINCE = 7;

    private final World world;
    private final MediaDesk desk;
    private final Statuses statuses;
    private final People who;
    private final Rules rules;

    Draft(World world, MediaDesk desk, Statuses statuses, People who, Rules rules) {
        this.world = world;
        this.desk = desk;
        this.statuses = statuses;
        this.who = who;
        this.rules = rules;
    }

    Status read(Ask ask, JsonNode body) {
        String warning = body.path("spoiler_text").asString("").strip();
        String text = body.path("status").asString("").strip();
        if (text.isEmpty() && !warning.isEmpty()) {
            text = warning;
            warning = "";
        }
        List<MediaDesk.Medium> media = media(body.path("media_ids"), body.has("poll"));
        if (text.isEmpty() && media.isEmpty()) {
            throw MastodonError.invalid("Text can't be blank");
        }
        if (Length.of(warning, text) > rules.characters()) {
            throw MastodonError.invalid("Text character limit of " + rules.characters() + " exceeded");
        }
        List<String> choices = body.has("poll") ? poll(ask, body.path("poll")) : List.of();
        String visibility = oneOf(ask, body, "visibility", VISIBILITIES, "public");
        oneOf(ask, body, "quote_approval_policy", POLICIES, "public");
        return new Status(
                statuses.nextId(),
                who,
                world.clock().instant(),
                text,
                warning,
                body.path("sensitive").asBoolean(false) || !warning.isEmpty(),
                visibility,
                body.path("language").asString(""),
                media,
                choices,
                parent(body.path("in_reply_to_id").asString("")),
                quoted(body.path("quoted_status_id").asString(""), visibility));
    }

    private static String oneOf(Ask ask, JsonNode body, String name, Set<String> known, String otherwise) {
        String value = body.path(name).asString(otherwise);
        if (!known.contains(value)) {
            throw MastodonError.of(422, "'" + value + "' is not a valid " + name + " of " + ask.path());
        }
        return value;
    }

    private List<MediaDesk.Medium> media(JsonNode ids, boolean poll) {
        if (ids.isMissingNode()) {
            return List.of();
        }
        if (ids.size() > rules.files() || poll) {
            throw MastodonError.invalid("Cannot attach more than " + rules.files() + " files");
        }
        List<MediaDesk.Medium> media = new ArrayList<>();
        for (JsonNode id : ids) {
            media.add(desk.find(id.asString(""))
                    .filter(it -> it.owner().equals(who) && !statuses.attached(it.id()))
                    .orElseThrow(() -> MastodonError.invalid(
                            "Media " + id.asString("") + " not found or already attached to another post")));
        }
        if (media.size() > 1 && media.stream().anyMatch(it -> it.kind().equals("video"))) {
            throw MastodonError.invalid("Cannot attach a video to a post that already contains images");
        }
        if (!media.stream().allMatch(desk::ready)) {
            throw MastodonError.invalid(
                    "Cannot attach files that have not finished processing. Try again in a moment!");
        }
        return media;
    }

    private List<String> poll(Ask ask, JsonNode poll) {
        Bodies.only(world, ask, poll, Set.of("options", "expires_in", "multiple", "hide_totals"));
        List<String> choices =
                poll.path("options").valueStream().map(it -> it.asString("")).toList();
        int seconds = poll.path("expires_in").asInt(0);
        if (choices.size() < 2) {
            throw MastodonError.invalid("Poll options must have more than one item");
        }
        if (choices.size() > rules.choices()) {
            throw MastodonError.invalid("Poll options can't contain more than " + rules.choices() + " items");
        }
        if (choices.stream().anyMatch(it -> Length.of("", it) > rules.choice() || it.isBlank())) {
            throw MastodonError.invalid("Poll options cannot be longer than " + rules.choice() + " characters each");
        }
        if (new HashSet<>(choices).size() < choices.size()) {
            throw MastodonError.invalid("Poll options contain duplicate items");
        }
        if (seconds < Rules.POLL_LEAST_SECONDS || seconds > Rules.POLL_MOST_SECONDS) {
            throw MastodonError.invalid("Poll expires at is "
                    + (seconds < Rules.POLL_LEAST_SECONDS ? "too soon" : "too far into the future"));
        }
        return choices;
    }

    private String parent(String id) {
        if (!id.isEmpty() && statuses.find(id).isEmpty()) {
            throw MastodonError.of(404, "The post you are trying to reply to does not appear to exist.");
        }
        return id;
    }

    /** A server that knows no quotes passes over the wish. */
    private String quoted(String id, String visibility) {
        if (id.isEmpty() || rules.api() < QUOTES_SINCE) {
            return "";
        }
        Status quoted = statuses.find(id)
                .orElseThrow(() -> MastodonError.of(404, "The post you are trying to quote does not appear to exist."));
        if (visibility.equals("direct")) {
            throw MastodonError.invalid("Cannot quote a non-mentioned user in a Private Mention post.");
        }
        if (quoted.visibility().equals("direct")) {
            throw MastodonError.invalid("You are not allowed to quote this post.");
        }
        return id;
    }
}
