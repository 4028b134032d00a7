package planner.adapter.googlebusiness;

import static org.assertj.core.api.Assertions.assertThat;
import static planner.adapter.googlebusiness.GoogleBusinessSamples.SITE;
import static planner.adapter.googlebusiness.GoogleBusinessSamples.dates;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.googlebusiness.GoogleBusinessOptions.Button;
import planner.adapter.googlebusiness.GoogleBusinessOptions.Day;
import planner.adapter.googlebusiness.GoogleBusinessOptions.Repeat;
import planner.adapter.googlebusiness.GoogleBusinessSamples.Some;
import planner.network.Delivery;
import planner.network.Finding.Severity;

/** Section 2 of the sheet: at each limit the post is taken; one over is refused by preflight and by Google. */
class GoogleBusinessLimitsTest extends GoogleBusinessStand {
    private static final int SMALLEST = 10_240;
    private static final int LARGEST = 5_000_000;

    /** @param finding what preflight says of the second; Google calls all of them invalid */
    private record Limit(String name, Delivery full, Delivery over, String finding) {}

    @TestFactory
    Stream<DynamicTest> atEachLimitThePostIsTakenAndOneOverIsRefused() {
        return limits().stream()
                .map(limit -> DynamicTest.dynamicTest(limit.name(), () -> {
                    taken(limit.full());
                    assertThat(errors(limit.over())).containsExactly(limit.finding());
                    refused(limit.over(), "invalid");
                }));
    }

    private List<Limit> limits() {
        return List.of(
                new Limit("title", event("a".repeat(58)), event("a".repeat(59)), "title.too-long.utf16"),
                new Limit("no title", event("a"), event(""), "title.too-short"),
                new Limit(
                        "end after start",
                        ending("2026-12-24T18:01"),
                        ending("2026-12-24T18:00"),
                        "google-business.ends-early"),
                new Limit(
                        "least bytes of a photo",
                        pictured(files.jpeg(400, 300, SMALLEST)),
                        pictured(files.jpeg(400, 300, SMALLEST - 1)),
                        "google-business.photo-small"),
                new Limit(
                        "most bytes of a photo",
                        pictured(files.jpeg(400, 300, LARGEST)),
                        pictured(files.jpeg(400, 300, LARGEST + 1)),
                        "media.bytes"),
                new Limit("button with a link", linked(SITE), linked(""), "google-business.button-link"),
                new Limit("link is an address", linked(SITE), linked("moss"), "google-business.address"),
                new Limit(
                        "link of the web",
                        linked("http://example.com"),
                        linked("ftp://example.com"),
                        "google-business.address"),
                new Limit("redeemed on the web", redeemed(SITE), redeemed("tel:600700800"), "google-business.address"),
                new Limit("schedule", ending("2026-12-24T18:01"), ending(""), "google-business.time"));
    }

    private Delivery event(String title) {
        return delivery("event", title, "Come", List.of(), dates());
    }

    private Delivery ending(String end) {
        var some = dates();
        some.endsAt = end;
        return delivery("event", "Moss", "Come", List.of(), some);
    }

    private Delivery linked(String link) {
        var some = new Some();
        some.button = Button.BOOK;
        some.link = link;
        return update("Moss", some);
    }

    private Delivery redeemed(String link) {
        return offer(some -> some.redeemLink = link);
    }

    @Test
    void whatGooglePublishesLaterIsPublishedAfterItWasHandedOver() {
        var some = new Some();
        some.publishAt = "2026-12-01T09:00:01Z";
        taken(update("Moss", some));
        some.publishAt = stage.now().truncatedTo(ChronoUnit.SECONDS).toString();
        assertThat(errors(update("Moss", some))).containsExactly("google-business.publish-at-early");
        refused(update("Moss", some), "invalid");
    }

    /** Google's reference wants 250 pixels; the planner keeps to the 400x300 of the help page. */
    @Test
    void aPhotoHasFourHundredByThreeHundredPixels() {
        taken(pictured(files.jpeg(400, 300, SMALLEST)));
        assertThat(errors(pictured(files.jpeg(399, 300, SMALLEST)))).containsExactly("media.width");
        assertThat(errors(pictured(files.jpeg(400, 299, SMALLEST)))).containsExactly("media.height");
        refused(pictured(files.jpeg(400, 249, SMALLEST)), "invalid");
    }

    @Test
    void aPostHasOnePhotoAndNoVideo() {
        var photo = files.jpeg(400, 300, SMALLEST);
        var film = files.video(640, 360, Duration.ofSeconds(5));

        assertThat(errors(delivery("standard", "", "Moss", List.of(photo, photo), new Some())))
                .containsExactly("media.too-many");
        assertThat(errors(pictured(film))).containsExactly("media.mix");
        assertThat(errors(delivery("alert", "", "Moss", List.of(photo), alert())))
                .containsExactly("media.mix");
    }

