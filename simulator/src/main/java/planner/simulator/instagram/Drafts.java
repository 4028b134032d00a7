package planner.simulator.instagram;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.simulator.instagram.Draft.Kind;
import planner.simulator.instagram.Draft.Place;
import planner.simulator.instagram.Draft.Tag;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.GraphError;
import tools.jackson.databind.JsonNode;

/** Reads what a container shall show, each parameter by its own rule. */
final class Drafts {
    private static final int COLLABORATORS = 3;
    private static final int SPONSORS = 2;
    private static final int TAGS = 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._]{1,30}");
    private static final Map<String, String> LOCATIONS = Map.of(
            "106377336067638", "Kraków, Poland",
            "110774245616525", "Warsaw, Poland",
            "111979278817193", "Gdańsk, Poland");

    private Drafts() {}

    static Draft of(Kind kind, GraphCall call, List<Draft> children, @Nullable Kept file, @Nullable Kept cover) {
        List<String> collaborators = names(call, "collaborators");
        if (collaborators.size() > COLLABORATORS) {
            throw GraphError.wrong("Param collaborators takes at most 3 usernames");
        }
        List<Tag> tagged = tagged(kind, call);
        if (tagged.size() + children.stream().mapToInt(it -> it.tagged().size()).sum() > TAGS) {
            throw GraphError.of(100, 2207040, "Cannot use more than 20 tags in a post");
        }
        List<String> sponsors = call.list("branded_content_sponsor_ids");
        if (sponsors.size() > SPONSORS || !sponsors.stream().allMatch(it -> it.matches("\\d+"))) {
            throw GraphError.wrong("Param branded_content_sponsor_ids takes at most 2 ids");
        }
        String alt = call.text("alt_text").orElse("");
        if (alt.codePointCount(0, alt.length()) > 1000) {
            throw GraphError.wrong("Param alt_text takes at most 1000 characters");
        }
        String location = call.text("location_id").orElse("");
        if (!location.isEmpty() && !LOCATIONS.containsKey(location)) {
            throw GraphError.of(100, 0, "INSTAGRAM_PLATFORM_API__INVALID_LOCATION_ID");
        }
        boolean trial = call.has("trial_params") && trial(call.json("trial_params"));
        return new Draft(
                kind,
                call.text("caption").orElse(""),
                alt,
                collaborators,
                tagged,
                LOCATIONS.getOrDefault(location, ""),
                !call.has("share_to_feed") || call.flag("share_to_feed"),
                trial,
                call.flag("is_ai_generated"),
                call.flag("is_paid_partnership"),
                sponsors,
                call.text("audio_name").orElse(""),
                thumbnail(call),
                children,
                file,
                cover);
    }

    private static boolean trial(JsonNode params) {
        String strategy = params.path("graduation_strategy").asString("");
        if (!strategy.equals("MANUAL") && !strategy.equals("SS_PERFORMANCE")) {
            throw GraphError.wrong("Param trial_params must name a graduation_strategy");
        }
        return true;
    }

    private static List<Tag> tagged(Kind kind, GraphCall call) {
        return call.has("user_tags") ? call.elements("user_tags", tag -> tag(kind, tag)) : List.of();
    }

    private static Tag tag(Kind kind, JsonNode tag) {
        boolean picture = kind == Kind.IMAGE || kind == Kind.CHILD_IMAGE;
        boolean placed = tag.has("x") || tag.has("y");
        boolean rightly = placed ? inside(tag.path("x")) && inside(tag.path("y")) : !picture;
        if (!known(tag) || !rightly || placed && kind.video() && !kind.story()) {
            throw GraphError.wrong("Param user_tags: a tag needs a username; on images x and y between 0 and 1, "
                    + "which no video has but that of a story");
        }
        return new Tag(
                tag.path("username").asString(),
                placed ? new Place(tag.path("x").asDouble(), tag.path("y").asDouble()) : null);
    }

    private static boolean known(JsonNode tag) {
        return Set.of("username", "x", "y").containsAll(tag.propertyNames())
                && NAME.matcher(tag.path("username").asString("")).matches();
    }

    private static List<String> names(GraphCall call, String parameter) {
        List<String> names = call.list(parameter);
        if (!names.stream().allMatch(it -> NAME.matcher(it).matches())) {
            throw GraphError.wrong("Param " + parameter + " takes usernames");
        }
        return names;
    }

    private static boolean inside(JsonNode place) {
        return place.isNumber() && place.asDouble() >= 0 && place.asDouble() <= 1;
    }

    static Duration thumbnail(GraphCall call) {
        long millis = call.number("thumb_offset").orElse(0L);
        if (millis < 0) {
            throw GraphError.of(1, 2207057, "Thumbnail offset must be greater than or equal to 0");
        }
        return Duration.ofMillis(millis);
    }
}
