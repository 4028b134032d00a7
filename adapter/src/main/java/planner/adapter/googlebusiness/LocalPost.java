package planner.adapter.googlebusiness;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import planner.adapter.googlebusiness.GoogleBusinessOptions.Button;
import planner.adapter.kit.Given;
import planner.network.Delivery;
import planner.network.MediaFiles;

/** A post as it is created; reference of accounts.locations.localPosts, v4. */
record LocalPost(
        @Nullable String languageCode,
        @Nullable String summary,
        @Nullable CallToAction callToAction,
        @Nullable String scheduledTime,
        @Nullable Event event,
        @Nullable List<MediaItem> media,
        String topicType,
        @Nullable String alertType,
        @Nullable Offer offer) {

    /** The only kind of alert that Google ever had. */
    private static final String COVID = "COVID_19";

    record CallToAction(String actionType, @Nullable String url) {}

    record MediaItem(String mediaFormat, String sourceUrl) {}

    record Date(int year, int month, int day) {}

    /** Zeros must be there: a part that is left out makes the schedule incomplete. */
    record Time(int hours, int minutes, int seconds, int nanos) {}

    record Schedule(Date startDate, Time startTime, Date endDate, Time endTime) {}

    record Weekly(List<GoogleBusinessOptions.Day> daysOfWeek) {}

    record Monthly(@Nullable Integer dayOfMonth) {}

    record Recurrence(
            String seriesEndTime,
            @Nullable Map<String, String> dailyPattern,
            @Nullable Weekly weeklyPattern,
            @Nullable Monthly monthlyPattern) {}

    record Event(String title, Schedule schedule, @Nullable Recurrence recurrenceInfo) {}

    record Offer(
            @Nullable String couponCode,
            @Nullable String redeemOnlineUrl,
            @Nullable String termsConditions) {}

    static LocalPost of(Delivery delivery, MediaFiles files) {
        var options = GoogleBusinessOptions.of(delivery);
        var format = delivery.format();
        boolean offer = format.equals(GoogleBusinessCapabilities.OFFER);
        var photos = delivery.media().stream()
                .map(photo -> new MediaItem("PHOTO", files.publicUrl(photo).toASCIIString()))
                .toList();
        return new LocalPost(
                textOrNull(options.language()),
                textOrNull(delivery.text()),
                offer ? null : action(options),
                Given.understood(options.publishAt(), GoogleBusinessRules.instant(options.publishAt()), "publish-at")
                        .map(Object::toString)
                        .orElse(null),
                offer || format.equals(GoogleBusinessCapabilities.EVENT) ? event(delivery, options) : null,
                photos.isEmpty() ? null : photos,
                format.toUpperCase(Locale.ROOT),
                format.equals(GoogleBusinessCapabilities.ALERT) ? COVID : null,
                offer ? offer(options) : null);
    }

    /** A call goes to the location's own number: an address would be refused. */
    private static @Nullable CallToAction action(GoogleBusinessOptions options) {
        var button = options.buttonOrNone();
        return switch (button) {
            case NONE -> null;
            case CALL -> new CallToAction(button.name(), null);
            case BOOK, ORDER, SHOP, LEARN_MORE, SIGN_UP ->
                new CallToAction(button.name(), GoogleBusinessOptions.stripped(options.link()));
        };
    }

    private static @Nullable Event event(Delivery delivery, GoogleBusinessOptions options) {
        var start = GoogleBusinessRules.wallTime(options.startsAt());
        var end = GoogleBusinessRules.wallTime(options.endsAt());
        if (start.isEmpty() || end.isEmpty()) {
            return null;
        }
        var schedule = new Schedule(date(start.get()), time(start.get()), date(end.get()), time(end.get()));
        boolean repeats = delivery.format().equals(GoogleBusinessCapabilities.EVENT);
        return new Event(delivery.title().strip(), schedule, repeats ? recurrence(options) : null);
    }

    private static @Nullable Recurrence recurrence(GoogleBusinessOptions options) {
        var until = GoogleBusinessRules.instant(options.repeatUntil())
                .map(Object::toString)
                .orElse("");
        return switch (options.repeatOrNever()) {
            case NEVER -> null;
            case DAILY -> new Recurrence(until, Map.of(), null, null);
            case WEEKLY -> new Recurrence(until, null, new Weekly(options.repeatDaysOrNone()), null);
            case MONTHLY -> new Recurrence(until, null, null, new Monthly(options.repeatDayOfMonth()));
        };
    }

    private static Date date(LocalDateTime time) {
        return new Date(time.getYear(), time.getMonthValue(), time.getDayOfMonth());
    }

    private static Time time(LocalDateTime time) {
        return new Time(time.getHour(), time.getMinute(), 0, 0);
    }

    private static @Nullable Offer offer(GoogleBusinessOptions options) {
        var offer =
                new Offer(textOrNull(options.coupon()), textOrNull(options.redeemLink()), textOrNull(options.terms()));
        return offer.equals(new Offer(null, null, null)) ? null : offer;
    }

    /** Whether this is the post that Google lists. */
    boolean same(GoogleBusinessApi.Listed listed) {
        return topicType.equals(listed.topicType())
                && text(summary).equals(text(listed.summary()))
                && title(event).equals(title(listed.event()))
                && button(callToAction).equals(button(listed.callToAction()));
    }

    private static String text(@Nullable String text) {
        return GoogleBusinessOptions.stripped(text).replaceAll("\\s+", " ");
    }

    private static String title(GoogleBusinessApi.@Nullable Titled event) {
        return event == null ? "" : text(event.title());
    }

    private static String title(@Nullable Event event) {
        return event == null ? "" : text(event.title());
    }

    private static String button(@Nullable CallToAction action) {
        return action == null ? Button.NONE.name() : action.actionType() + " " + text(action.url());
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        var stripped = GoogleBusinessOptions.stripped(text);
        return stripped.isEmpty() ? null : stripped;
    }
}
