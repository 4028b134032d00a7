package planner.adapter.googlebusiness;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.adapter.googlebusiness.GoogleBusinessOptions.Repeat;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.MediaKind;

/** What no table of limits can say. */
final class GoogleBusinessRules {
    private static final String LINK = "options.link";

    /** Google rejects posts with a phone number in their text; what looks like one is warned of. */
    private static final Pattern PHONE = Pattern.compile("(?<![\\w/])\\+?\\d(?:[ .()-]{0,2}\\d){8,14}(?!\\w)");

    private static final double SLIGHTLY = 0.02;

    private final Delivery delivery;
    private final GoogleBusinessOptions options;
    private final List<Finding> findings = new ArrayList<>();

    private GoogleBusinessRules(Delivery delivery) {
        this.delivery = delivery;
        this.options = GoogleBusinessOptions.of(delivery);
    }

    static List<Finding> check(Delivery delivery) {
        var rules = new GoogleBusinessRules(delivery);
        rules.words();
        rules.photo();
        rules.release();
        switch (delivery.format()) {
            case GoogleBusinessCapabilities.EVENT -> {
                rules.button();
                rules.schedule();
                rules.repetition();
            }
            case GoogleBusinessCapabilities.OFFER -> {
                rules.schedule();
                rules.address("options.redeemLink", rules.options.redeemLink());
            }
            case GoogleBusinessCapabilities.ALERT -> {
                rules.button();
                rules.alert();
            }
            default -> rules.button();
        }
        return List.copyOf(rules.findings);
    }

    private void error(String rule, String field, Object limit, Object actual) {
        findings.add(Finding.error("google-business." + rule, field, "" + limit, "" + actual));
    }

    private void warning(String rule, String field) {
        findings.add(Finding.warning("google-business." + rule, field, "", ""));
    }

    private void words() {
        if (PHONE.matcher(delivery.text()).find()) {
            warning("phone", "text");
        }
        if (PHONE.matcher(delivery.title()).find()) {
            warning("phone", "title");
        }
        var language = GoogleBusinessOptions.stripped(options.language());
        if (!language.isEmpty() && !isLanguage(language)) {
            error("language", "options.language", "pl, en-US", language);
        }
    }

    private static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private void photo() {
        for (int i = 0; i < delivery.media().size(); i++) {
            var medium = delivery.media().get(i);
            long bytes = medium.bytes();
            if (medium.kind() == MediaKind.IMAGE && bytes < GoogleBusinessCapabilities.SMALLEST_PHOTO) {
                findings.add(new Finding(
                        Severity.ERROR,
                        "google-business.photo-small",
                        "media",
                        0,
                        i,
                        "" + GoogleBusinessCapabilities.SMALLEST_PHOTO,
                        "" + bytes));
            }
            boolean small = medium.width() < GoogleBusinessCapabilities.ADVISED_WIDTH;
            double off = Math.abs(medium.aspect() / GoogleBusinessCapabilities.ADVISED_ASPECT - 1);
            if (medium.kind() == MediaKind.IMAGE && (small || off > SLIGHTLY)) {
                findings.add(new Finding(
                        Severity.INFO,
                        "google-business.photo-advised",
                        "media",
                        0,
                        i,
                        "1200 × 900",
                        medium.width() + " × " + medium.height()));
            }
        }
    }

    private void release() {
        var text = GoogleBusinessOptions.stripped(options.publishAt());
        if (!text.isEmpty()) {
            var release = instant(text);
            if (release.isEmpty()) {
                error("publish-at", "options.publishAt", "2026-12-24T18:00:00+01:00", text);
            } else if (!release.get().isAfter(delivery.scheduledAt())) {
                error("publish-at-early", "options.publishAt", delivery.scheduledAt(), text);
            }
        }
    }

    private void button() {
        var link = GoogleBusinessOptions.stripped(options.link());
        switch (options.buttonOrNone()) {
            case NONE -> {
                if (!link.isEmpty()) {
                    warning("link-unused", LINK);
                }
            }
            case CALL -> {
                if (!link.isEmpty()) {
                    error("call-link", LINK, "", link);
                }
            }
            case BOOK, ORDER, SHOP, LEARN_MORE, SIGN_UP -> {
                if (link.isEmpty()) {
                    error("button-link", LINK, "", "");
                } else {
                    address(LINK, link);
                }
            }
        }
    }

    private void address(String field, @Nullable String text) {
        var address = GoogleBusinessOptions.stripped(text);
        if (!address.isEmpty() && !isAddress(address)) {
            error("address", field, "https://example.com", address);
        }
    }

    private static boolean isAddress(String text) {
        try {
            var uri = URI.create(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void schedule() {
        var start = time("startsAt", options.startsAt());
        var end = time("endsAt", options.endsAt());
        if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            error("ends-early", "options.endsAt", start.get(), end.get());
        }
    }

    private Optional<LocalDateTime> time(String option, @Nullable String text) {
        var time = wallTime(text);
        if (time.isEmpty()) {
            error("time", "options." + option, "2026-12-24T18:00", GoogleBusinessOptions.stripped(text));
        }
        return time;
    }

    private void repetition() {
        var repeat = options.repeatOrNever();
        var until = GoogleBusinessOptions.stripped(options.repeatUntil());
        unused(repeat == Repeat.NEVER && !until.isEmpty(), "repeatUntil");
        unused(repeat != Repeat.WEEKLY && !options.repeatDaysOrNone().isEmpty(), "repeatDays");
        unused(repeat != Repeat.MONTHLY && options.repeatDayOfMonth() != null, "repeatDayOfMonth");
        if (repeat == Repeat.NEVER) {
            return;
        }
        if (instant(until).isEmpty()) {
            error("repeat-until", "options.repeatUntil", "2026-12-24T18:00:00+01:00", until);
        }
        if (repeat == Repeat.WEEKLY && options.repeatDaysOrNone().isEmpty()) {
            error("repeat-days", "options.repeatDays", "", "");
        }
        if (repeat == Repeat.MONTHLY && options.repeatDayOfMonth() == null) {
            error("repeat-day-of-month", "options.repeatDayOfMonth", "1-31", "");
        }
    }

    /** Whoever said when it comes again believes that it does. */
    private void unused(boolean given, String option) {
        if (given) {
            error("repeat-unused", "options." + option, "", "");
        }
    }

    private void alert() {
        warning("alert", "format");
        if (!Boolean.TRUE.equals(options.knowAlerts())) {
            error("know-alerts", "options.knowAlerts", "", "");
        }
    }

    /** The instant of {@code 2026-12-24T18:00:00+01:00}; empty when it is none. */
    static Optional<Instant> instant(@Nullable String text) {
        try {
            var stripped = GoogleBusinessOptions.stripped(text);
            return stripped.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(stripped).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code 2026-12-24T18:00}, which has no zone: it is where the location is. */
    static Optional<LocalDateTime> wallTime(@Nullable String text) {
        try {
            var stripped = GoogleBusinessOptions.stripped(text);
            return stripped.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(stripped));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
