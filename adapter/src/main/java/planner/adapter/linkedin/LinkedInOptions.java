package planner.adapter.linkedin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Media;
import planner.network.Option;

/**
 * What a person may set for a post on LinkedIn.
 *
 * @param reshares whether others may share the post again
 * @param link of an article; absent = the first link in the text
 * @param description of an article's card; absent = what its page says
 * @param thumbnail of a video, or the picture of an article's card; absent = what the page shows
 * @param captions of a video, SubRip
 * @param captionsLocale language and country of the captions, for example {@code pl_PL}
 * @param reshareOf link or URN of the post that is shared again
 */
record LinkedInOptions(
        @Option(initial = "\"PUBLIC\"") @Nullable Visibility visibility,
        @Option(initial = "true") @Nullable Boolean reshares,

        @Option(formats = LinkedInCapabilities.ARTICLE) @Nullable
        String link,

        @Option(formats = LinkedInCapabilities.ARTICLE) @Nullable
        String description,

        @Option(
                formats = {LinkedInCapabilities.ARTICLE, LinkedInCapabilities.VIDEO},
                types = {"image/jpeg", "image/png", "image/gif"},
                max = LinkedInCapabilities.IMAGE_BYTES)
        @Nullable
        Media thumbnail,

        @Option(formats = LinkedInCapabilities.VIDEO, types = LinkedInCapabilities.CAPTIONS) @Nullable
        Media captions,

        @Option(formats = LinkedInCapabilities.VIDEO, initial = "\"en_US\"", max = 5) @Nullable
        String captionsLocale,

        @Option(formats = LinkedInCapabilities.POLL) @Nullable
        Poll poll,

        @Option(formats = LinkedInCapabilities.TEXT) @Nullable
        String reshareOf,

        @Option(max = LinkedInCapabilities.COMMENT_MOST) @Nullable
        String firstComment)
        implements Delivery.Options {

    static final String LOCALE = "en_US";

    /** Who sees the post; a page's post is for everybody. */
    enum Visibility {
        PUBLIC,
        CONNECTIONS,
        LOGGED_IN
    }

    /** How long a poll is open. */
    enum Length {
        ONE_DAY,
        THREE_DAYS,
        SEVEN_DAYS,
        FOURTEEN_DAYS
    }

    record Poll(
            String question, List<String> options, @Nullable Length duration) {
        Poll(@Nullable String question, @Nullable List<String> options, @Nullable Length duration) {
            this.question = question == null ? "" : question.strip();
            this.options = options == null ? List.of() : List.copyOf(options);
            this.duration = duration;
        }

        Length length() {
            return duration == null ? Length.THREE_DAYS : duration;
        }
    }

    Visibility audience() {
        return visibility == null ? Visibility.PUBLIC : visibility;
    }

    boolean resharesOff() {
        return Boolean.FALSE.equals(reshares);
    }

    String comment() {
        return plain(firstComment);
    }

    String card() {
        return plain(description);
    }

    String shared() {
        return plain(reshareOf);
    }

    String locale() {
        var locale = plain(captionsLocale);
        return locale.isEmpty() ? LOCALE : locale;
    }

    /** Whether the locale of the captions is a language and a country. */
    boolean localized() {
        return locale().matches("[a-z]{2}_[A-Z]{2}");
    }

    static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
