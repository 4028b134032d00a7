package planner.adapter.youtube;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Given;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.NetworkException;

/** The metadata that an upload begins with; developers.google.com/youtube/v3/docs/videos. */
record VideoResource(
        Snippet snippet,
        Status status,
        @Nullable Placement paidProductPlacementDetails,
        @Nullable Recording recordingDetails) {

    private static final String DEFAULT_CATEGORY = "22";

    record Snippet(
            String title,
            @Nullable String description,
            @Nullable List<String> tags,
            String categoryId,
            @Nullable String defaultLanguage,
            @Nullable String defaultAudioLanguage) {}

    record Status(
            String privacyStatus,
            @Nullable String publishAt,
            String license,
            boolean embeddable,
            boolean publicStatsViewable,
            boolean selfDeclaredMadeForKids,
            boolean containsSyntheticMedia) {}

    record Placement(boolean hasPaidProductPlacement) {}

    record Recording(String recordingDate) {}

    static VideoResource of(Delivery delivery) {
        var options = YouTubeOptions.of(delivery);
        var recorded = YouTubeOptions.stripped(options.recordedOn());
        return new VideoResource(
                snippet(delivery, options),
                status(options),
                YouTubeOptions.on(options.paidPromotion()) ? new Placement(true) : null,
                recorded.isEmpty() ? null : new Recording(recorded + "T00:00:00Z"));
    }

    private static Snippet snippet(Delivery delivery, YouTubeOptions options) {
        var tags = options.tagsOrNone();
        var category = YouTubeOptions.stripped(options.category());
        return new Snippet(
                delivery.title().strip(),
                textOrNull(delivery.text()),
                tags.isEmpty() ? null : tags,
                category.isEmpty() ? DEFAULT_CATEGORY : category,
                textOrNull(YouTubeOptions.stripped(options.language())),
                textOrNull(YouTubeOptions.stripped(options.audioLanguage())));
    }

    /** A time of release goes with "private" only: YouTube itself makes the video public then. */
    private static Status status(YouTubeOptions options) {
        var release = release(options);
        return new Status(
                release.isPresent()
                        ? "private"
                        : options.privacyOrDefault().name().toLowerCase(Locale.ROOT),
                release.orElse(null),
                options.licence() == YouTubeOptions.Licence.CREATIVE_COMMON ? "creativeCommon" : "youtube",
                YouTubeOptions.notOff(options.embeddable()),
                YouTubeOptions.notOff(options.publicCounts()),
                saidAudience(options) == YouTubeOptions.Audience.MADE_FOR_KIDS,
                YouTubeOptions.on(options.syntheticMedia()));
    }

    /** A video that is not for everybody now would be so then: that is no release of it. */
    private static Optional<String> release(YouTubeOptions options) {
        var release =
                Given.understood(options.publishAt(), YouTubeRules.instant(options.publishAtOrEmpty()), "publish-at");
        if (release.isPresent() && options.privacyOrDefault() != YouTubeOptions.Privacy.PUBLIC) {
            throw new NetworkException(new Fault.Rejected(
                    "publish-at-privacy", "YouTube makes it public then, not " + options.privacyOrDefault()));
        }
        return release.map(Instant::toString);
    }

    /** The law wants a person to say it: nothing is said for them. */
    private static YouTubeOptions.Audience saidAudience(YouTubeOptions options) {
        var audience = options.audience();
        if (audience == null) {
            throw new NetworkException(
                    new Fault.Rejected("audience", "nobody has said whether the video is made for kids"));
        }
        return audience;
    }

    /** Names exactly what is set. */
    String parts() {
        var parts = new ArrayList<>(List.of("snippet", "status"));
        if (paidProductPlacementDetails != null) {
            parts.add("paidProductPlacementDetails");
        }
        if (recordingDetails != null) {
            parts.add("recordingDetails");
        }
        return String.join(",", parts);
    }

    private static @Nullable String textOrNull(String text) {
        return text.isBlank() ? null : text;
    }
}
