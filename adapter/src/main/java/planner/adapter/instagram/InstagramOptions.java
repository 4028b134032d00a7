package planner.adapter.instagram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Option;

/** What a person may set for a post on Instagram. */
record InstagramOptions(
        @Option(formats = InstagramCapabilities.REEL, initial = "true") @Nullable
        Boolean shareToFeed,

        @Option(formats = InstagramCapabilities.REEL) @Nullable
        Integer coverOffsetMs,

        @Option(formats = InstagramCapabilities.REEL, initial = "\"NONE\"") @Nullable
        Trial trial,

        @Option(
                formats = {InstagramCapabilities.FEED, InstagramCapabilities.CAROUSEL, InstagramCapabilities.REEL},
                max = 300)
        @Nullable
        String firstComment,

        @Option(
                formats = {InstagramCapabilities.FEED, InstagramCapabilities.CAROUSEL, InstagramCapabilities.REEL},
                max = 3,
                itemMax = 30)
        @Nullable
        List<String> collaborators,

        @Option(formats = {InstagramCapabilities.FEED, InstagramCapabilities.CAROUSEL, InstagramCapabilities.REEL})
        @Nullable
        String locationId,

        @Option(
                formats = {InstagramCapabilities.FEED, InstagramCapabilities.CAROUSEL, InstagramCapabilities.REEL},
                initial = "true")
        @Nullable
        Boolean comments,

        @Option(initial = "false") @Nullable Boolean madeWithAi)
        implements Delivery.Options {

    /** A reel shown to strangers first, and how it graduates. */
    enum Trial {
        NONE,
        MANUAL,
        SS_PERFORMANCE
    }

    String firstCommentOrEmpty() {
        return firstComment == null ? "" : firstComment.strip();
    }
}
