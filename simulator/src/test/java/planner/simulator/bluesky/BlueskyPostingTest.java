package planner.simulator.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.simulator.Web.Got;

class BlueskyPostingTest extends Stand {
    private static final String GREETING = uri(GRACE, "3lgracegreets");

    @Test
    void recordsOfOneBatchAreWrittenTogetherOrNotAtAll() {
        Map<String, Object> wrong = gate(ADA, Gates.REPLIES, "3laaaaaaaaaaa", "allow", List.of());

        Got refused = create(ADA, Records.POST, KEY, post("Hello"), Gates.REPLIES, KEY, wrong);

        assertThat(refused.at("/error")).isEqualTo("InvalidRequest");
        assertThat(site.visible()).doesNotContain("Hello");
        Map<String, Object> right = gate(ADA, Gates.REPLIES, KEY, "allow", List.of());
        Got done = create(ADA, Records.POST, KEY, post("Hello"), Gates.REPLIES, KEY, right);
        assertThat(done.at("/results/0/uri")).isEqualTo(uri(ADA, KEY));
        assertThat(done.at("/results/1/$type")).isEqualTo("com.atproto.repo.applyWrites#createResult");
        assertThat(site.visible()).contains("Hello");
    }

    @Test
    void whatIsThereCannotBeCreated() {
        create(ADA, Records.POST, KEY, post("Hello"));

        assertThat(create(ADA, Records.POST, KEY, post("Hello")).status()).isEqualTo(500);
        assertThat(site.visible()).containsOnlyOnce("Hello");
    }

    @ParameterizedTest
    @CsvSource({
        "app.bsky.feed.threadgate, allow,                 5",
        "app.bsky.feed.threadgate, hiddenReplies,         300",
        "app.bsky.feed.postgate,   embeddingRules,        5",
        "app.bsky.feed.postgate,   detachedEmbeddingUris, 50"
    })
    void aGateHoldsSoMuch(String collection, String name, int most) {
        Object rule = switch (name) {
            case "allow" -> Map.of("$type", Gates.FOLLOWERS);
            case "embeddingRules" -> Map.of("$type", Gates.DISABLED);
            default -> GREETING;
        };
        Map<String, Object> full = gate(ADA, collection, KEY, name, Collections.nCopies(most, rule));
        Map<String, Object> over = gate(ADA, collection, KEY, name, Collections.nCopies(most + 1, rule));

        assertThat(put(ADA, collection, KEY, full).status()).isEqualTo(200);
        assertThat(put(ADA, collection, KEY, over).at("/message"))
                .isEqualTo("Invalid " + collection + " record: array too big (maximum " + most + ", got " + (most + 1)
                        + ") at $.record." + name);
    }

    @Test
    void aGateIsRefusedWhereItsRuleIsUnknownOrItsPostAnothers() {
        List<Object> rules = List.of(Map.of("$type", Gates.REPLIES + "#friendRule"));
        List<Object> noList = List.of(Map.of("$type", Gates.LISTED, "list", "regulars"));

        assertThat(put(ADA, Gates.REPLIES, KEY, gate(ADA, Gates.REPLIES, KEY, "allow", rules))
                        .at("/message"))
                .contains("unknown rule");
        assertThat(put(ADA, Gates.REPLIES, KEY, gate(ADA, Gates.REPLIES, KEY, "allow", noList))
                        .at("/message"))
                .contains("Invalid at-uri");
        assertThat(put(ADA, Gates.QUOTES, KEY, gate(GRACE, Gates.QUOTES, KEY, "embeddingRules", List.of()))
                        .at("/message"))
                .contains("not the post of this key");
        put(ADA, Gates.QUOTES, KEY, gate(ADA, Gates.QUOTES, KEY, "colour", "red"));
        assertThat(simulator.journal().violations()).hasSize(1);
    }

    @Test
    void aPostHasAtMostTenLabels() {
        Map<String, Object> full = post("Look");
        full.put("labels", labels(10));
        Map<String, Object> over = post("Look again");
        over.put("labels", labels(11));

        assertThat(put(ADA, Records.POST, KEY, full).status()).isEqualTo(200);
        assertThat(put(ADA, Records.POST, "3labcdefghijl", over).at("/message")).contains("array too big (maximum 10");
    }

    /** As the lexicon of app.bsky.feed.post has it. */
    @Test
    void languagesAndTagsKeepTheLexicon() {
        taken("langs", List.of("en", "pl-PL", "zh-Hant-TW"));
        refused("langs", List.of("en", "pl", "de", "fr"), "array too big (maximum 3, got 4)");
        refused("langs", List.of("Polish language"), "Invalid language");
        refused("langs", List.of(7), "Expected string");
        refused("langs", "en", "Expected array");
        taken("tags", Collections.nCopies(8, "é".repeat(64)));
        refused("tags", Collections.nCopies(9, "tea"), "array too big (maximum 8, got 9)");
        refused("tags", List.of("é".repeat(65)), "grapheme too big (maximum 64, got 65)");
        // a family of 25 bytes is one grapheme
        taken("tags", List.of("👨‍👩‍👧‍👦".repeat(25) + "x".repeat(15)));
        refused("tags", List.of("👨‍👩‍👧‍👦".repeat(25) + "x".repeat(16)), "string too big (maximum 640, got 641)");
    }

