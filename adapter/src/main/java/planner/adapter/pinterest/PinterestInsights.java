package planner.adapter.pinterest;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import planner.network.Fault;
import planner.network.InsightReader;
import planner.network.NetworkException;
import planner.network.Session;
import tools.jackson.databind.JsonNode;

/**
 * A pin's numbers since it was made. Saves and views of a video stand in the analytics only, which reach 90 days back: of
 * an older pin they are not the whole, and absent.
 */
final class PinterestInsights implements InsightReader {
    private static final int REACH_DAYS = 90;
    private static final Map<String, Metric> LIFETIME = Map.of(
            "impression", Metric.IMPRESSIONS,
            "clickthrough", Metric.CLICKS,
            "reaction", Metric.LIKES,
            "comment", Metric.COMMENTS);
    private static final Map<String, Metric> SUMMED = Map.of("SAVE", Metric.SAVES, "VIDEO_MRC_VIEW", Metric.VIEWS);

    private final PinterestApi api;
    private final Clock clock;

    PinterestInsights(PinterestApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public Map<Metric, Long> ofPost(String remotePostId, Session session) {
        var metrics = new EnumMap<Metric, Long>(Metric.class);
        var token = session.credential().access();
        PinterestApi.Pin pin;
        try {
            pin = api.counted(remotePostId, token);
        } catch (NetworkException e) {
            if (e.fault() instanceof Fault.Rejected(var code, var words) && code.equals(PinterestFaults.PIN_GONE)) {
                return metrics;
            }
            throw e;
        }
        if (pin.metrics() != null) {
            add(metrics, LIFETIME, pin.metrics().path("lifetime_metrics"));
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var made = Lookout.created(pin)
                .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
                .orElse(LocalDate.MIN);
        if (!made.isBefore(today.minusDays(REACH_DAYS)) && !made.isAfter(today)) {
            add(metrics, SUMMED, analytics(pin, made, today, token));
        }
        return metrics;
    }

    /** The analytics are not open to every account; what was read already stays good. */
    private @Nullable JsonNode analytics(PinterestApi.Pin pin, LocalDate from, LocalDate to, String token) {
        boolean video = pin.media() != null && "video".equals(pin.media().type());
        try {
            return api.analytics(pin.id(), from, to, video ? "SAVE,VIDEO_MRC_VIEW" : "SAVE", token);
        } catch (NetworkException e) {
            return switch (e.fault()) {
                case Fault.Rejected rejected -> null;
                case Fault.Busy busy -> null;
                case Fault.Unavailable unavailable -> null;
                case Fault.Expired expired -> throw e;
                case Fault.Revoked revoked -> throw e;
            };
        }
    }

    @Override
    public Map<Metric, Long> ofAccount(Session session) {
        var account = api.account(session.credential().access());
        var metrics = new EnumMap<Metric, Long>(Metric.class);
        put(metrics, Metric.FOLLOWERS, account.followers());
        put(metrics, Metric.FOLLOWING, account.following());
        put(metrics, Metric.POSTS, account.pins());
        return metrics;
    }

    private static void put(Map<Metric, Long> metrics, Metric metric, @Nullable Long value) {
        if (value != null) {
            metrics.put(metric, value);
        }
    }

    private static void add(Map<Metric, Long> metrics, Map<String, Metric> names, @Nullable JsonNode counts) {
        if (counts == null) {
            return;
        }
        names.forEach((name, metric) -> {
            var count = counts.path(name);
            if (count.isNumber()) {
                metrics.put(metric, count.asLong());
            }
        });
    }
}
