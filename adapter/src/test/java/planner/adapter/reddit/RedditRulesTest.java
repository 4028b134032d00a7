package planner.adapter.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.adapter.reddit.RedditOptions.Also;
import planner.adapter.reddit.RedditSamples.Choice;
import planner.adapter.reddit.Subreddit.Facts;
import planner.adapter.reddit.Subreddit.Requirements;
import planner.adapter.reddit.Subreddit.Rule;
import planner.network.Account;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Finding;
import planner.network.Media;
import planner.network.MediaKind;
import tools.jackson.databind.json.JsonMapper;

/** What preflight knows of a subreddit from the account's details, without asking anybody. */
class RedditRulesTest {
    private static final Media PICTURE =
            new Media(UUID.randomUUID(), MediaKind.IMAGE, "image/png", 100, 40, 30, 0, 0, 0, null, "a.png", "");

    private static Subreddit about(String type, String submissions, boolean media, boolean banned) {
        return new Subreddit(
                "moss", type, submissions, media, media, media, media, media, false, banned, false, false, true);
    }

    private static final Subreddit PUBLIC = about("public", "any", true, false);

    private static Requirements demands(
            @Nullable Integer titleLeast,
            @Nullable Integer titleMost,
            List<String> needs,
            List<String> bans,
            List<String> patterns,
            String body,
            @Nullable Integer bodyLeast,
            @Nullable Integer bodyMost) {
        return new Requirements(
                titleLeast,
                titleMost,
                needs,
                bans,
                patterns,
                body,
                bodyLeast,
                bodyMost,
                needs,
                bans,
                patterns,
                List.of("good.example"),
                List.of("bad.example"),
                "blacklist",
                null,
                false,
                null,
                null,
                "none",
                "none",
                null);
    }

    private static final Requirements NOTHING =
            demands(null, null, List.of(), List.of(), List.of(), "none", null, null);

    private static List<String> rules(Delivery delivery, Subreddit about, @Nullable Requirements demands) {
        return findings(delivery, new Facts(about, demands, List.of(), null)).stream()
                .map(Finding::rule)
                .toList();
    }

    private static List<Finding> findings(Delivery delivery, Facts facts) {
        var details = Map.of(Subreddit.key("Moss"), facts.stored());
        return RedditRules.check(delivery, new Account("1", "u/a", "a", null, details));
    }

    /** By the names of post_requirements. */
    private static Requirements demands(Map<String, Object> set) {
        return JsonMapper.shared().convertValue(set, Requirements.class);
    }

    private static Delivery text(String title, String body) {
        return post("text", title, body, List.of(), Choice.of("moss"));
    }

    private static Delivery post(String format, String title, String body, List<Media> media, Choice choice) {
        return new Delivery(
                UUID.randomUUID(),
                Instant.parse("2026-12-01T09:00:00Z"),
                format,
                title,
                List.of(new Part(body, media)),
                choice.options());
    }

    @Test
    void aSubredditThatAllowsEverythingHasNothingToSay() {
        assertThat(rules(text("Moss", "Grows."), PUBLIC, NOTHING)).isEmpty();
    }

    @Test
    void whatIsNotKnownIsSaidToBeUnchecked() {
        assertThat(rules(text("Moss", "Grows."), PUBLIC, null)).containsExactly("reddit.not-checked");
        var elsewhere = post("text", "Moss", "Grows.", List.of(), Choice.of("r/fern"));
        assertThat(rules(elsewhere, PUBLIC, NOTHING)).containsExactly("reddit.not-checked");
        var own = post("text", "Moss", "Grows.", List.of(), Choice.of("u/some_body"));
        assertThat(rules(own, PUBLIC, NOTHING)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"text, link", "link, self", "image, self", "gallery, self", "video, self"})
    void kindsThatAreNotTaken(String format, String submissions) {
        var choice = Choice.of("moss").link("https://good.example/");
        var delivery = post(format, "Moss", "Grows.", List.of(PICTURE), choice);
        assertThat(rules(delivery, about("public", submissions, true, false), NOTHING))
                .contains("reddit.kind");
        assertThat(rules(delivery, about("public", "any", true, false), NOTHING))
                .doesNotContain("reddit.kind");
    }