    private void taken(String field, Object value) {
        assertThat(put(ADA, Records.POST, KEY, with(field, value)).status()).isEqualTo(200);
    }

    private void refused(String field, Object value, String why) {
        assertThat(put(ADA, Records.POST, KEY, with(field, value)).at("/message"))
                .contains(why)
                .endsWith("$.record." + field);
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> post = post("Hello");
        post.put(field, value);
        return post;
    }

    private static Map<String, Object> labels(int count) {
        return Map.of(
                "$type",
                "com.atproto.label.defs#selfLabels",
                "values",
                IntStream.range(0, count)
                        .mapToObj(i -> Map.of("val", "label-" + i))
                        .toList());
    }

    /** Only who is signed in is told what he may do. */
    @Test
    void theAppViewTellsWhoMayAnswerAndQuote() {
        create(
                ADA,
                Records.POST,
                KEY,
                post("Hello"),
                Gates.REPLIES,
                KEY,
                gate(ADA, Gates.REPLIES, KEY, "allow", List.of()));
        String asked = "app.bsky.feed.getPosts?uris=" + uri(ADA, KEY) + "&uris=" + uri(GRACE, "3lgracenoquot");

        Got ada = web.get(pds + asked, "Authorization", "Bearer " + token(ADA));
        Got grace = web.get(pds + asked, "Authorization", "Bearer " + token(GRACE));

        assertThat(ada.json().at("/posts/0/viewer/replyDisabled").asBoolean()).isFalse();
        assertThat(ada.json().at("/posts/1/viewer/embeddingDisabled").asBoolean())
                .isTrue();
        assertThat(grace.json().at("/posts/0/viewer/replyDisabled").asBoolean()).isTrue();
        assertThat(grace.json().at("/posts/1/viewer/embeddingDisabled").asBoolean())
                .isFalse();
        assertThat(web.get(appView + asked).json().at("/posts/0").has("viewer")).isFalse();
        assertThat(web.get(pds + asked).at("/error")).isEqualTo("AuthMissing");
    }

    @Test
    void anAnswerThatNobodyAllowedIsWrittenButNotShown() {
        List<Object> regulars = List.of(
                Map.of("$type", Gates.LISTED, "list", "at://" + ADA.did() + "/" + Neighbours.LIST + "/3ladaregulars"));
        create(
                ADA,
                Records.POST,
                KEY,
                post("For nobody"),
                Gates.REPLIES,
                KEY,
                gate(ADA, Gates.REPLIES, KEY, "allow", List.of()));
        String second = "3labcdefghijl";
        create(
                ADA,
                Records.POST,
                second,
                post("For regulars"),
                Gates.REPLIES,
                second,
                gate(ADA, Gates.REPLIES, second, "allow", regulars));

        assertThat(put(GRACE, Records.POST, "3laaaaaaaaaaa", answer("Me first", uri(ADA, KEY)))
                        .status())
                .isEqualTo(200);
        assertThat(put(GRACE, Records.POST, "3laaaaaaaaaab", answer("Me too", uri(ADA, second)))
                        .status())
                .isEqualTo(200);

        assertThat(site.visible()).contains("Me too").doesNotContain("Me first");
        assertThat(page()).contains("Me too").doesNotContain("Me first");
    }

    private Map<String, Object> answer(String text, String to) {
        Map<String, Object> post = post(text);
        post.put("reply", Map.of("root", reference(to), "parent", reference(to)));
        return post;
    }

    @Test
    void thePageShowsQuotesAndRules() {
        Map<String, Object> quoting = post("Rye!");
        quoting.put("embed", Map.of("$type", "app.bsky.embed.record", "record", reference(GREETING)));
        Map<String, Object> stealing = post("Mine now");
        stealing.put(
                "embed", Map.of("$type", "app.bsky.embed.record", "record", reference(uri(GRACE, "3lgracenoquot"))));
        create(
                ADA,
                Records.POST,
                KEY,
                quoting,
                Gates.QUOTES,
                KEY,
                gate(ADA, Gates.QUOTES, KEY, "embeddingRules", List.of(Map.of("$type", Gates.DISABLED))));
        put(ADA, Records.POST, "3labcdefghijl", stealing);

        assertThat(page())
                .contains("<blockquote class=\"quote\"><p class=\"who\"><b>Grace</b>")
                .contains("What is in your oven today?</p></blockquote>")
                .contains("Removed by its author")
                .contains("Quotes are off")
                .contains("Nobody can reply");
    }

    @Test
    void aQuoteOfWhatWasNeverThereIsRefused() {
        Map<String, Object> quoting = post("Rye!");
        quoting.put(
                "embed",
                Map.of("$type", "app.bsky.embed.record", "record", Map.of("uri", uri(GRACE, KEY), "cid", "bafy")));

        assertThat(put(ADA, Records.POST, KEY, quoting).at("/message")).contains("no such post");
    }
}
