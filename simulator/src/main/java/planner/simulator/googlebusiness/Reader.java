package planner.simulator.googlebusiness;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import planner.simulator.google.Body;
import planner.simulator.google.GoogleError;
import planner.simulator.media.MediaHeader;
import planner.simulator.media.MediaShelf;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.media.MediaShelf.NotFetched;

/** Reads a post as the reference of localPosts describes it, and fetches its photo. */
final class Reader {
    private static final int SUMMARY = 1_500;
    private static final int TITLE = 58;
    private static final long LARGEST = 5_000_000;
    private static final long SMALLEST = 10_240;
    private static final int SHORTEST_EDGE = 250;
    private static final Set<String> DAYS =
            Set.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");
    private static final Set<String> WEEKS = Set.of("FIRST", "SECOND", "THIRD", "FOURTH", "LAST");
    /** Where a sandbox lives: there is no https. */
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

    private final MediaShelf shelf;

    Reader(MediaShelf shelf) {
        this.shelf = shelf;
    }

    /** What is known of a post that may be made. */
    record Read(
            Body body, @Nullable Instant release, @Nullable Kept photo) {}

    Read read(Body body, boolean alerts, Instant now) {
        body.knows(
                "languageCode",
                "summary",
                "callToAction",
                "scheduledTime",
                "event",
                "media",
                "topicType",
                "alertType",
                "offer");
        if (!body.has("topicType")) {
            throw Fields.refused(Fields.MISSING, "topic_type", "Topic type is required for post creation.");
        }
        String topic = body.word("topicType", "STANDARD", "EVENT", "OFFER", "ALERT");
        if (body.text("summary").length() > SUMMARY) {
            throw Fields.refused(Fields.OUT_OF_RANGE, "summary", "Must be at most " + SUMMARY + " characters");
        }
        if (!body.text("languageCode").isEmpty()
                && !body.text("languageCode").matches("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")) {
            throw Fields.refused(Fields.OUT_OF_RANGE, "language_code", "Not a language");
        }
        action(body, topic);
        event(body, topic);
        offer(body, topic);
        alert(body, topic, alerts);
        return new Read(body, release(body, now), photo(body));
    }

    private static void action(Body body, String topic) {
        if (!body.has("callToAction")) {
            return;
        }
        if (topic.equals("OFFER")) {
            throw Fields.refused(Fields.OUT_OF_RANGE, "call_to_action", "An offer has a button of its own");
        }
        Body action = body.object("callToAction").knows("actionType", "url");
        String type = action.word("actionType", "", "BOOK", "ORDER", "SHOP", "LEARN_MORE", "SIGN_UP", "CALL");
        if (type.isEmpty()) {
            throw Fields.refused(Fields.MISSING, "call_to_action.action_type", "Action type is required");
        }
        if (type.equals("CALL") == action.has("url")) {
            throw Fields.refused(
                    type.equals("CALL") ? Fields.OUT_OF_RANGE : Fields.MISSING,
                    "call_to_action.url",
                    type.equals("CALL") ? "Url must not be set for CALL" : "Url is required");
        }
        if (action.has("url")) {
            address("call_to_action.url", action.text("url"));
        }
    }

    private static void address(String field, String text) {
        if (web(text).isEmpty()) {
            throw Fields.refused(Fields.OUT_OF_RANGE, field, "Not a web address");
        }
    }