    @Test
    void switchesOfTheModerators() {
        var off = about("public", "any", false, false);
        for (var format : List.of("image", "gallery", "video", "poll")) {
            var delivery = post(format, "Moss", "Grows.", List.of(PICTURE), Choice.of("moss"));
            assertThat(rules(delivery, off, NOTHING)).as(format).contains("reddit.kind");
        }
        var spoiler =
                post("text", "Moss", "Grows.", List.of(), Choice.of("moss").withMarks());
        assertThat(rules(spoiler, off, NOTHING)).containsExactly("reddit.no-spoilers");
    }

    @Test
    void whoMayPost() {
        assertThat(rules(text("Moss", "x"), about("public", "any", true, true), NOTHING))
                .containsExactly("reddit.banned");
        assertThat(rules(text("Moss", "x"), about("restricted", "any", true, false), NOTHING))
                .containsExactly("reddit.closed");
        assertThat(rules(text("Moss", "x"), about("private", "any", true, false), NOTHING))
                .containsExactly("reddit.closed");
        var approved = new Subreddit(
                "moss", "restricted", "any", true, true, true, true, true, false, false, true, false, true);
        assertThat(rules(text("Moss", "x"), approved, NOTHING)).isEmpty();
    }

    @Test
    void lengthsOfTitleAndText() {
        var demands = demands(4, 6, List.of(), List.of(), List.of(), "required", 3, 5);
        assertThat(rules(text("Moss", "abc"), PUBLIC, demands)).isEmpty();
        assertThat(rules(text("Mosses", "abcde"), PUBLIC, demands)).isEmpty();
        assertThat(rules(text("Mos", "abc"), PUBLIC, demands)).containsExactly("reddit.title-short");
        assertThat(rules(text("Mosses!", "abc"), PUBLIC, demands)).containsExactly("reddit.title-long");
        assertThat(rules(text("Moss", "ab"), PUBLIC, demands)).containsExactly("reddit.body-short");
        assertThat(rules(text("Moss", "abcdef"), PUBLIC, demands)).containsExactly("reddit.body-long");
        assertThat(rules(text("Moss", ""), PUBLIC, demands)).contains("reddit.body-needed");
        var silent = demands(null, null, List.of(), List.of(), List.of(), "notAllowed", null, null);
        assertThat(rules(text("Moss", "abc"), PUBLIC, silent)).containsExactly("reddit.body-unwanted");
        assertThat(rules(post("image", "Moss", "", List.of(PICTURE), Choice.of("moss")), PUBLIC, silent))
                .isEmpty();
    }

    @Test
    void wordsThatMustOrMustNotBeThere() {
        var demands = demands(null, null, List.of("[Moss]"), List.of("Sale"), List.of(), "none", null, null);
        assertThat(rules(text("[moss] grows", "[Moss]"), PUBLIC, demands)).isEmpty();
        assertThat(rules(text("Fern", "[Moss]"), PUBLIC, demands)).containsExactly("reddit.title-needs");
        assertThat(rules(text("[Moss] SALE", "[Moss]"), PUBLIC, demands)).containsExactly("reddit.title-bans");
        assertThat(rules(text("[Moss]", "fern"), PUBLIC, demands)).containsExactly("reddit.text-needs");
        assertThat(rules(text("[Moss]", "[moss] for sale"), PUBLIC, demands)).containsExactly("reddit.text-bans");
    }

    @Test
    void patternsWarnAndNeverHang() {
        var question = demands(null, null, List.of(), List.of(), List.of("\\?$"), "none", null, null);
        assertThat(rules(text("Moss?", "Why?"), PUBLIC, question)).isEmpty();
        assertThat(rules(text("Moss", "Why?"), PUBLIC, question)).containsExactly("reddit.title-pattern");
        for (var unreadable : List.of(
                "(?=x)x",
                "(x",
                "(){2000000000}x",
                "(?:(?:x){900}){900}",
                "(?:(?:){2000000000}){2000000000}x",
                "x".repeat(2_000))) {
            assertThat(rules(text("Moss", "Moss"), PUBLIC, patterns(unreadable)))
                    .as(unreadable)
                    .containsExactly("reddit.not-checked", "reddit.not-checked");
        }
        assertThat(rules(text("a".repeat(200) + "!", "aa"), PUBLIC, patterns("^(a|aa)+$")))
                .containsExactly("reddit.title-pattern");
        assertThat(rules(text("ab".repeat(100), "ab".repeat(15_000)), PUBLIC, patterns("(?:a.{0,90}){50}c")))
                .containsExactly("reddit.title-pattern", "reddit.text-pattern");
    }

