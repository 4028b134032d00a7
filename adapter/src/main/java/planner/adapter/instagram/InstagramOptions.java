package planner.adapter.instagram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Media;
import planner.network.Option;

/**
 * What a person may set for a post on Instagram.
 *
 * @param cover shown before a reel is played; wins over the frame
 * @param locationId id of a Page that has an address
 * @param sponsors ids of the Instagram accounts that paid; they stand for the label, too
 */
record InstagramOptions(
        @Option(formats = InstagramCapabilities.REEL, initial = "true") @Nullable
        Boolean shareToFeed,

        @Option(formats = InstagramCapabilities.REEL, types = "image/jpeg", max = InstagramCapabilities.IMAGE_BYTES)
        @Nullable
        Media cover,

        @Option(formats = InstagramCapabilities.REEL) @Nullable
        Integer coverOffsetMs,

        @Option(formats = InstagramCapabilities.REEL, initial = "\"NONE\"") @Nullable
        Trial trial,

        @Option(formats = InstagramCapabilities.REEL, max = InstagramCapabilities.AUDIO_NAME) @Nullable
        String audioName,

        @Option(
                formats = {InstagramCapabilities.FEED, InstagramCapabilities.CAROUSEL, InstagramCapabilities.REEL},
                max = InstagramCapabilities.COMMENT)
        @Nullable
        String firstComment,

        @Option(max = InstagramCapabilities.TAGS) @Nullable List<Tag> tags,

        @Option(
                formats = {InstagramCapabilities.FEED, InstagramCapabilities.CAROUSEL, InstagramCapabilities.REEL},
                max = InstagramCapabilities.COLLABORATORS,
                itemMax = InstagramCapabilities.NAME + 1)
        @Nullable
        List<String> collaborators,

        @Option(
                formats = {InstagramCapabilities.FEED, InstagramCapabilities.CAROUSEL, InstagramCapabilities.REEL},
                max = InstagramCapabilities.PLACE)
        @Nullable
        String locationId,

        @Option(
                formats = {InstagramCapabilities.FEED, InstagramCapabilities.CAROUSEL, InstagramCapabilities.REEL},
                initial = "true")
        @Nullable
        Boolean comments,

        @Option(initial = "false") @Nullable Boolean madeWithAi,

        @Option(
                formats = {InstagramCapabilities.FEED, InstagramCapabilities.CAROUSEL, InstagramCapabilities.REEL},
                initial = "false")
        @Nullable
        Boolean paidPartnership,

        @Option(
                formats = {InstagramCapabilities.FEED, InstagramCapabilities.CAROUSEL, InstagramCapabilities.REEL},
                max = InstagramCapabilities.SPONSORS,
                itemMax = InstagramCapabilities.PLACE)
        @Nullable
        List<String> sponsors)
        implements Delivery.Options {

    /** A reel shown to strangers first, and how it graduates. */
    enum Trial {
        NONE,
        MANUAL,
        SS_PERFORMANCE
    }

    /**
     * Somebody who is seen.
     *
     * @param item which file of the post, the first is 1; absent = the first
     * @param x from the left edge, 0 to 1
     * @param y from the upper edge, 0 to 1
     */
    record Tag(
            @Option(max = InstagramCapabilities.NAME + 1) @Nullable
            String username,

            @Option(min = 1, max = InstagramCapabilities.MOST_FILES) @Nullable
            Integer item,

            @Option(max = 1) @Nullable Double x,
            @Option(max = 1) @Nullable Double y) {

        String name() {
            return InstagramOptions.name(username);
        }

        boolean blank() {
            return name().isEmpty() && x == null && y == null;
        }

        /** The index of its file. */
        int at() {
            return item == null ? 0 : item - 1;
        }
    }

    static InstagramOptions of(Delivery delivery) {
        return (InstagramOptions) delivery.options();
    }

    String firstCommentOrEmpty() {
        return firstComment == null ? "" : firstComment.strip();
    }

    String placeOrEmpty() {
        return locationId == null ? "" : locationId.strip();
    }

    String audioNameOrEmpty() {
        return audioName == null ? "" : audioName.strip();
    }

    /** Without the rows that nobody filled in. */
    List<Tag> tagged() {
        return tags == null
                ? List.of()
                : tags.stream().filter(tag -> !tag.blank()).toList();
    }

    /** Names as Instagram knows them, without the @ that people write before them. */
    List<String> invited() {
        return collaborators == null
                ? List.of()
                : collaborators.stream().map(InstagramOptions::name).toList();
    }

    List<String> paying() {
        return sponsors == null
                ? List.of()
                : sponsors.stream()
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList();
    }

    boolean paid() {
        return Boolean.TRUE.equals(paidPartnership) || !paying().isEmpty();
    }

    private static String name(@Nullable String typed) {
        return typed == null ? "" : typed.strip().replaceFirst("^@", "");
    }
}