    @ParameterizedTest
    @EnumSource(
            value = Button.class,
            mode = Mode.EXCLUDE,
            names = {"NONE", "CALL"})
    void everyButtonButTheCallNeedsALink(Button button) {
        var some = new Some();
        some.button = button;
        assertThat(errors(update("Moss", some))).containsExactly("google-business.button-link");
        some.link = SITE;
        taken(update("Moss", some));
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void aCallHasNoLink() {
        var some = new Some();
        some.button = Button.CALL;
        taken(update("Moss", some));
        some.link = SITE;
        assertThat(errors(update("Moss", some))).containsExactly("google-business.call-link");
    }

    @Test
    void aLinkWithoutAButtonIsNotShown() {
        var some = new Some();
        some.link = SITE;

        assertThat(findings(update("Moss", some), Severity.WARNING)).containsExactly("google-business.link-unused");
        assertThat(errors(update("Moss", some))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Call +48 600 700 800", "tel. 12 345 67 89 00", "(600)-700-800", "600700800"})
    void whatLooksLikeAPhoneNumberIsWarnedOf(String text) {
        assertThat(findings(update(text, new Some()), Severity.WARNING)).containsExactly("google-business.phone");
        refused(update(text, new Some()), "policy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From 10 to 18, 7 days a week",
                "Only 12 345 zł",
                "24.12.2026",
                "https://example.com/123456789012"
            })
    void otherNumbersAreNot(String text) {
        assertThat(findings(update(text, new Some()), Severity.WARNING)).isEmpty();
    }

    @Test
    void anOfferNeedsItsTimeAndAGoodLink() {
        assertThat(errors(offer(some -> some.startsAt = "tomorrow"))).containsExactly("google-business.time");
        assertThat(errors(offer(some -> some.redeemLink = "moss"))).containsExactly("google-business.address");
        refused(offer(some -> some.redeemLink = "moss"), "invalid");
        taken(offer(some -> {}));
    }

    private Delivery offer(Consumer<Some> change) {
        var some = dates();
        change.accept(some);
        return delivery("offer", "Moss for less", "This week", List.of(), some);
    }

    @Test
    void whatRepeatsSaysHowAndUntilWhen() {
        assertThat(errors(repeating(Repeat.DAILY, "", List.of()))).containsExactly("google-business.repeat-until");
        assertThat(errors(repeating(Repeat.WEEKLY, "2027-01-31T00:00:00Z", List.of())))
                .containsExactly("google-business.repeat-days");
        assertThat(errors(repeating(Repeat.MONTHLY, "2027-01-31T00:00:00Z", List.of())))
                .containsExactly("google-business.repeat-day-of-month");
        refused(repeating(Repeat.WEEKLY, "2027-01-31T00:00:00Z", List.of()), "invalid");
        taken(repeating(Repeat.DAILY, "2027-01-31T00:00:00Z", List.of()));
        taken(repeating(Repeat.WEEKLY, "2027-01-31T00:00:00Z", List.of(Day.SUNDAY, Day.MONDAY)));
        var monthly = dates();
        monthly.repeat = Repeat.MONTHLY;
        monthly.repeatUntil = "2027-12-31T00:00:00Z";
        monthly.repeatDayOfMonth = 24;
        taken(delivery("event", "Moss", "Come", List.of(), monthly));
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void whatIsSaidOfARepetitionThatIsNoneIsNotPassedOver() {
        var unused = "google-business.repeat-unused";
        var until = "2027-01-31T00:00:00Z";

        assertThat(errors(repeating(Repeat.NEVER, until, List.of()))).containsExactly(unused);
        assertThat(errors(repeating(Repeat.NEVER, "", List.of(Day.MONDAY)))).containsExactly(unused);
        assertThat(errors(repeating(Repeat.DAILY, until, List.of(Day.MONDAY)))).containsExactly(unused);
        var weekly = dates();
        weekly.repeat = Repeat.WEEKLY;
        weekly.repeatUntil = until;
        weekly.repeatDays = List.of(Day.MONDAY);
        weekly.repeatDayOfMonth = 24;
        assertThat(errors(delivery("event", "Moss", "Come", List.of(), weekly))).containsExactly(unused);
    }

    private Delivery repeating(Repeat repeat, String until, List<Day> days) {
        var some = dates();
        some.repeat = repeat;
        some.repeatUntil = until;
        some.repeatDays = days;
        return delivery("event", "Moss", "Come", List.of(), some);
    }

    private static Some alert() {
        var some = new Some();
        some.knowAlerts = true;
        return some;
    }

    @Test
    void anAlertIsForThoseWhoKnowWhatItIs() {
        var unaware = delivery("alert", "", "Masks", List.of(), new Some());

        assertThat(errors(unaware)).containsExactly("google-business.know-alerts");
        assertThat(findings(delivery("alert", "", "Masks", List.of(), alert()), Severity.WARNING))
                .containsExactly("google-business.alert");
        stage.site().alerts(false);
        refused(delivery("alert", "", "Masks", List.of(), alert()), "invalid");
    }

    @Test
    void timesAndLanguagesAreChecked() {
        var some = new Some();
        some.publishAt = "2026-12-24T18:00";
        assertThat(errors(update("Moss", some))).containsExactly("google-business.publish-at");
        refused(update("Moss", some), "publish-at");
        some.publishAt = "2026-12-01T09:00:00Z";
        assertThat(errors(update("Moss", some))).containsExactly("google-business.publish-at-early");
        some.publishAt = "";
        some.language = "polish language";
        assertThat(errors(update("Moss", some))).containsExactly("google-business.language");
        refused(update("Moss", some), "invalid");
    }
}