    private static Requirements patterns(String one) {
        return demands(null, null, List.of(), List.of(), List.of(one), "none", null, null);
    }

    @Test
    void holesInWhatRedditTellsAreNothing() {
        var demands = JsonMapper.shared().readValue("""
                        {"title_blacklisted_strings": [null, " "], "title_required_strings": [null], "title_regexes": [null],
                         "domain_blacklist": [null], "link_restriction_policy": "blacklist"}
                        """, Requirements.class);

        assertThat(rules(text("Moss", "x"), PUBLIC, demands)).isEmpty();
        assertThat(rules(link("https://good.example/x"), PUBLIC, demands)).isEmpty();
    }

    @Test
    void addressesOfLinks() {
        assertThat(rules(link("https://bad.example/x"), PUBLIC, NOTHING)).containsExactly("reddit.domain-banned");
        assertThat(rules(link("https://www.bad.example/x"), PUBLIC, NOTHING)).containsExactly("reddit.domain-banned");
        assertThat(rules(link("https://notbad.example/x"), PUBLIC, NOTHING)).isEmpty();
        var only = demands(Map.of("link_restriction_policy", "whitelist", "domain_whitelist", List.of("good.example")));
        assertThat(rules(link("https://good.example/x"), PUBLIC, only)).isEmpty();
        assertThat(rules(link("https://other.example/x"), PUBLIC, only)).containsExactly("reddit.domain-unknown");
        var none = post("link", "Moss", "no address", List.of(), Choice.of("moss"));
        assertThat(rules(none, PUBLIC, NOTHING)).contains("reddit.link");
    }

    private static Delivery link(String address) {
        return post("link", "Moss", "Read it.", List.of(), Choice.of("moss").link(address));
    }

    @Test
    void galleriesAndFlairs() {
        var demands = demands(Map.of(
                "is_flair_required",
                true,
                "gallery_min_items",
                3,
                "gallery_max_items",
                4,
                "gallery_captions_requirement",
                "required"));
        assertThat(rules(gallery(2, "x", "f"), PUBLIC, demands)).containsExactly("reddit.gallery-few");
        assertThat(rules(gallery(5, "x", "f"), PUBLIC, demands)).containsExactly("reddit.gallery-many");
        assertThat(rules(gallery(3, "", "f"), PUBLIC, demands)).containsExactly("reddit.captions");
        assertThat(rules(gallery(3, "x", ""), PUBLIC, demands)).containsExactly("reddit.flair-needed");
        assertThat(rules(gallery(4, "x", "f"), PUBLIC, demands)).isEmpty();
    }

    private static Delivery gallery(int count, String caption, String flair) {
        var media = IntStream.range(0, count)
                .mapToObj(i -> new Media(
                        UUID.randomUUID(), MediaKind.IMAGE, "image/png", 9, 4, 3, 0, 0, 0, null, "a", caption))
                .toList();
        return post("gallery", "Moss", "", media, Choice.of("moss").flair(flair));
    }

    @Test
    void namesOfSubreddits() {
        for (var good : List.of(
                "pics", "r/pics", "/r/pics/", "https://www.reddit.com/r/pics/", "u_some-body", "/user/some-body")) {
            assertThat(names(Choice.of(good))).as(good).doesNotContain("reddit.name");
        }
        for (var bad : List.of("p", "a-b", "two words", "a".repeat(22), "r/x/y")) {
            assertThat(names(Choice.of(bad))).as(bad).contains("reddit.name");
        }
        assertThat(names(Choice.of("moss").also(new Also(" ", "flowers", null))))
                .containsExactly("reddit.nowhere");
        assertThat(names(Choice.of("moss").also(new Also(null, null, "Flowers"))))
                .containsExactly("reddit.nowhere");
        assertThat(names(Choice.of("moss").also(new Also(null, " ", null)))).containsExactly("reddit.empty");
        assertThat(names(Choice.of("moss").also(new Also("R/Moss", null, null))))
                .contains("reddit.twice");
        assertThat(names(Choice.of("moss").flairText("x"))).contains("reddit.flair-text");
        assertThat(Choice.of("/u/some_body").options().places().getFirst().subreddit())
                .isEqualTo("u_some_body");
    }

    private static List<String> names(Choice choice) {
        return rules(post("text", "Moss", "Grows.", List.of(), choice), PUBLIC, NOTHING);
    }

