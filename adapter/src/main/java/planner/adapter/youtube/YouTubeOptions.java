package planner.adapter.youtube;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Media;
import planner.network.Option;

/** What a person sets for a video. Whether it is made for kids has no default: the law wants it to be said. */
record YouTubeOptions(
        @Option(initial = "\"PUBLIC\"") @Nullable Privacy privacy,

        @Option(max = 40, time = Option.Time.MOMENT) @Nullable
        String publishAt,

        @Option(required = true) @Nullable Audience audience,

        @Option(choices = YouTubeChoices.CATEGORIES, initial = "\"22\"") @Nullable
        String category,

        @Option(max = YouTubeCapabilities.TAGS, itemMax = YouTubeCapabilities.TAGS) @Nullable
        List<String> tags,

        @Option(max = 35) @Nullable String language,
        @Option(max = 35) @Nullable String audioLanguage,
        @Option(initial = "\"YOUTUBE\"") @Nullable Licence licence,
        @Option(initial = "true") @Nullable Boolean embeddable,
        @Option(initial = "true") @Nullable Boolean publicCounts,
        @Option(initial = "true") @Nullable Boolean notifySubscribers,
        @Option(initial = "false") @Nullable Boolean syntheticMedia,
        @Option(initial = "false") @Nullable Boolean paidPromotion,
        @Option(max = 10, time = Option.Time.DAY) @Nullable String recordedOn,

        @Option(
                types = {"image/jpeg", "image/png"},
                max = YouTubeCapabilities.THUMBNAIL)
        @Nullable
        Media thumbnail,

        @Option(choices = YouTubeChoices.PLAYLISTS, max = 20) @Nullable
        List<String> playlists,

        @Option(
                types = {"application/x-subrip", "text/vtt", "application/ttml+xml"},
                max = YouTubeCapabilities.CAPTIONS)
        @Nullable
        Media captions,

        @Option(max = 35) @Nullable String captionsLanguage,

        @Option(max = YouTubeCapabilities.CAPTIONS_NAME) @Nullable
        String captionsName,

        @Option(max = YouTubeCapabilities.COMMENT) @Nullable String firstComment)
        implements Delivery.Options {

    enum Privacy {
        PUBLIC,
        UNLISTED,
        PRIVATE
    }

    enum Audience {
        NOT_FOR_KIDS,
        MADE_FOR_KIDS
    }

    enum Licence {
        YOUTUBE,
        CREATIVE_COMMON
    }

    static YouTubeOptions of(Delivery delivery) {
        return (YouTubeOptions) delivery.options();
    }

    Privacy privacyOrDefault() {
        return privacy == null ? Privacy.PUBLIC : privacy;
    }

    /** Empty = public, unlisted or private as soon as it is uploaded. */
    String publishAtOrEmpty() {
        return stripped(publishAt);
    }

    List<String> tagsOrNone() {
        return tags == null
                ? List.of()
                : tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).toList();
    }

    List<String> playlistsOrNone() {
        return playlists == null ? List.of() : playlists.stream().distinct().toList();
    }

    String firstCommentOrEmpty() {
        return stripped(firstComment);
    }

    boolean madeForKids() {
        return audience == Audience.MADE_FOR_KIDS;
    }

    static String stripped(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }

    static boolean on(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    static boolean notOff(@Nullable Boolean value) {
        return !Boolean.FALSE.equals(value);
    }
}
