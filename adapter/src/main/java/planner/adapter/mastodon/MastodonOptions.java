package planner.adapter.mastodon;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Option;

/**
 * What a person may set for a post on Mastodon.
 *
 * @param warning shown instead of the text until it is opened; counts as text
 * @param language of the text, ISO 639-1
 * @param quote the address of a post as the person's own server shows it, or its id there
 */
record MastodonOptions(
        @Option(initial = "\"PUBLIC\"") @Nullable Visibility visibility,
        @Option @Nullable String warning,
        @Option(initial = "false") @Nullable Boolean sensitive,
        @Option(max = 5) @Nullable String language,
        @Option @Nullable Poll poll,
        @Option @Nullable String quote)
        implements Delivery.Options {

    static MastodonOptions plain() {
        return new MastodonOptions(null, null, null, null, null, null);
    }

    enum Visibility {
        PUBLIC,
        UNLISTED,
        PRIVATE,
        DIRECT
    }

    record Poll(
            @JsonProperty("options") List<String> options,
            @Nullable Integer minutes,
            @Nullable Boolean multiple,
            @Nullable Boolean hideTotals) {
        private static final int DAY = 24 * 60;

        Poll(
                @Nullable List<String> options,
                @Nullable Integer minutes,
                @Nullable Boolean multiple,
                @Nullable Boolean hideTotals) {
            this.options = options == null ? List.of() : List.copyOf(options);
            this.minutes = minutes;
            this.multiple = multiple;
            this.hideTotals = hideTotals;
        }

        long seconds() {
            return 60L * Objects.requireNonNullElse(minutes, DAY);
        }
    }

    String visibilityOrPublic() {
        return Objects.requireNonNullElse(visibility, Visibility.PUBLIC).name().toLowerCase(Locale.ROOT);
    }

    String warningOrEmpty() {
        return trimmed(warning);
    }

    String languageOrEmpty() {
        return trimmed(language);
    }

    String quoteOrEmpty() {
        return trimmed(quote);
    }

    boolean isSensitive() {
        return Boolean.TRUE.equals(sensitive);
    }

    /** A poll without answers and without a time is a control that nobody touched. */
    @Nullable
    Poll pollOrNone() {
        return poll == null || poll.options().isEmpty() && poll.minutes() == null ? null : poll;
    }

    private static String trimmed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
