package planner.simulator.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.simulator.Web.Got;
import planner.simulator.media.SampleMedia;

class MastodonPostingTest extends Stand {
    @Test
    void aKeyHoldsForAnHour() {
        String token = access();
        String first = post(Map.of("status", "Hello"), token, "k1").at("/id");
        assertThat(post(Map.of("status", "Hello"), token, "k1").at("/id")).isEqualTo(first);
        assertThat(post(Map.of("status", "Hello"), token, "k2").at("/id")).isNotEqualTo(first);
        clock.passes(Duration.ofMinutes(61));
        assertThat(post(Map.of("status", "Hello"), token, "k1").at("/id")).isNotEqualTo(first);
        assertThat(site.visible()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain words                         | 11",
                "see https://example.com/a/b?c=d now | 31",
                "to @grace@server.example            | 9",
                "to @grace                           | 9",
                "x@server.example                    | 16",
                "👨‍👩‍👧‍👦 zażółć                         | 8"
            })
    void textsAreAsLongAsPeopleSeeThem(String text, int length) {
        assertThat(Length.of("", text)).isEqualTo(length);
        assertThat(Length.of("Food", text)).isEqualTo(length + 4);
    }

    @Test
    void oneCharacterTooManyIsRefused() {
        String token = access();
        assertThat(post(Map.of("status", "a".repeat(500)), token, "k1").status())
                .isEqualTo(200);
        Got over = post(Map.of("status", "a".repeat(500), "spoiler_text", "b"), token, "k2");
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.at("/error")).isEqualTo("Validation failed: Text character limit of 500 exceeded");
    }

    @Test
    void whatIsUnknownOrEmptyIsRefused() {
        String token = access();
        assertThat(post(Map.of("status", "x", "colour", "red"), token, "k").status())
                .isEqualTo(422);
        assertThat(post(Map.of("status", " "), token, "k").at("/error")).contains("can't be blank");
        assertThat(post(Map.of("status", "x", "visibility", "all"), token, "k").status())
                .isEqualTo(422);
        assertThat(post(Map.of("status", "x", "in_reply_to_id", "1"), token, "k")
                        .status())
                .isEqualTo(404);
        assertThat(simulator.journal().violations()).hasSize(1);
        assertThat(site.visible()).isEmpty();
    }

    @Test
    void aPictureIsReadyAtOnceAndAVideoAfterSomeWork() {
        String token = access();
        assertThat(upload(SampleMedia.jpeg(40, 30), "image/jpeg", token).status())
                .isEqualTo(200);
        Got video = upload(SampleMedia.mp4(640, 360, Duration.ofSeconds(3)), "video/mp4", token);
        assertThat(video.status()).isEqualTo(202);
        String id = video.at("/id");
        assertThat(get("/api/v1/media/" + id, token).status()).isEqualTo(206);
        Map<String, Object> status = Map.of("status", "x", "media_ids", List.of(id));
        assertThat(post(status, token, "k").at("/error")).contains("not finished processing");
        clock.passes(Duration.ofSeconds(5));
        assertThat(get("/api/v1/media/" + id, token).status()).isEqualTo(200);
        assertThat(post(status, token, "k").status()).isEqualTo(200);
        assertThat(post(status, token, "k2").at("/error")).contains("already attached");
    }

    @Test
    void filesThatDoNotFitAreRefused() {
        String token = access();
        assertThat(upload(new byte[] {1, 2, 3}, "image/jpeg", token).at("/error"))
                .contains("content type is invalid");
        site.rules(Rules.plain().bytes(500, 500));
        assertThat(upload(SampleMedia.jpeg(400, 300), "image/jpeg", token).at("/error"))
                .contains("size must be less");
    }

    @Test
    void aPollHasItsRules() {
        String token = access();
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("options", List.of("a"), "expires_in", 3600),
                Map.of("options", List.of("a", "a"), "expires_in", 3600),
                Map.of("options", List.of("a", "b".repeat(51)), "expires_in", 3600),
                Map.of("options", List.of("a", "b", "c", "d", "e"), "expires_in", 3600),
                Map.of("options", List.of("a", "b"), "expires_in", 60))) {
            assertThat(post(Map.of("status", "?", "poll", wrong), token, "k").status())
                    .as(wrong.toString())
                    .isEqualTo(422);
        }
        Map<String, Object> fits = Map.of("options", List.of("a", "b"), "expires_in", 3600, "multiple", true);
        assertThat(post(Map.of("status", "?", "poll", fits), token, "k").at("/poll/options/1/title"))
                .isEqualTo("b");
    }

    @Test
    void theOwnListComesALittleLaterNewestFirst() {
        String token = access();
        post(Map.of("status", "One\n\ntwo & <three>"), token, "k1");
        String list = "/api/v1/accounts/109300000000000001/statuses?limit=40";
        assertThat(get(list, token).json().size()).isZero();
        clock.passes(Duration.ofSeconds(30));
        post(Map.of("status", "Private", "visibility", "direct"), token, "k2");
        clock.passes(Duration.ofSeconds(30));
        assertThat(get(list, token).at("/0/visibility")).isEqualTo("direct");
        assertThat(get(list, token).at("/1/content")).isEqualTo("<p>One</p><p>two &amp; &lt;three&gt;</p>");
        assertThat(site.visible()).hasSize(1);
    }

    @Test
    void aQuoteShowsWhatItQuotes() {
        String token = access();
        String quoted = post(Map.of("status", "Said"), token, "k1").at("/id");
        Map<String, Object> quote = Map.of("status", "Yes", "quoted_status_id", quoted);
        assertThat(post(quote, token, "k2").at("/content")).startsWith("<p class=\"quote-inline\">RE: ");
        assertThat(post(Map.of("status", "Yes", "quoted_status_id", "7"), token, "k3")
                        .status())
                .isEqualTo(404);
        site.rules(Rules.plain().api(6));
        assertThat(post(quote, token, "k4").at("/content")).isEqualTo("<p>Yes</p>");
    }
}
