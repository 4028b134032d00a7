package planner.adapter.googlebusiness;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.adapter.googlebusiness.GoogleBusinessOptions.Button;
import planner.adapter.googlebusiness.GoogleBusinessOptions.Day;
import planner.adapter.googlebusiness.GoogleBusinessOptions.Repeat;
import planner.network.Delivery.Part;
import planner.network.Media;
import planner.network.NetworkId;

/** Posts for Google Business Profile, and the simulator to put them on. */
public final class GoogleBusinessSamples implements Samples {
    static final String SITE = "https://example.com/moss?a=1&b=2";

    /** Within the life of an access token. */
    private static final Duration SOON = Duration.ofMinutes(45);

    @Override
    public NetworkId network() {
        return GoogleBusiness.ID;
    }

    @Override
    public List<Sample> all() {
        var photo = List.of(TestFiles.FILES.jpeg(1200, 900, ""));
        return List.of(
                titled("standard", "standard", "", "Mech & paproć 🌱", List.of(), new Some().options()),
                titled("standard-photo", "standard", "", "With a photo", photo, linked()),
                titled("standard-call", "standard", "", "Call us", List.of(), calling()),
                titled("standard-release", "standard", "", "Later", List.of(), new Some().options())
                        .timed(due -> released(due.plus(SOON).toString())),
                titled("event", "event", "Evening of moss", "Come and see", photo, dated()),
                titled("event-weekly", "event", "Moss every week", "Come again", List.of(), weekly()),
                titled("offer", "offer", "Moss for less", "This week only", photo, offering()),
                titled("alert", "alert", "", "Masks, please", List.of(), alerting()));
    }

    private static Sample titled(
            String name, String format, String title, String text, List<Media> media, GoogleBusinessOptions options) {
        return new Sample(name, format, title, List.of(new Part(text, media)), options, 1, false);
    }

    private static GoogleBusinessOptions linked() {
        var some = new Some();
        some.button = Button.LEARN_MORE;
        some.link = SITE;
        some.language = "pl";
        return some.options();
    }

    private static GoogleBusinessOptions calling() {
        var some = new Some();
        some.button = Button.CALL;
        return some.options();
    }

    private static GoogleBusinessOptions released(String at) {
        var some = new Some();
        some.publishAt = at;
        return some.options();
    }

    static Some dates() {
        var some = new Some();
        some.startsAt = "2026-12-24T18:00";
        some.endsAt = "2026-12-25T00:00";
        return some;
    }

    private static GoogleBusinessOptions dated() {
        var some = dates();
        some.button = Button.SIGN_UP;
        some.link = SITE;
        return some.options();
    }

    private static GoogleBusinessOptions weekly() {
        var some = dates();
        some.repeat = Repeat.WEEKLY;
        some.repeatUntil = "2027-06-30T18:00:00+02:00";
        some.repeatDays = List.of(Day.THURSDAY, Day.MONDAY);
        return some.options();
    }

    private static GoogleBusinessOptions offering() {
        var some = dates();
        some.coupon = "MOSS-10";
        some.redeemLink = SITE;
        some.terms = "While there is moss.";
        return some.options();
    }

    private static GoogleBusinessOptions alerting() {
        var some = new Some();
        some.knowAlerts = true;
        return some.options();
    }

    /** What most tests leave as it is. */
    static final class Some {
        Button button = Button.NONE;
        String link = "";
        String language = "";
        String publishAt = "";
        String startsAt = "";
        String endsAt = "";
        Repeat repeat = Repeat.NEVER;
        String repeatUntil = "";
        List<Day> repeatDays = List.of();

        @Nullable
        Integer repeatDayOfMonth;

        @Nullable
        String coupon;

        @Nullable
        String redeemLink;

        @Nullable
        String terms;

        boolean knowAlerts;

        GoogleBusinessOptions options() {
            return new GoogleBusinessOptions(
                    button,
                    link,
                    language,
                    publishAt,
                    startsAt,
                    endsAt,
                    repeat,
                    repeatUntil,
                    repeatDays,
                    repeatDayOfMonth,
                    coupon,
                    redeemLink,
                    terms,
                    knowAlerts);
        }
    }

    @Override
    public Stage open() {
        return new Street();
    }

    /** The simulator with its switches in reach. */
    static final class Street extends SimulatorStage {
        Street() {
            super(GoogleBusiness.ID.value());
        }

        planner.simulator.googlebusiness.GoogleBusiness site() {
            return (planner.simulator.googlebusiness.GoogleBusiness) simulator.site(GoogleBusiness.ID.value());
        }

        planner.simulator.Faults faults() {
            return simulator.faults();
        }
    }
}
