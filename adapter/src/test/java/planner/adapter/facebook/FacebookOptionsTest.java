package planner.adapter.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.adapter.facebook.FacebookOptions.Publish;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import tools.jackson.databind.json.JsonMapper;

class FacebookOptionsTest {
    private static Delivery delivery(String text, FacebookOptions options) {
        return new Delivery(UUID.randomUUID(), Instant.EPOCH, "feed", "", List.of(new Part(text, List.of())), options);
    }

    private static FacebookOptions options(@Nullable String link, boolean card) {
        return new FacebookOptions(link, card, null, null, null, Publish.NOW, null);
    }

    @ParameterizedTest
    @CsvSource({
        "'See https://example.org/a?b=c&d=1 now',      https://example.org/a?b=c&d=1",
        "'See https://example.org/a.',                 https://example.org/a",
        "'(https://example.org/a)',                    https://example.org/a",
        "'Ends: https://example.org/zażółć!',          https://example.org/zażółć",
        "'First http://a.example, then https://b.example', http://a.example",
        "'Ours: https://www.facebook.com/x',           ''",
        "'example.org is no link',                     ''",
        "'nothing',                                    ''"
    })
    void theFirstLinkOfTheTextBecomesTheCard(String text, String card) {
        assertThat(FacebookOptions.card(delivery(text, options(null, true)))).isEqualTo(card);
    }

    @Test
    void aLinkOfOnesOwnChoiceWinsAndACardCanBeDeclined() {
        assertThat(FacebookOptions.card(delivery("See https://a.example", options("https://b.example", true))))
                .isEqualTo("https://b.example");
        assertThat(FacebookOptions.card(delivery("See https://a.example", options(null, false))))
                .isEmpty();
    }

    /** What a stored delivery of an older version does not have. */
    @Test
    void absentMeansTheDefault() {
        assertThat(JsonMapper.builder().build().readValue("{}", FacebookOptions.class))
                .isEqualTo(FacebookSamples.plain());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-24T18:00:00+01:00, 2026-12-24T17:00:00Z",
        "2026-12-24T18:00:00Z,      2026-12-24T18:00:00Z",
        "2026-12-24T18:00+01:00,    2026-12-24T17:00:00Z"
    })
    void aTimeHasAnOffset(String text, Instant time) {
        assertThat(FacebookSamples.publish(Publish.SCHEDULED, text).time()).contains(time);
    }
}
