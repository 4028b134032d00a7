package planner.adapter.googlebusiness;

import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.NetworkException;

/** The endpoints we use, one method each; posts live on the fourth version alone, everything else on the first. */
final class GoogleBusinessApi {
    private static final String JSON = "application/json; charset=UTF-8";
    private static final String FIELDS = "name,title,storeCode,storefrontAddress,metadata";

    private final GoogleBusinessApp app;
    private final Http http;

    GoogleBusinessApi(GoogleBusinessApp app, Http http) {
        this.app = app;
        this.http = http;
    }

    record OwnerAccount(String name) {}

    record AccountPage(
            @Nullable List<OwnerAccount> accounts, @Nullable String nextPageToken) {}

    AccountPage accounts(String page, String token) {
        var call = Call.get(app.accounts().at("accounts")).query(paged("20", page));
        return Json.read(send(call, token), AccountPage.class);
    }

    record Address(@Nullable String locality) {}

    record Metadata(
            @Nullable Boolean hasVoiceOfMerchant, @Nullable String mapsUri) {}

    record Location(
            String name,
            @Nullable String title,
            @Nullable String storeCode,
            @Nullable Address storefrontAddress,
            @Nullable Metadata metadata) {}

    record LocationPage(
            @Nullable List<Location> locations, @Nullable String nextPageToken) {}

    /** @param account for example {@code accounts/123} */
    LocationPage locations(String account, String page, String token) {
        var query = new LinkedHashMap<>(Map.of("readMask", FIELDS));
        query.putAll(paged("100", page));
        var call = Call.get(app.information().at(account + "/locations")).query(query);
        return Json.read(send(call, token), LocationPage.class);
    }

    record Association(@Nullable String category) {}

    record Picture(@Nullable String googleUrl, @Nullable Association locationAssociation) {}

    private record Pictures(@Nullable List<Picture> mediaItems) {}

    /** @param location for example {@code accounts/123/locations/456} */
    List<Picture> pictures(String location, String token) {
        var call = Call.get(posts(location + "/media")).query("pageSize", "100");
        var items = Json.read(send(call, token), Pictures.class).mediaItems();
        return items == null ? List.of() : items;
    }

    record Titled(@Nullable String title) {}

    /** A post as Google has it. */
    record Listed(
            String name,
            @Nullable String summary,
            @Nullable String topicType,
            @Nullable String state,
            @Nullable String createTime,
            @Nullable String searchUrl,
            @Nullable Titled event,
            LocalPost.@Nullable CallToAction callToAction) {}

    Listed create(String location, LocalPost post, String token) {
        var call = Call.post(posts(location + "/localPosts")).body(new Call.Body.Bytes(JSON, Json.bytes(post), ""));
        return Json.read(send(call, token), Listed.class);
    }

    /** @param name for example {@code accounts/123/locations/456/localPosts/789} */
    Listed read(String name, String token) {
        return Json.read(send(Call.get(posts(name)), token), Listed.class);
    }

    private record Posts(@Nullable List<Listed> localPosts) {}

    /** The newest hundred posts of a location. */
    List<Listed> newest(String location, String token) {
        var call = Call.get(posts(location + "/localPosts")).query("pageSize", "100");
        var found = Json.read(send(call, token), Posts.class).localPosts();
        return found == null ? List.of() : found;
    }

    private record Value(@Nullable String value) {}

    private record Series(@Nullable List<Value> datedValues) {}

    private record Metric(
            @Nullable String dailyMetric, @Nullable Series timeSeries) {}

    private record Metrics(@Nullable List<Metric> dailyMetricTimeSeries) {}

    private record Performance(@Nullable List<Metrics> multiDailyMetricTimeSeries) {}

    /** Sums over the days from {@code from} to {@code to}; a metric that Google does not name is absent. */
    Map<String, Long> performance(String location, List<String> metrics, LocalDate from, LocalDate to, String token) {
        var address = app.performance().at(location + ":fetchMultiDailyMetricsTimeSeries");
        var call = Call.get(address);
        for (var metric : metrics) {
            call = call.query("dailyMetrics", metric);
        }
        var range = new LinkedHashMap<String, String>();
        date("startDate", from, range);
        date("endDate", to, range);
        var rows = Json.read(send(call.query(range), token), Performance.class).multiDailyMetricTimeSeries();
        var sums = new LinkedHashMap<String, Long>();
        for (var row : rows == null ? List.<Metrics>of() : rows) {
            for (var metric : row.dailyMetricTimeSeries() == null ? List.<Metric>of() : row.dailyMetricTimeSeries()) {
                if (metric.dailyMetric() != null) {
                    sums.merge(metric.dailyMetric(), sum(metric.timeSeries()), Long::sum);
                }
            }
        }
        return sums;
    }

    private static void date(String name, LocalDate date, Map<String, String> range) {
        range.put("dailyRange." + name + ".year", "" + date.getYear());
        range.put("dailyRange." + name + ".month", "" + date.getMonthValue());
        range.put("dailyRange." + name + ".day", "" + date.getDayOfMonth());
    }

    /** A day without a value had none of it. */
    private static long sum(@Nullable Series series) {
        return series == null || series.datedValues() == null
                ? 0
                : series.datedValues().stream()
                        .flatMap(day -> Optional.ofNullable(day.value()).stream())
                        .filter(value -> value.matches("\\d{1,15}"))
                        .mapToLong(Long::parseLong)
                        .sum();
    }

    private static Map<String, String> paged(String size, String page) {
        var query = new LinkedHashMap<>(Map.of("pageSize", size));
        if (!page.isEmpty()) {
            query.put("pageToken", page);
        }
        return query;
    }

    private URI posts(String path) {
        return app.posts().at(path);
    }

    private Reply send(Call call, String token) {
        var reply = http.send(call.bearer(token));
        if (!reply.ok()) {
            throw new NetworkException(GoogleBusinessFaults.of(reply));
        }
        return reply;
    }
}
