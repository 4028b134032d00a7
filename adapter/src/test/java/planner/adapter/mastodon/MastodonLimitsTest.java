package planner.adapter.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.contract.TestFiles;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.simulator.mastodon.Rules;

/** A server's own limits: seen in preflight as of when it was asked last, and asked again before anything goes up. */
class MastodonLimitsTest extends MastodonStand {
    private void both(Delivery delivery, Rules rules, String finding, String code) {
        var session = session();
        stage.site().rules(rules);
        var walked = walked(delivery, session, Map.of());
        walked.refused(code);
        assertThat(walked.calls()).containsExactly("GET instance");
        assertThat(findings(delivery)).contains(finding);
        assertThat(stage.visible()).isEmpty();
    }

    @Test
    void aShorterServerIsAskedFirst() {
        both(text("a".repeat(300)), Rules.plain().characters(280), "mastodon.too-long 280", "too-long");
    }

    @Test
    void aLongerServerTakesTheLongFormatOnly() {
        stage.site().rules(Rules.plain().characters(5_000));
        var plain = text("a".repeat(600));
        var longer = new Delivery(
                plain.id(), plain.scheduledAt(), MastodonCapabilities.LONG_POST, "", plain.parts(), plain.options());
        assertThat(findings(plain)).anyMatch(it -> it.startsWith("text.too-long"));
        assertThat(findings(longer)).isEmpty();
        walked(longer).post();
    }

    @Test
    void aPlainServerRefusesTheLongFormat() {
        var plain = text("a".repeat(600));
        var longer = new Delivery(
                plain.id(), plain.scheduledAt(), MastodonCapabilities.LONG_POST, "", plain.parts(), plain.options());
        both(longer, Rules.plain(), "mastodon.too-long 500", "too-long");
    }

    @Test
    void aWarningCountsWithEveryPart() {
        var options = new MastodonOptions(null, "w".repeat(100), null, null, null, null);
        var thread = delivery(options, new Part("a".repeat(400), List.of()), new Part("b".repeat(401), List.of()));
        assertThat(findings(thread)).singleElement().asString().startsWith("text.too-long");
    }

    @Test
    void largeFilesAreSeenBeforeTheyGoUp() {
        var small = Rules.plain().bytes(2_000_000, 4_000_000);
        both(with(files.jpeg(800, 600, 3_000_000)), small, "mastodon.bytes 2000000", "bytes");
        both(
                with(TestFiles.FILES.mp4(640, 360, Duration.ofSeconds(3), 5_000_000, "")),
                small,
                "mastodon.bytes 4000000",
                "bytes");
    }

    @Test
    void aVideoOfTooManyPixelsIsSeen() {
        both(
                with(TestFiles.FILES.mp4(3_000, 3_000, Duration.ofSeconds(3), "")),
                Rules.plain(),
                "mastodon.pixels 8294400",
                "pixels");
    }

    private Delivery poll(List<String> answers, Integer minutes) {
        return delivery(
                MastodonSamples.options(new MastodonOptions.Poll(answers, minutes, null, null)),
                new Part("Which?", List.of()));
    }

    @Test
    void aPollFitsTheServer() {
        both(poll(List.of("a", "b", "c"), 60), Rules.plain().polls(2, 50), "mastodon.poll-choices 2-2", "poll-choices");
        both(
                poll(List.of("long enough", "b"), 60),
                Rules.plain().polls(4, 5),
                "mastodon.poll-choice 1-5",
                "poll-choice");
        both(poll(List.of("a", "b"), 4), Rules.plain(), "mastodon.poll-minutes 5-43829", "poll-minutes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[]", "{\"configuration\":null}", "{\"configuration\":{\"statuses\":7}}"})
    void aServerThatSaysNothingIsAPlainOne(String instance) {
        var limits = Limits.of(planner.adapter.kit.Json.tree(instance));
        assertThat(limits.characters()).isEqualTo(500);
        assertThat(limits.poll().choices()).isEqualTo(4);
        assertThat(limits.types()).isEmpty();
        assertThat(limits.quotes()).isFalse();
    }

    /** A text of two links must not be as large as a hostile server likes. */
    @ParameterizedTest
    @ValueSource(strings = {"-1", "60000000", "2147483647", "99999999999999"})
    void aServerWhoseNumbersCannotBeMeantIsAPlainOne(String number) {
        var limits = Limits.of(planner.adapter.kit.Json.tree(
                "{\"configuration\":{\"statuses\":{\"characters_reserved_per_url\":" + number + "}}}"));
        assertThat(limits.perUrl()).isEqualTo(23);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://exa{mple/123", "https://a%zz/1"})
    void aQuoteOfNoAddressIsElsewhere(String quote) {
        assertThat(findings(
                        delivery(new MastodonOptions(null, null, null, null, null, quote), new Part("Tea", List.of()))))
                .contains("mastodon.quote ");
    }

    @Test
    void whatNoServerTakesIsToldBefore() {
        var poll = new MastodonOptions.Poll(List.of("same", "same"), null, null, null);
        var both = delivery(
                new MastodonOptions(null, null, null, "english", poll, "https://elsewhere.example/@a/1"),
                new Part(" ", List.of(jpeg())));
        assertThat(findings(both))
                .contains(
                        "mastodon.language ISO 639-1",
                        "mastodon.quote ",
                        "mastodon.poll-media ",
                        "mastodon.poll-text ",
                        "mastodon.poll-same ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.example/@a/",
                "not one",
                "https://x.example/@a/12?b=3",
                "-5",
                "12.5",
                "https://elsewhere.example/@a/1"
            })
    void aPostIsNotOutWithoutThePostItQuotes(String quote) {
        walked(delivery(new MastodonOptions(null, null, null, null, null, quote), new Part("Tea", List.of())))
                .refused("quote-address");

        assertThat(stage.visible()).isEmpty();
    }
}
