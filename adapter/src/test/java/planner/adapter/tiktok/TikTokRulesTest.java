package planner.adapter.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static planner.adapter.tiktok.TikTokSamples.EVERYONE;
import static planner.adapter.tiktok.TikTokSamples.NOBODY;
import static planner.adapter.tiktok.TikTokSamples.direct;
import static planner.adapter.tiktok.TikTokSamples.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.contract.MapEnvironment;
import planner.network.Account;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Media;

/** What is said before a post is sent, besides what blocks it. */
class TikTokRulesTest extends TikTokStand {
    private Media film() {
        return files.video(360, 640, Duration.ofSeconds(4));
    }

    private static List<String> rules(Delivery delivery, Account account, boolean audited, Severity severity) {
        return TikTokRules.check(delivery, account, audited).stream()
                .filter(it -> it.severity() == severity)
                .map(Finding::rule)
                .toList();
    }

    private List<String> warnings(Delivery delivery, boolean audited) {
        return rules(delivery, session().account(), audited, Severity.WARNING);
    }

    @Test
    void whoUsesAnAppThatNobodyAuditedIsToldBeforehand() {
        assertThat(warnings(video(film(), direct(EVERYONE)), false)).containsExactly("tiktok.unaudited");
        assertThat(warnings(video(film(), direct(NOBODY)), false)).isEmpty();
        assertThat(warnings(video(film(), direct(EVERYONE)), true)).isEmpty();
        assertThat(warnings(delivery("video", "", "", List.of(film()), inbox(null)), false))
                .isEmpty();
    }

    @Test
    void theOperatorSaysThatTheAuditIsPassed() {
        assertThat(TikTokApp.from(stage.settings()).audited()).isTrue();
        assertThat(TikTokApp.from(new MapEnvironment(Map.of())).audited()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"commentsOff, tiktok.comments-off", "duetsOff, tiktok.duets-off", "stitchesOff, tiktok.stitches-off"})
    void whatTheAccountHasSwitchedOffStaysOff(String detail, String warning) {
        var open = new TikTokOptions(
                null, EVERYONE, true, true, true, false, false, false, true, false, null, null, null, null);
        var account = new Account("a", "Ada", "ada", null, Map.of(detail, "true"));

        assertThat(rules(video(film(), open), account, true, Severity.WARNING)).containsExactly(warning);
        assertThat(rules(video(film(), direct(EVERYONE)), account, true, Severity.WARNING))
                .isEmpty();
    }

    @Test
    void whatTheAccountHasSwitchedOffIsReadWhenItIsConnected() {
        assertThat(session().account().details())
                .containsEntry("commentsOff", "false")
                .containsKeys("duetsOff", "stitchesOff", TikTokRules.MAX_SECONDS);
    }

    @Test
    void theCoverLiesInsideTheVideo() {
        taken(video(film(), covered(3_999)));
        assertThat(errors(video(film(), covered(4_000)))).containsExactly("tiktok.cover-time");
    }

    private static TikTokOptions covered(int millis) {
        return new TikTokOptions(
                null, EVERYONE, null, null, null, null, null, null, true, null, millis, null, null, null);
    }

    @Test
    void theDraftOfAVideoHasNoWords() {
        assertThat(warnings(video(film(), inbox(null)), true)).containsExactly("tiktok.draft-text");
        var photos = delivery("photos", "", "Leaves", List.of(files.jpeg(400, 400, 0)), inbox(null));
        assertThat(warnings(photos, true)).isEmpty();
    }

    /** Each rule that may speak has a sentence in both languages. */
    @ParameterizedTest
    @ValueSource(strings = {"", "pl"})
    void everyFindingHasWords(String language) throws IOException {
        var bundle = ResourceBundle.getBundle(
                "planner.adapter.tiktok.messages",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var source = Files.readString(Path.of("src/main/java/planner/adapter/tiktok/TikTokRules.java"));
        var rules = Pattern.compile("\"(tiktok\\.[a-z-]+)\"")
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(rules).hasSizeGreaterThan(8);
        assertThat(rules)
                .allSatisfy(
                        rule -> assertThat(bundle.getString("finding." + rule)).isNotBlank());
    }
}
