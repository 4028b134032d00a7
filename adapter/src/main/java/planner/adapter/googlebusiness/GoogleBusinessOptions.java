package planner.adapter.googlebusiness;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Option;

/** What a person sets for a post of a location. Times are the location's own wall time, without a zone. */
record GoogleBusinessOptions(
        @Option(
                formats = {
                    GoogleBusinessCapabilities.STANDARD,
                    GoogleBusinessCapabilities.EVENT,
                    GoogleBusinessCapabilities.ALERT
                },
                initial = "\"NONE\"")
        @Nullable
        Button button,

        @Option(
                formats = {
                    GoogleBusinessCapabilities.STANDARD,
                    GoogleBusinessCapabilities.EVENT,
                    GoogleBusinessCapabilities.ALERT
                },
                max = GoogleBusinessCapabilities.LINK)
        @Nullable
        String link,

        @Option(max = 35) @Nullable String language,

        @Option(max = 40, time = Option.Time.MOMENT) @Nullable
        String publishAt,

        @Option(
                formats = {GoogleBusinessCapabilities.EVENT, GoogleBusinessCapabilities.OFFER},
                max = 16,
                time = Option.Time.WALL)
        @Nullable
        String startsAt,

        @Option(
                formats = {GoogleBusinessCapabilities.EVENT, GoogleBusinessCapabilities.OFFER},
                max = 16,
                time = Option.Time.WALL)
        @Nullable
        String endsAt,

        @Option(formats = GoogleBusinessCapabilities.EVENT, initial = "\"NEVER\"") @Nullable
        Repeat repeat,

        @Option(formats = GoogleBusinessCapabilities.EVENT, max = 40, time = Option.Time.MOMENT) @Nullable
        String repeatUntil,

        @Option(formats = GoogleBusinessCapabilities.EVENT, max = 7) @Nullable
        List<Day> repeatDays,

        @Option(formats = GoogleBusinessCapabilities.EVENT, min = 1, max = 31) @Nullable
        Integer repeatDayOfMonth,

        @Option(formats = GoogleBusinessCapabilities.OFFER, max = GoogleBusinessCapabilities.COUPON) @Nullable
        String coupon,

        @Option(formats = GoogleBusinessCapabilities.OFFER, max = GoogleBusinessCapabilities.LINK) @Nullable
        String redeemLink,

        @Option(formats = GoogleBusinessCapabilities.OFFER, max = GoogleBusinessCapabilities.TERMS) @Nullable
        String terms,

        @Option(formats = GoogleBusinessCapabilities.ALERT, initial = "false") @Nullable
        Boolean knowAlerts)
        implements Delivery.Options {

    enum Button {
        NONE,
        BOOK,
        ORDER,
        SHOP,
        LEARN_MORE,
        SIGN_UP,
        CALL
    }

    enum Repeat {
        NEVER,
        DAILY,
        WEEKLY,
        MONTHLY
    }

    enum Day {
        MONDAY,
        TUESDAY,
        WEDNESDAY,
        THURSDAY,
        FRIDAY,
        SATURDAY,
        SUNDAY
    }

    static GoogleBusinessOptions of(Delivery delivery) {
        return (GoogleBusinessOptions) delivery.options();
    }

    Button buttonOrNone() {
        return button == null ? Button.NONE : button;
    }

    Repeat repeatOrNever() {
        return repeat == null ? Repeat.NEVER : repeat;
    }

    List<Day> repeatDaysOrNone() {
        return repeatDays == null
                ? List.of()
                : repeatDays.stream().distinct().sorted().toList();
    }

    static String stripped(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
