package planner.adapter.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.kit.Http;
import planner.network.Account;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Media;
import planner.network.MediaKind;

/** What only X can find before it is asked; nothing is sent. */
class XPreflightTest {
    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final Finding NO_SUBSCRIPTION = Finding.error("x.subscription", "format", "", "");

    private final X network = new X(
            new MapEnvironment(Map.of("client-id", "id", "client-secret", "secret")),
            new Http(call -> {
                throw new AssertionError("preflight asks nobody");
            }),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aPlainPostOfAPlainAccountIsFine() {
        assertThat(found(XCapabilities.POST, options(null), part("Hi"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Premium", "PremiumPlus"})
    void aLongPostIsForAccountsThatPay(String subscription) {
        assertThat(wrong(network.preflight(
                        delivery(XCapabilities.LONG_POST, options(null), part("Hi")), account(subscription))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "Basic", ""})
    void aLongPostOfAnAccountThatDoesNotPayIsFound(String subscription) {
        assertThat(wrong(network.preflight(
                        delivery(XCapabilities.LONG_POST, options(null), part("Hi")), account(subscription))))
                .containsExactly(NO_SUBSCRIPTION);
    }

    @Test
    void anAccountOfWhichNothingIsKnownDoesNotPay() {
        var account = new Account("1", "Ada", "ada", null, Map.of());
        assertThat(wrong(network.preflight(delivery(XCapabilities.LONG_POST, options(null), part("Hi")), account)))
                .containsExactly(NO_SUBSCRIPTION);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void aPollOfTwoToFourChoicesIsFine(int count) {
        assertThat(polled(choices(count), 60)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void aPollOfFewerOrMoreChoicesIsFound(int count) {
        assertThat(polled(choices(count), 60))
                .containsExactly(Finding.error("x.poll-choices", "options.poll", "2-4", "" + count));
    }

    @Test
    void aChoiceHasTwentyFiveCharactersAndASmileyIsOne() {
        assertThat(polled(List.of("a".repeat(25), "\uD83D\uDE00".repeat(25)), 60))
                .isEmpty();
        assertThat(polled(List.of("a".repeat(26), "b"), 60)).containsExactly(choice(26));
        assertThat(polled(List.of("a", "\uD83D\uDE00".repeat(26)), 60)).containsExactly(choice(26));
    }

    @Test
    void aChoiceIsNotBlank() {
        assertThat(polled(List.of("", "b", "  "), 60)).containsExactly(choice(0), choice(2));
    }

    private static Finding choice(int length) {
        return Finding.error("x.poll-choice", "options.poll", "1-25", "" + length);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10_080})
    void aPollOfFiveMinutesToSevenDaysIsFine(int minutes) {
        assertThat(polled(choices(2), minutes)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 10_081, -1})
    void aPollOfLessOrMoreTimeIsFound(int minutes) {
        assertThat(polled(choices(2), minutes))
                .containsExactly(Finding.error("x.poll-minutes", "options.poll", "5-10080", "" + minutes));
    }

    @Test
    void aPollWithoutMinutesRunsForADay() {
        assertThat(polled(choices(2), null)).isEmpty();
    }

    @Test
    void aPollCarriesNoFiles() {
        var poll = options(new XOptions.Poll(choices(2), 60));
        assertThat(found(XCapabilities.POST, poll, part("Which?", loop(9, 9, 1))))
                .containsExactly(Finding.error("x.poll-media", "options.poll", "", ""));
    }

    @Test
    void thePollIsOfTheFirstPostOfAThread() {
        var poll = options(new XOptions.Poll(choices(2), 60));
        assertThat(found(XCapabilities.POST, poll, part("Which?"), part("", loop(9, 9, 1))))
                .isEmpty();
    }

    @Test
    void aPollNeedsAQuestion() {
        assertThat(found(XCapabilities.POST, options(new XOptions.Poll(choices(2), 60)), part(" \n")))
                .containsExactly(Finding.error("x.poll-text", "text", "", ""));
    }

    @Test
    void aPollOfWhichNothingIsSaidIsNone() {
        assertThat(found(XCapabilities.POST, options(new XOptions.Poll(List.of(), null)), part("", loop(9, 9, 1))))
                .isEmpty();
    }

    private List<Finding> polled(List<String> choices, @Nullable Integer minutes) {
        return found(XCapabilities.POST, options(new XOptions.Poll(choices, minutes)), part("Which?"));
    }

    private List<Finding> found(String format, XOptions options, Part... parts) {
        return wrong(network.preflight(delivery(format, options, parts), account("None")));
    }

    /** Without what is only good to know. */
    private static List<Finding> wrong(List<Finding> findings) {
        return findings.stream().filter(it -> it.severity() != Severity.INFO).toList();
    }

    private static Delivery delivery(String format, XOptions options, Part... parts) {
        return new Delivery(new UUID(0, 1), NOW, format, "", List.of(parts), options);
    }

    private static XOptions options(XOptions.@Nullable Poll poll) {
        return poll == null ? Chosen.NOTHING : Chosen.of(Map.of("poll", poll));
    }

    private static List<String> choices(int count) {
        return IntStream.range(0, count).mapToObj(i -> "Nr " + i).toList();
    }

    private static Part part(String text, Media... media) {
        return new Part(text, List.of(media));
    }

    private static Media loop(int width, int height, int frames) {
        return new Media(
                new UUID(0, 2), MediaKind.ANIMATION, "image/gif", 1, width, height, 1, 0, frames, null, "loop.gif", "");
    }

    private static Account account(String subscription) {
        return new Account("1", "Ada", "ada", null, Map.of(XConnector.SUBSCRIPTION, subscription));
    }
}
