package planner.adapter.reddit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Json;
import planner.network.Account;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What Reddit tells of a subreddit, in Reddit's own names; what is absent is not forbidden. */
record Subreddit(
        @JsonProperty("display_name") @Nullable String name,
        @JsonProperty("subreddit_type") @Nullable String type,
        @JsonProperty("submission_type") @Nullable String submissions,
        @JsonProperty("allow_images") @Nullable Boolean images,
        @JsonProperty("allow_videos") @Nullable Boolean videos,
        @JsonProperty("allow_galleries") @Nullable Boolean galleries,
        @JsonProperty("allow_polls") @Nullable Boolean polls,
        @JsonProperty("spoilers_enabled") @Nullable Boolean spoilers,
        @JsonProperty("over18") @Nullable Boolean adult,
        @JsonProperty("user_is_banned") @Nullable Boolean banned,
        @JsonProperty("user_is_contributor") @Nullable Boolean contributor,
        @JsonProperty("user_is_moderator") @Nullable Boolean moderator,
        @JsonProperty("restrict_posting") @Nullable Boolean restricted) {

    // Reddit lets moderators have 15 rules; an answer may say anything
    private static final int MOST_RULES = 30;
    private static final int MOST_WORDS = 1_000;
    private static final int LONGEST = 500;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String PLACE = "subreddit ";

    /** What its moderators demand of a post; api/v1/{sr}/post_requirements. */
    record Requirements(
            @JsonProperty("title_text_min_length") @Nullable Integer titleLeast,
            @JsonProperty("title_text_max_length") @Nullable Integer titleMost,

            @JsonProperty("title_required_strings") @Nullable
            List<String> titleNeeds,

            @JsonProperty("title_blacklisted_strings") @Nullable
            List<String> titleBans,

            @JsonProperty("title_regexes") @Nullable List<String> titlePatterns,

            @JsonProperty("body_restriction_policy") @Nullable
            String body,

            @JsonProperty("body_text_min_length") @Nullable Integer bodyLeast,
            @JsonProperty("body_text_max_length") @Nullable Integer bodyMost,
            @JsonProperty("body_required_strings") @Nullable List<String> bodyNeeds,

            @JsonProperty("body_blacklisted_strings") @Nullable
            List<String> bodyBans,

            @JsonProperty("body_regexes") @Nullable List<String> bodyPatterns,
            @JsonProperty("domain_whitelist") @Nullable List<String> domains,
            @JsonProperty("domain_blacklist") @Nullable List<String> domainBans,

            @JsonProperty("link_restriction_policy") @Nullable
            String links,

            @JsonProperty("link_repost_age") @Nullable Integer repostDays,
            @JsonProperty("is_flair_required") @Nullable Boolean flairNeeded,
            @JsonProperty("gallery_min_items") @Nullable Integer galleryLeast,
            @JsonProperty("gallery_max_items") @Nullable Integer galleryMost,

            @JsonProperty("gallery_captions_requirement") @Nullable
            String captions,

            @JsonProperty("gallery_urls_requirement") @Nullable
            String galleryLinks,

            @JsonProperty("guidelines_text") @Nullable String guidelines) {
        Requirements {
            titleNeeds = words(titleNeeds);
            titleBans = words(titleBans);
            titlePatterns = words(titlePatterns);
            bodyNeeds = words(bodyNeeds);
            bodyBans = words(bodyBans);
            bodyPatterns = words(bodyPatterns);
            domains = words(domains);
            domainBans = words(domainBans);
            guidelines = cut(guidelines);
        }

        private static @Nullable List<String> words(@Nullable List<String> told) {
            return told == null
                    ? null
                    : told.stream()
                            .filter(Objects::nonNull)
                            .filter(word -> !word.isBlank())
                            .limit(MOST_WORDS)
                            .toList();
        }
    }

    /** What its people live by, in their words; no machine checks it. @param kind of what: all, link (a post), comment */
    record Rule(
            @Nullable String kind,
            @JsonProperty("short_name") @Nullable String name) {
        Rule {
            name = cut(name);
        }
    }

    /**
     * All that was told of it.
     *
     * @param about {@code null} when Reddit does not show it
     * @param requirements {@code null} when Reddit does not tell them
     * @param hidden why Reddit does not show it
     */
    record Facts(
            @Nullable Subreddit about,
            @Nullable Requirements requirements,
            List<Rule> rules,
            @Nullable String hidden) {
        Facts {
            rules = rules.stream().filter(Objects::nonNull).limit(MOST_RULES).toList();
        }

        /** As it is kept in the account's details. */
        String stored() {
            return Json.text(this);
        }
    }

    private static @Nullable String cut(@Nullable String words) {
        return words == null || words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }

    static String key(String subreddit) {
        return PLACE + subreddit.toLowerCase(Locale.ROOT);
    }

    static String name(String key) {
        return key.substring(PLACE.length());
    }

    /** What Reddit told of it within the hour. */
    static Optional<Facts> known(Account account, String subreddit) {
        var stored = account.details().get(key(subreddit));
        try {
            return Optional.ofNullable(stored).map(facts -> MAPPER.readValue(facts, Facts.class));
        } catch (JacksonException e) {
            // of another version of this house
            return Optional.empty();
        }
    }

    /** Reddit's own code for a kind of post that is not taken here; empty when it is. */
    Optional<String> refuses(String format) {
        var only = submissions == null ? "any" : submissions;
        return Optional.ofNullable(
                switch (format) {
                    case RedditCapabilities.TEXT -> only.equals("link") ? "NO_SELFS" : null;
                    case RedditCapabilities.LINK -> only.equals("self") ? "NO_LINKS" : null;
                    case RedditCapabilities.IMAGE -> off(images) || only.equals("self") ? "NO_IMAGES" : null;
                    case RedditCapabilities.VIDEO -> off(videos) || only.equals("self") ? "NO_VIDEOS" : null;
                    case RedditCapabilities.GALLERY ->
                        off(galleries) || only.equals("self") ? "GALLERIES_DISABLED" : null;
                    case RedditCapabilities.POLL -> off(polls) ? "POLLS_DISABLED" : null;
                    default -> null;
                });
    }

    /**
     * Only approved people may post, and this account is none of them. Public subreddits carry {@code restrict_posting},
     * too, where it means nothing.
     */
    boolean closed() {
        boolean few = switch (type == null ? "public" : type) {
            case "restricted" -> !off(restricted);
            case "private", "archived", "employees_only", "gold_only" -> true;
            default -> false;
        };
        return few && off(contributor) && off(moderator);
    }

    boolean outcast() {
        return Boolean.TRUE.equals(banned);
    }

    private static boolean off(@Nullable Boolean value) {
        return Boolean.FALSE.equals(value);
    }
}
