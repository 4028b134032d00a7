package planner.adapter.x;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Media;
import planner.network.Option;

/**
 * What a person may set for a post on X. Where nothing else is said it holds for the first post of a thread.
 *
 * @param subscribersOnly holds for the whole thread, for what answers an exclusive post shall not be public
 * @param tagged names of people in the photos, with or without @
 * @param quote address of a post that is quoted
 * @param community its id or its address
 * @param shareWithFollowers shows what stands in a community, or an exclusive post, to all followers too
 * @param place its id or its address
 * @param warning holds for all files of the thread
 */
record XOptions(
        @Option(initial = "\"EVERYONE\"") @Nullable Replies replies,
        @Option @Nullable Poll poll,
        @Option(initial = "false") @Nullable Boolean madeWithAi,
        @Option(initial = "false") @Nullable Boolean paidPartnership,
        @Option(initial = "false") @Nullable Boolean subscribersOnly,

        @Option(max = XCapabilities.TAGGED, itemMax = 16) @Nullable
        List<String> tagged,

        @Option(max = 100) @Nullable String quote,
        @Option(max = 60) @Nullable String community,
        @Option(initial = "false") @Nullable Boolean shareWithFollowers,
        @Option(max = 60) @Nullable String place,
        @Option @Nullable Warning warning,

        @Option(
                types = {"application/x-subrip", "text/vtt"},
                max = XCapabilities.SUBTITLES)
        @Nullable
        Media subtitles,

        @Option(max = 2) @Nullable String subtitlesLanguage)
        implements Delivery.Options {

    private static final Pattern COMMUNITY =
            Pattern.compile("(?:https?://(?:www\\.)?(?:x|twitter)\\.com/i/communities/)?([0-9]{1,19})/?");
    private static final Pattern QUOTE = Pattern.compile(
            "https?://(?:www\\.|mobile\\.)?(?:x|twitter)\\.com/(i/web|i|[A-Za-z0-9_]{1,15})/status/([0-9]{1,19})(?:[/?#].*)?");
    private static final Pattern PLACE =
            Pattern.compile("(?:https?://(?:www\\.)?(?:x|twitter)\\.com/places/)?([0-9a-f]{16})/?");

    XOptions {
        tagged = tagged == null ? null : List.copyOf(tagged);
    }

    /** Who may reply; EVERYONE is said by saying nothing. */
    enum Replies {
        EVERYONE,
        FOLLOWING,
        MENTIONED_USERS,
        SUBSCRIBERS,
        VERIFIED
    }

    record Poll(
            @JsonProperty("options") List<String> options,
            @Nullable Integer minutes) {
        private static final int DAY = 24 * 60;

        Poll(@Nullable List<String> options, @Nullable Integer minutes) {
            this.options = options == null ? List.of() : List.copyOf(options);
            this.minutes = minutes;
        }

        int minutesOrDay() {
            return Objects.requireNonNullElse(minutes, DAY);
        }
    }

    /** Why the files are covered until somebody wants to see them. */
    record Warning(
            @Nullable Boolean adult,
            @Nullable Boolean violence,
            @Nullable Boolean other) {
        boolean given() {
            return on(adult) || on(violence) || on(other);
        }
    }

    static boolean on(@Nullable Boolean ticked) {
        return Boolean.TRUE.equals(ticked);
    }

    /** A poll of which nothing is said is a control that nobody touched. */
    Optional<Poll> pollIfAny() {
        return Optional.ofNullable(poll).filter(it -> !it.options().isEmpty() || it.minutes() != null);
    }

    /** Names without @ and without blanks, each person once: X knows no difference between capitals and small letters. */
    List<String> names() {
        var names = new LinkedHashMap<String, String>();
        for (var given : Objects.requireNonNullElse(tagged, List.<String>of())) {
            var name = given.strip().replaceFirst("^@", "");
            if (!name.isEmpty()) {
                names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            }
        }
        return List.copyOf(names.values());
    }

    /** Two capital letters; empty when none are set. */
    String languageOfSubtitles() {
        return subtitlesLanguage == null ? "" : subtitlesLanguage.strip().toUpperCase(Locale.ROOT);
    }

    static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** The quoted post's address as X writes it today; empty when there is none, or none that is one. */
    Optional<String> quotedAddress() {
        return Optional.ofNullable(quote)
                .map(text -> QUOTE.matcher(text.strip()))
                .filter(Matcher::matches)
                .map(found -> "https://x.com/" + found.group(1) + "/status/" + found.group(2));
    }

    Optional<String> communityId() {
        return matched(COMMUNITY, community);
    }

    Optional<String> placeId() {
        return matched(PLACE, place);
    }

    private static Optional<String> matched(Pattern pattern, @Nullable String text) {
        return Optional.ofNullable(text)
                .map(it -> pattern.matcher(it.strip()))
                .filter(Matcher::matches)
                .map(found -> found.group(1));
    }
}