    @Test
    void absentOptionsMeanWhatTheEditorBeginsWith() {
        var bare = JsonMapper.builder().build().readValue("{}", RedditOptions.class);

        assertThat(bare.replies()).isTrue();
        assertThat(Arrays.asList(bare.nsfw(), bare.spoiler(), bare.repost(), bare.loop()))
                .containsOnly(false);
        assertThat(bare.places()).hasSize(1);
        assertThat(rules(post("poll", "Moss", "?", List.of(), Choice.of("moss")), PUBLIC, NOTHING))
                .containsExactly("reddit.poll-answers");
    }

    @Test
    void aSubredditThatIsNotShownIsNotPostedTo() {
        for (var hidden : List.of("not-found", "private", "quarantined", "shut")) {
            assertThat(findings(text("Moss", "Grows."), new Facts(null, null, List.of(), hidden)))
                    .containsExactly(Finding.error("reddit." + hidden, "options.subreddit", "", "r/moss"));
        }
    }

    @Test
    void rulesAndGuidelinesAreToldAndStandInNobodysWay() {
        var rules = List.of(
                new Rule("all", " Be kind "), new Rule("comment", "No jokes"), new Rule("link", "Own pictures"));
        var demands = demands(Map.of("guidelines_text", "Say where.\n"));

        assertThat(findings(text("Moss", "Grows."), new Facts(PUBLIC, demands, rules, null)))
                .containsExactly(
                        Finding.info("reddit.rules", "options.subreddit", "1. Be kind; 2. Own pictures", "r/moss"),
                        Finding.info("reddit.guidelines", "options.subreddit", "Say where.", "r/moss"));
    }

    @Test
    void aLinkThatMayNotComeAgainTooSoonIsSpokenOf() {
        assertThat(rules(link("https://good.example/x"), PUBLIC, demands(Map.of("link_repost_age", 30))))
                .containsExactly("reddit.repost-age");
        assertThat(rules(text("Moss", "x"), PUBLIC, demands(Map.of("link_repost_age", 30))))
                .isEmpty();
    }

    @Test
    void linksOfPicturesAreAddressesAndNotMoreThanPictures() {
        var two = gallery(2, "x", "f");
        assertThat(linked(two, "https://a.example/", "")).isEmpty();
        assertThat(linked(two, "www.a.example")).containsExactly("reddit.picture-link");
        assertThat(linked(two, "https://a.example", "https://a.example", "https://a.example"))
                .containsExactly("reddit.picture-links-many");
    }

    private static List<String> linked(Delivery gallery, String... links) {
        var choice = Choice.of("moss").flair("f").pictureLinks(links);
        return rules(post("gallery", "Moss", "", gallery.media(), choice), PUBLIC, NOTHING);
    }

    /** Every rule that can be found has a sentence in both languages. */
    @Test
    void everyRuleHasWords() {
        var rules = List.of(
                "name",
                "twice",
                "flair-text",
                "link",
                "poll-answers",
                "poll-answer",
                "poll-days",
                "no-poster",
                "poster-type",
                "poster-bytes",
                "not-checked",
                "banned",
                "closed",
                "kind",
                "no-spoilers",
                "title-short",
                "title-long",
                "title-needs",
                "title-bans",
                "title-pattern",
                "body-needed",
                "body-unwanted",
                "body-short",
                "body-long",
                "text-needs",
                "text-bans",
                "text-pattern",
                "domain-banned",
                "domain-unknown",
                "gallery-few",
                "gallery-many",
                "captions",
                "captions-unwanted",
                "picture-link",
                "picture-links",
                "picture-links-many",
                "picture-links-unwanted",
                "repost-age",
                "rules",
                "guidelines",
                "not-found",
                "private",
                "quarantined",
                "shut",
                "empty",
                "nowhere",
                "flair-needed");
        for (var language : List.of(Locale.ROOT, Locale.forLanguageTag("pl"))) {
            var bundle = ResourceBundle.getBundle(
                    "planner.adapter.reddit.messages",
                    language,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            for (var rule : rules) {
                assertThat(bundle.getString("finding.reddit." + rule)).as(rule).isNotBlank();
            }
            for (var key : List.of("also.subreddit", "also.flair", "also.flairText", "poll.options", "poll.days")) {
                assertThat(bundle.getString("option." + key)).as(key).isNotBlank();
            }
        }
    }
}
