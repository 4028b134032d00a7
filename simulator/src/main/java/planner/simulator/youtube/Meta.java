package planner.simulator.youtube;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import planner.simulator.google.Body;
import planner.simulator.google.GoogleError;

/** What is said of a video besides its file, as docs/videos lets it be written. */
record Meta(
        String title,
        String description,
        List<String> tags,
        String category,
        String language,
        String audioLanguage,
        String privacy,
        @Nullable Instant publishAt,
        boolean creativeCommons,
        boolean embeddable,
        boolean publicCounts,
        boolean forKids,
        boolean synthetic,
        boolean paid) {

    private static final Set<String> PARTS =
            Set.of("snippet", "status", "paidProductPlacementDetails", "recordingDetails", "localizations");

    /** @param parts as named in the call: each of them must be in the body, and nothing else */
    static Meta read(Body body, Set<String> parts) {
        body.knows(PARTS.toArray(String[]::new));
        if (!body.names().equals(parts)) {
            throw GoogleError.wrong(
                    "incompatibleParameters", "part names " + parts + " but the body sets " + body.names());
        }
        Body snippet = part(body, "snippet")
                .knows("title", "description", "tags", "categoryId", "defaultLanguage", "defaultAudioLanguage");
        Body status = part(body, "status")
                .knows(
                        "privacyStatus",
                        "publishAt",
                        "license",
                        "embeddable",
                        "publicStatsViewable",
                        "selfDeclaredMadeForKids",
                        "containsSyntheticMedia");
        if (parts.contains("recordingDetails")) {
            recording(body.object("recordingDetails").knows("recordingDate"));
        }
        if (parts.contains("localizations") && snippet.text("defaultLanguage").isEmpty()) {
            throw refused(
                    "defaultLanguageNotSet",
                    "The request is trying to add localized video details without"
                            + " specifying the default language of the video details.");
        }
        boolean paid = parts.contains("paidProductPlacementDetails")
                && body.object("paidProductPlacementDetails")
                        .knows("hasPaidProductPlacement")
                        .flag("hasPaidProductPlacement", false);
        String privacy = status.word("privacyStatus", "public", "unlisted", "private");
        return new Meta(
                title(snippet.text("title")),
                description(snippet.text("description")),
                tags(snippet.texts("tags")),
                category(snippet.text("categoryId")),
                language(snippet.text("defaultLanguage")),
                language(snippet.text("defaultAudioLanguage")),
                privacy,
                publishAt(status.text("publishAt"), privacy),
                status.word("license", "youtube", "creativeCommon").equals("creativeCommon"),
                status.flag("embeddable", true),
                status.flag("publicStatsViewable", true),
                status.flag("selfDeclaredMadeForKids", false),
                status.flag("containsSyntheticMedia", false),
                paid);
    }

    private static Body part(Body body, String name) {
        return body.has(name) ? body.object(name) : Body.of("");
    }

    private static String title(String title) {
        if (title.isBlank() || title.length() > 100 || bracketed(title)) {
            throw refused("invalidTitle", "The request metadata specifies an invalid or empty video title.");
        }
        return title;
    }

    private static String description(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > 5_000 || bracketed(text)) {
            throw refused("invalidDescription", "The request metadata specifies an invalid video description.");
        }
        return text;
    }

    /** Counted as YouTube writes them: with commas between them, and quotes around those with a space. */
    private static List<String> tags(List<String> tags) {
        String written = tags.stream()
                .map(it -> it.contains(" ") ? "\"" + it + "\"" : it)
                .collect(Collectors.joining(","));
        if (written.length() > 500 || bracketed(written)) {
            throw refused("invalidTags", "The request metadata specifies invalid video keywords.");
        }
        return tags;
    }

    private static String category(String id) {
        if (!Categories.assignable(id)) {
            throw refused(
                    "invalidCategoryId",
                    "The snippet.categoryId property specifies an invalid category ID. Use the videoCategories.list"
                            + " method to retrieve supported categories.");
        }
        return id;
    }

    private static String language(String tag) {
        if (!tag.isEmpty() && !tag.matches("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")) {
            throw refused("invalidVideoMetadata", "The request metadata is invalid.");
        }
        return tag;
    }

    private static @Nullable Instant publishAt(String text, String privacy) {
        if (text.isEmpty()) {
            return null;
        }
        if (!privacy.equals("private")) {
            throw refused(
                    "invalidPublishAt",
                    "The request metadata specifies an invalid scheduled publishing time: the video must be private.");
        }
        return time(text, "invalidPublishAt", "The request metadata specifies an invalid scheduled publishing time.");
    }

    private static void recording(Body recording) {
        time(
                recording.text("recordingDate"),
                "invalidRecordingDetails",
                "The recordingDetails object in the request specifies invalid recording details.");
    }

    private static Instant time(String text, String reason, String message) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw refused(reason, message);
        }
    }

    private static boolean bracketed(String text) {
        return text.contains("<") || text.contains(">");
    }

    private static GoogleError refused(String reason, String message) {
        return GoogleError.of(400, reason, "youtube.video", message);
    }

    /** The labels that viewers see. */
    List<String> labels() {
        List<String> labels = new ArrayList<>();
        if (paid) {
            labels.add("Includes paid promotion");
        }
        if (synthetic) {
            labels.add("Altered or synthetic content");
        }
        if (forKids) {
            labels.add("Made for kids");
        }
        if (creativeCommons) {
            labels.add("Creative Commons Attribution");
        }
        return List.copyOf(labels);
    }
}
