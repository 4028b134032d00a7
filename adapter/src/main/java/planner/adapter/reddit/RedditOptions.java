package planner.adapter.reddit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Media;
import planner.network.Option;

/**
 * What a person sets for a post on Reddit.
 *
 * @param also further subreddits, one after the other, each with a flair of its own
 * @param link of a link post; without it the first link of the text
 * @param pictureLinks where each picture of a gallery leads, in their order; an empty one leads nowhere
 * @param repost also where this link was posted before
 * @param loop a video without sound that plays on and on
 * @param poster the picture shown until Reddit has made its own from the video
 */
record RedditOptions(
        @Option(choices = RedditChoices.SUBREDDITS, others = true, required = true) @Nullable
        String subreddit,

        @Option(choices = RedditChoices.FLAIRS) @Nullable String flair,

        @Option(max = RedditCapabilities.FLAIR_TEXT) @Nullable
        String flairText,

        @Option(max = MOST_MORE) List<Also> also,

        @Option(formats = RedditCapabilities.LINK) @Nullable String link,

        @Option(formats = RedditCapabilities.LINK, initial = "false")
        Boolean repost,

        @Option(formats = RedditCapabilities.GALLERY, max = RedditCapabilities.GALLERY_MOST)
        List<String> pictureLinks,

        @Option(initial = "false") Boolean nsfw,
        @Option(initial = "false") Boolean spoiler,
        @Option(initial = "true") Boolean replies,

        @Option(formats = RedditCapabilities.VIDEO) @Nullable
        Media poster,

        @Option(formats = RedditCapabilities.VIDEO, initial = "false")
        Boolean loop,

        @Option(formats = RedditCapabilities.POLL) @Nullable Poll poll,

        @Option(max = RedditCapabilities.COMMENT) @Nullable String firstComment)
        implements Delivery.Options {

    /** Our own: who posts the same to more subreddits at once is taken for a spammer. */
    static final int MOST_MORE = 9;

    /** Absent values mean what the editor begins with. */
    RedditOptions {
        also = also == null ? List.of() : List.copyOf(also);
        pictureLinks = pictureLinks == null ? List.of() : List.copyOf(pictureLinks);
        repost = repost != null && repost;
        nsfw = nsfw != null && nsfw;
        spoiler = spoiler != null && spoiler;
        replies = replies == null || replies;
        loop = loop != null && loop;
    }

    /** A further subreddit. @param flair the id of a template, or its text */
    record Also(
            @Option(choices = RedditChoices.SUBREDDITS, others = true) @Nullable
            String subreddit,

            @Option(choices = RedditChoices.FLAIRS) @Nullable
            String flair,

            @Option(max = RedditCapabilities.FLAIR_TEXT) @Nullable
            String flairText) {}

    record Poll(
            @JsonProperty("options") List<String> options,
            @Nullable Integer days) {
        private static final int THREE = 3;

        Poll(@Nullable List<String> options, @Nullable Integer days) {
            this.options = options == null ? List.of() : List.copyOf(options);
            this.days = days;
        }

        int daysOrThree() {
            return Objects.requireNonNullElse(days, THREE);
        }
    }

    /** Where the post goes. @param flair template id or text; both flairs may be empty */
    record Place(String subreddit, String flair, String flairText) {
        static Place of(@Nullable String subreddit, @Nullable String flair, @Nullable String flairText) {
            return new Place(name(subreddit), blankless(flair), blankless(flairText));
        }

        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_]{1,20}|u_[A-Za-z0-9_-]{3,20}");

        /** Whether a subreddit can be called so. */
        boolean named() {
            return NAME.matcher(subreddit).matches();
        }

        /** As people say it: r/name or u/name. */
        String shown() {
            return subreddit.startsWith("u_") ? "u/" + subreddit.substring(2) : "r/" + subreddit;
        }

        String key() {
            return subreddit.toLowerCase(Locale.ROOT);
        }

        private static String blankless(@Nullable String text) {
            return text == null ? "" : text.strip();
        }

        /** Without the r/ that people write before it; the profile u/name is the subreddit u_name. */
        private static String name(@Nullable String typed) {
            var text = blankless(typed).replaceFirst("^(?:https?://(?:www\\.|old\\.)?reddit\\.com)?/", "");
            text = text.replaceFirst("/$", "");
            if (text.matches("(?i)(?:u|user)/.*")) {
                return "u_" + text.replaceFirst("^[^/]*/", "");
            }
            return text.replaceFirst("(?i)^r/", "");
        }
    }

    /** Every subreddit in the order of posting; at least one, whose name may be empty. */
    List<Place> places() {
        var places = new ArrayList<Place>();
        places.add(Place.of(subreddit, flair, flairText));
        for (var more : also) {
            var place = Place.of(more.subreddit(), more.flair(), more.flairText());
            if (!place.subreddit().isEmpty()) {
                places.add(place);
            }
        }
        return List.copyOf(places);
    }

    /** Where this picture of a gallery leads; may be empty. */
    String pictureLink(int index) {
        return index < pictureLinks.size() ? pictureLinks.get(index).strip() : "";
    }

    String comment() {
        return firstComment == null ? "" : firstComment.strip();
    }
}
