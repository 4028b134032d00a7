package planner.adapter.googlebusiness;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import planner.network.InsightReader;
import planner.network.Session;

/** Google counts nothing for a single post any more; a location's numbers are sums of its last thirty days. */
final class GoogleBusinessInsights implements InsightReader {
    private static final List<String> SEEN = List.of(
            "BUSINESS_IMPRESSIONS_DESKTOP_MAPS",
            "BUSINESS_IMPRESSIONS_DESKTOP_SEARCH",
            "BUSINESS_IMPRESSIONS_MOBILE_MAPS",
            "BUSINESS_IMPRESSIONS_MOBILE_SEARCH");
    private static final List<String> CLICKED = List.of("CALL_CLICKS", "WEBSITE_CLICKS");
    private static final int DAYS = 30;

    private final GoogleBusinessApi api;
    private final Clock clock;

    GoogleBusinessInsights(GoogleBusinessApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public Map<Metric, Long> ofPost(String remotePostId, Session session) {
        return Map.of();
    }

    @Override
    public Map<Metric, Long> ofAccount(Session session) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var location = session.account().id().replaceFirst("^accounts/[^/]+/", "");
        var asked = new ArrayList<>(SEEN);
        asked.addAll(CLICKED);
        var sums = api.performance(
                location,
                asked,
                today.minusDays(DAYS),
                today.minusDays(1),
                session.credential().access());
        var metrics = new EnumMap<Metric, Long>(Metric.class);
        put(metrics, Metric.IMPRESSIONS, SEEN, sums);
        put(metrics, Metric.CLICKS, CLICKED, sums);
        return metrics;
    }

    private static void put(Map<Metric, Long> metrics, Metric metric, List<String> names, Map<String, Long> sums) {
        var told = names.stream().filter(sums::containsKey).toList();
        if (!told.isEmpty()) {
            metrics.put(
                    metric,
                    told.stream().mapToLong(name -> sums.getOrDefault(name, 0L)).sum());
        }
    }
}