    private static Optional<URI> web(String text) {
        try {
            URI uri = URI.create(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void event(Body body, String topic) {
        boolean wanted = topic.equals("EVENT") || topic.equals("OFFER");
        if (wanted && !body.has("event")) {
            throw Fields.refused(Fields.MISSING, "event", "Event is required for this topic type.");
        }
        if (!body.has("event")) {
            return;
        }
        Body event = body.object("event").knows("title", "schedule", "recurrenceInfo");
        if (event.text("title").isBlank()) {
            throw Fields.refused(Fields.MISSING, "event.title", "Title is required.");
        }
        if (event.text("title").length() > TITLE) {
            throw Fields.refused(Fields.OUT_OF_RANGE, "event.title", "Must be at most " + TITLE + " characters");
        }
        if (!event.has("schedule")) {
            throw Fields.refused(Fields.MISSING, "event.schedule", "Schedule is required.");
        }
        Body schedule = event.object("schedule").knows("startDate", "startTime", "endDate", "endTime");
        LocalDateTime start = moment(schedule, "start");
        if (!moment(schedule, "end").isAfter(start)) {
            throw Fields.refused(Fields.OUT_OF_RANGE, "event.schedule", "The end must be after the start");
        }
        if (event.has("recurrenceInfo")) {
            recurrence(event.object("recurrenceInfo"));
        }
    }

    /** All of it must be there: also a time that is full of zeros. */
    private static LocalDateTime moment(Body schedule, String which) {
        String field = "event.schedule." + which;
        if (!schedule.has(which + "Date") || !schedule.has(which + "Time")) {
            throw Fields.refused(Fields.MISSING, field, "Date and time are required.");
        }
        Body date = schedule.object(which + "Date").knows("year", "month", "day");
        Body time = schedule.object(which + "Time").knows("hours", "minutes", "seconds", "nanos");
        try {
            return LocalDateTime.of(
                    date.number("year"),
                    date.number("month"),
                    date.number("day"),
                    time.number("hours"),
                    time.number("minutes"),
                    time.number("seconds"));
        } catch (DateTimeException e) {
            throw Fields.refused(Fields.OUT_OF_RANGE, field, "Not a date and time");
        }
    }

    private static void recurrence(Body info) {
        info.knows("seriesEndTime", "dailyPattern", "weeklyPattern", "monthlyPattern");
        String field = "event.recurrence_info";
        long patterns = List.of("dailyPattern", "weeklyPattern", "monthlyPattern").stream()
                .filter(info::has)
                .count();
        if (patterns != 1 || time(info.text("seriesEndTime")).isEmpty()) {
            throw Fields.refused(Fields.MISSING, field, "One pattern and the end of the series are required");
        }
        if (info.has("dailyPattern")) {
            info.object("dailyPattern").knows();
        }
        if (info.has("weeklyPattern")) {
            List<String> days = info.object("weeklyPattern").knows("daysOfWeek").texts("daysOfWeek");
            if (days.isEmpty() || !DAYS.containsAll(days)) {
                throw Fields.refused(Fields.OUT_OF_RANGE, field, "Days of the week are required");
            }
        }
        if (info.has("monthlyPattern")) {
            monthly(info.object("monthlyPattern").knows("dayOfMonth", "dayOfWeekOccurrence"), field);
        }
    }

    private static void monthly(Body pattern, String field) {
        int day = pattern.number("dayOfMonth");
        boolean dated = pattern.has("dayOfMonth") && day >= 1 && day <= 31;
        boolean counted = WEEKS.contains(pattern.text("dayOfWeekOccurrence"));
        if (pattern.names().size() != 1 || dated == counted) {
            throw Fields.refused(
                    Fields.OUT_OF_RANGE,
                    field,
                    "A day of the month or an occurrence of the day of the week is required");
        }
    }

    private static void offer(Body body, String topic) {
        if (!body.has("offer")) {
            return;
        }
        if (!topic.equals("OFFER")) {
            throw Fields.refused(Fields.OUT_OF_RANGE, "offer", "Only an offer has one");
        }
        Body offer = body.object("offer").knows("couponCode", "redeemOnlineUrl", "termsConditions");
        if (offer.has("redeemOnlineUrl")) {
            address("offer.redeem_online_url", offer.text("redeemOnlineUrl"));
        }
    }

    private static void alert(Body body, String topic, boolean alerts) {
        if (topic.equals("ALERT") != body.has("alertType")) {
            throw Fields.refused(Fields.MISSING, "alert_type", "Alert type goes with alerts, and with nothing else.");
        }
        if (!topic.equals("ALERT")) {
            return;
        }
        body.word("alertType", "COVID_19");
        if (body.has("media") || body.has("event")) {
            throw Fields.refused(Fields.OUT_OF_RANGE, "alert", "An alert has a summary and a button only");
        }
        if (!alerts) {
            throw Fields.refused(Fields.OUT_OF_RANGE, "topic_type", "Alerts are not available at this time.");
        }
    }

    private static @Nullable Instant release(Body body, Instant now) {
        if (!body.has("scheduledTime")) {
            return null;
        }
        return time(body.text("scheduledTime"))
                .filter(it -> it.isAfter(now))
                .orElseThrow(
                        () -> Fields.refused(Fields.OUT_OF_RANGE, "scheduled_time", "Must be a time in the future"));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private @Nullable Kept photo(Body body) {
        if (!body.has("media")) {
            return null;
        }
        var items = body.node().path("media");
        if (!items.isArray() || items.size() != 1) {
            throw GoogleError.wrong("", "media must be a list of one");
        }
        Body item = new Body(items.get(0), "media[0].").knows("mediaFormat", "sourceUrl");
        if (item.word("mediaFormat", "PHOTO", "VIDEO").equals("VIDEO")) {
            throw GoogleError.of(500, "", "", "Internal error encountered.");
        }
        String source = item.text("sourceUrl");
        try {
            if (web(source).filter(Reader::open).isEmpty()) {
                throw new NotFetched("not a public address");
            }
            return checked(shelf.fetch(source, LARGEST));
        } catch (NotFetched e) {
            throw Fields.refused(Fields.PHOTO, "media.source_url", "Fetching image failed.");
        }
    }

    private static boolean open(URI source) {
        return "https".equals(source.getScheme()) || LOOPBACK.contains(source.getHost());
    }

    private static Kept checked(Kept kept) {
        boolean picture = kept.header().orElse(null) instanceof MediaHeader.Image image
                && !image.several()
                && Set.of("image/jpeg", "image/png").contains(image.type())
                && Math.min(image.width(), image.height()) >= SHORTEST_EDGE;
        if (!picture || kept.size() < SMALLEST || kept.size() > LARGEST) {
            throw Fields.refused(
                    Fields.PHOTO + 1,
                    "media",
                    "A photo must be JPEG or PNG, 10 KB to 5 MB, and at least 250 pixels on its short edge");
        }
        return kept;
    }
}
