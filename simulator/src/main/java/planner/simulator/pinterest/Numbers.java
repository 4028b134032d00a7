package planner.simulator.pinterest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people did with a pin: more with every minute, less of everything than of looking at it. */
final class Numbers {
    private static final int REACH_DAYS = 90;
    private static final Set<String> OF_ALL = Set.of(
            "IMPRESSION",
            "OUTBOUND_CLICK",
            "PIN_CLICK",
            "SAVE",
            "SAVE_RATE",
            "TOTAL_COMMENTS",
            "TOTAL_REACTIONS",
            "USER_FOLLOW",
            "PROFILE_VISIT");
    private static final Set<String> OF_VIDEOS = Set.of(
            "IMPRESSION",
            "OUTBOUND_CLICK",
            "PIN_CLICK",
            "SAVE",
            "SAVE_RATE",
            "VIDEO_MRC_VIEW",
            "VIDEO_10S_VIEW",
            "QUARTILE_95_PERCENT_VIEW",
            "VIDEO_V50_WATCH_TIME",
            "VIDEO_START",
            "VIDEO_AVG_WATCH_TIME",
            "TOTAL_COMMENTS",
            "TOTAL_REACTIONS");
    private static final Set<String> ASKED =
            Set.of("start_date", "end_date", "metric_types", "app_types", "split_field");

    private final Clock clock;

    Numbers(Clock clock) {
        this.clock = clock;
    }

    static long seen(Pin pin, Instant now) {
        long minutes = Math.max(0, Duration.between(pin.created(), now).toMinutes());
        return 12 + minutes * 3 + Math.floorMod(pin.id().hashCode(), 40);
    }

    /** Saves stand in the analytics only. */
    static Map<String, Object> metrics(Pin pin, Instant now) {
        long seen = seen(pin, now);
        Map<String, Object> window = new LinkedHashMap<>();
        window.put("pin_click", seen / 9);
        window.put("impression", seen);
        window.put("clickthrough", seen / 30);
        Map<String, Object> lifetime = new LinkedHashMap<>(window);
        lifetime.put("reaction", seen / 20);
        lifetime.put("comment", seen / 200);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("90d", window);
        all.put("lifetime_metrics", lifetime);
        return all;
    }

    Map<String, Object> analytics(Pin pin, Map<String, String> query) {
        for (String name : query.keySet()) {
            if (!ASKED.contains(name)) {
                throw ApiError.wrong("unknown parameter " + name);
            }
        }
        LocalDate from = date(query, "start_date");
        LocalDate to = date(query, "end_date");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (from.isBefore(today.minusDays(REACH_DAYS)) || to.isBefore(from) || to.isAfter(from.plusDays(REACH_DAYS))) {
            throw ApiError.wrong("start_date cannot be more than 90 days back, end_date not more than 90 days after");
        }
        List<String> wanted =
                Arrays.asList(query.getOrDefault("metric_types", "").split(","));
        Set<String> known = Views.video(pin) ? OF_VIDEOS : OF_ALL;
        if (!known.containsAll(wanted)) {
            throw ApiError.wrong("metric_types of this pin are " + known);
        }
        long seen = seen(pin, clock.instant());
        Map<String, Object> summary = new LinkedHashMap<>();
        wanted.stream().filter(it -> !it.startsWith("TOTAL_")).forEach(it -> summary.put(it, value(it, seen)));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("daily_metrics", daily(from, to, summary));
        all.put("lifetime_metrics", Map.of("TOTAL_COMMENTS", seen / 200, "TOTAL_REACTIONS", seen / 20));
        all.put("summary_metrics", summary);
        return Map.of("all", all);
    }

    private static LocalDate date(Map<String, String> query, String name) {
        try {
            return LocalDate.parse(query.getOrDefault(name, ""));
        } catch (DateTimeParseException e) {
            throw ApiError.wrong(name + " must be YYYY-MM-DD");
        }
    }

    private static Object value(String metric, long seen) {
        return switch (metric) {
            case "IMPRESSION" -> seen;
            case "OUTBOUND_CLICK" -> seen / 30;
            case "PIN_CLICK" -> seen / 9;
            case "SAVE" -> seen / 12;
            case "SAVE_RATE" -> 0.08;
            case "VIDEO_MRC_VIEW", "VIDEO_START" -> seen / 2;
            default -> seen / 50;
        };
    }

    /** Everything is told of the last day; the days before have not been counted yet. */
    private static List<Map<String, Object>> daily(LocalDate from, LocalDate to, Map<String, Object> summary) {
        List<Map<String, Object>> days = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("date", day.toString());
            one.put("data_status", day.equals(to) ? "ESTIMATE" : "PROCESSING");
            if (day.equals(to)) {
                one.put("metrics", summary);
            }
            days.add(one);
        }
        return days;
    }
}
