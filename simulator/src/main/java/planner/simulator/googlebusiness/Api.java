package planner.simulator.googlebusiness;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.google.Body;
import planner.simulator.google.GoogleError;
import planner.simulator.google.Identity;
import planner.simulator.google.Query;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The four services that a profile is spread over. */
final class Api {
    static final String SCOPE = "https://www.googleapis.com/auth/business.manage";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int A_MINUTE = 300;
    private static final Set<String> MASK = Set.of(
            "name", "title", "storeCode", "storefrontAddress", "websiteUri", "phoneNumbers", "categories", "metadata");
    private static final Set<String> METRICS = Set.of(
            "BUSINESS_IMPRESSIONS_DESKTOP_MAPS",
            "BUSINESS_IMPRESSIONS_DESKTOP_SEARCH",
            "BUSINESS_IMPRESSIONS_MOBILE_MAPS",
            "BUSINESS_IMPRESSIONS_MOBILE_SEARCH",
            "BUSINESS_CONVERSATIONS",
            "BUSINESS_DIRECTION_REQUESTS",
            "CALL_CLICKS",
            "WEBSITE_CLICKS",
            "BUSINESS_BOOKINGS",
            "BUSINESS_FOOD_ORDERS",
            "BUSINESS_FOOD_MENU_CLICKS");

    private final Clock clock;
    private final Identity identity;
    private final List<Owner> owners;
    private final Reader reader;
    private final UnaryOperator<String> link;
    private final AtomicLong ids;
    private final Deque<Instant> calls = new ArrayDeque<>();
    private volatile boolean approved = true;
    private volatile boolean alerts = true;
    private volatile Duration review = Duration.ofSeconds(40);

    /** @param link address of a path of this network */
    Api(Clock clock, Identity identity, List<Owner> owners, Reader reader, UnaryOperator<String> link) {
        this.clock = clock;
        this.identity = identity;
        this.owners = owners;
        this.reader = reader;
        this.link = link;
        // ids of yesterday do not come again after a restart
        this.ids = new AtomicLong(clock.millis() * 1_000);
    }

    void approved(boolean let) {
        approved = let;
    }

    void reviewTakes(Duration time) {
        review = time;
    }

    void alerts(boolean taken) {
        alerts = taken;
    }

    Answer answer(Ask ask, List<String> path) {
        Identity.Grant grant = identity.grant(ask);
        budget();
        grant.needs("mybusiness.googleapis.com", SCOPE);
        Owner owner = owners.stream()
                .filter(it -> it.id().equals(grant.person()))
                .findFirst()
                .orElseThrow();
        String rest = String.join("/", path.subList(1, path.size()));
        return switch (path.getFirst()) {
            case "management" -> accounts(ask, owner, rest);
            case "information" -> locations(ask, owner, rest);
            case "performance" -> performance(ask, owner, rest);
            default -> posts(ask, owner, rest);
        };
    }

    private synchronized void budget() {
        Instant now = clock.instant();
        calls.removeIf(it -> !it.isAfter(now.minus(Duration.ofMinutes(1))));
        String limit = approved ? "" + A_MINUTE : "0";
        if (!approved || calls.size() >= A_MINUTE) {
            throw GoogleError.of(
                            429, "", "", "Quota exceeded for quota metric 'Requests' and limit 'Requests per minute'.")
                    .with(GoogleError.errorInfo(
                            "RATE_LIMIT_EXCEEDED", "googleapis.com", Map.of("quota_limit_value", limit)));
        }
        calls.addLast(now);
    }

    private Answer accounts(Ask ask, Owner owner, String path) {
        if (!ask.method().equals("GET") || !path.equals("v1/accounts")) {
            throw GoogleError.unknownPath(path);
        }
        Query query = Query.of(ask, "pageSize", "pageToken");
        int size = query.number("pageSize", 20, 1, 20);
        List<Map<String, Object>> all = owner.accounts().stream()
                .map(it -> Map.<String, Object>of(
                        "name",
                        "accounts/" + it.id(),
                        "accountName",
                        it.name(),
                        "type",
                        it.type(),
                        "role",
                        "PRIMARY_OWNER",
                        "vettedState",
                        "NOT_VETTED"))
                .toList();
        return page("accounts", all, size, query);
    }

    private static Answer page(String name, List<Map<String, Object>> all, int size, Query query) {
        String token = query.text("pageToken");
        if (!token.isEmpty() && !token.matches("p\\d{1,6}")) {
            throw GoogleError.wrong("", "Request contains an invalid argument: pageToken");
        }
        int from = token.isEmpty() ? 0 : Integer.parseInt(token.substring(1));
        Map<String, Object> answer = new LinkedHashMap<>();
        List<Map<String, Object>> some = all.stream().skip(from).limit(size).toList();
        if (!some.isEmpty()) {
            answer.put(name, some);
        }
        if (from + size < all.size()) {
            answer.put("nextPageToken", "p" + (from + size));
        }
        return Answer.json(200, answer);
    }

    private Answer locations(Ask ask, Owner owner, String path) {
        List<String> parts = List.of(path.split("/"));
        boolean known = ask.method().equals("GET")
                && parts.size() == 4
                && parts.get(0).equals("v1")
                && parts.get(1).equals("accounts")
                && parts.get(3).equals("locations");
        if (!known) {
            throw GoogleError.unknownPath(path);
        }
        Owner.Managed account = account(owner, parts.get(2));
        Query query = Query.of(ask, "readMask", "pageSize", "pageToken", "filter", "orderBy");
        query.needs("readMask");
        Set<String> mask = Set.copyOf(query.list("readMask"));
        if (!MASK.containsAll(mask)) {
            throw GoogleError.wrong("", "Request contains an invalid argument: readMask " + mask);
        }
        int size = query.number("pageSize", 10, 1, 100);
        return page(
                "locations",
                account.locations().stream().map(it -> location(it, mask)).toList(),
                size,
                query);
    }

    private static Owner.Managed account(Owner owner, String id) {
        return owner.accounts().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> GoogleError.of(403, "", "", "The caller does not have permission"));
    }

    private Map<String, Object> location(Location location, Set<String> mask) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", location.name());
        all.put("title", location.title);
        all.put("storeCode", "SHOP-" + location.id);
        all.put(
                "storefrontAddress",
                Map.of("regionCode", "PL", "locality", location.city, "addressLines", List.of("Rynek 1")));
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("placeId", "place" + location.id);
        metadata.put("mapsUri", link.apply("/www/" + location.id));
        if (location.voiced) {
            metadata.put("hasVoiceOfMerchant", true);
        }
        all.put("metadata", metadata);
        all.keySet().retainAll(mask);
        return all;
    }

    /** The fourth version. A name without its account is answered by a page, not by JSON. */
    private Answer posts(Ask ask, Owner owner, String path) {
        List<String> parts = List.of(path.split("/"));
        boolean named = parts.size() >= 6
                && parts.get(0).equals("v4")
                && parts.get(1).equals("accounts")
                && parts.get(3).equals("locations");
        if (!named) {
            return Answer.of(
                    404,
                    "text/html; charset=UTF-8",
                    "<html><title>Error 404 (Not Found)</title></html>".getBytes(StandardCharsets.UTF_8));
        }
        Owner.Managed account = account(owner, parts.get(2));
        Location location = account.locations().stream()
                .filter(it -> it.id.equals(parts.get(4)))
                .findFirst()
                .orElseThrow(Api::gone);
        String prefix = "accounts/" + account.id() + "/" + location.name();
        String asked = ask.method() + " " + parts.get(5) + (parts.size() > 6 ? "/*" : "");
        return switch (asked) {
            case "GET media" -> pictures(ask, location, prefix);
            case "POST localPosts" -> created(ask, location, prefix);
            case "GET localPosts" -> {
                Query query = Query.of(ask, "pageSize", "pageToken");
                int size = query.number("pageSize", 20, 1, 100);
                yield page(
                        "localPosts",
                        location.posts().reversed().stream()
                                .map(it -> post(it, prefix))
                                .toList(),
                        size,
                        query);
            }
            case "GET localPosts/*" -> {
                Query.of(ask);
                yield Answer.json(200, post(found(location, parts.get(6)), prefix));
            }
            case "DELETE localPosts/*" -> {
                location.remove(found(location, parts.get(6)));
                yield Answer.json(200, Map.of());
            }
            default -> throw GoogleError.unknownPath(asked);
        };
    }

    private static GoogleError gone() {
        return GoogleError.of(404, "", "", "Requested entity was not found.");
    }

    private static Post found(Location location, String id) {
        return location.posts().stream()
                .filter(it -> it.id.equals(id))
                .findFirst()
                .orElseThrow(Api::gone);
    }

    private Answer pictures(Ask ask, Location location, String prefix) {
        Query.of(ask, "pageSize", "pageToken").number("pageSize", 100, 1, 2_500);
        return Answer.json(
                200,
                Map.of(
                        "mediaItems",
                        List.of(Map.of(
                                "name",
                                prefix + "/media/logo",
                                "mediaFormat",
                                "PHOTO",
                                "locationAssociation",
                                Map.of("category", "LOGO"),
                                "googleUrl",
                                link.apply("/avatar/" + location.id))),
                        "totalMediaItemCount",
                        1));
    }

    private Answer created(Ask ask, Location location, String prefix) {
        Query.of(ask);
        if (!location.voiced) {
            throw GoogleError.of(400, "", "", "OPERATION_UNSUPPORTED_UNDER_ACCOUNT_CONDITION");
        }
        Reader.Read read = reader.read(Body.of(ask), alerts, clock.instant());
        var post = new Post(
                Long.toString(ids.incrementAndGet()),
                read.body().node(),
                clock.instant(),
                review,
                read.release(),
                read.photo());
        location.add(post);
        return Answer.json(200, post(post, prefix));
    }

    private Map<String, Object> post(Post post, String prefix) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", prefix + "/localPosts/" + post.id);
        for (String field : List.of(
                "languageCode",
                "summary",
                "callToAction",
                "event",
                "topicType",
                "alertType",
                "offer",
                "scheduledTime")) {
            if (post.sent.has(field)) {
                all.put(field, shown(field, post));
            }
        }
        all.put("createTime", post.created.toString());
        all.put("updateTime", post.created.toString());
        all.put("state", post.state(clock.instant()));
        all.put("searchUrl", link.apply("/www/post/" + post.id));
        if (post.photo != null) {
            all.put(
                    "media",
                    List.of(Map.of(
                            "name",
                            prefix + "/media/localPosts/" + post.id,
                            "mediaFormat",
                            "PHOTO",
                            "googleUrl",
                            link.apply("/file/" + post.id))));
        }
        return all;
    }

    /** Google stores times without their zeros. */
    private static Object shown(String field, Post post) {
        if (!field.equals("event")) {
            return post.sent.path(field);
        }
        ObjectNode event = (ObjectNode) JSON.readTree(post.sent.path(field).toString());
        for (String which : List.of("startTime", "endTime")) {
            if (event.at("/schedule/" + which) instanceof ObjectNode time) {
                time.properties().stream()
                        .filter(it -> it.getValue().asInt(0) == 0)
                        .map(Map.Entry::getKey)
                        .toList()
                        .forEach(time::remove);
            }
        }
        return event;
    }

    private Answer performance(Ask ask, Owner owner, String path) {
        String tail = ":fetchMultiDailyMetricsTimeSeries";
        Optional<Location> location = owner.accounts().stream()
                .flatMap(it -> it.locations().stream())
                .filter(it -> path.equals("v1/" + it.name() + tail))
                .findFirst();
        if (!ask.method().equals("GET") || location.isEmpty()) {
            throw GoogleError.unknownPath(path);
        }
        Query query = Query.of(
                ask,
                "dailyMetrics",
                "dailyRange.startDate.year",
                "dailyRange.startDate.month",
                "dailyRange.startDate.day",
                "dailyRange.endDate.year",
                "dailyRange.endDate.month",
                "dailyRange.endDate.day");
        LocalDate from = date(query, "startDate");
        LocalDate to = date(query, "endDate");
        List<Map<String, Object>> series = new ArrayList<>();
        for (String pair : ask.rawQuery().split("&")) {
            if (pair.startsWith("dailyMetrics=")) {
                String metric = pair.substring("dailyMetrics=".length());
                if (!METRICS.contains(metric)) {
                    throw GoogleError.wrong("", "Invalid value at 'daily_metrics': " + metric);
                }
                series.add(Map.of("dailyMetric", metric, "timeSeries", Map.of("datedValues", days(metric, from, to))));
            }
        }
        return Answer.json(200, Map.of("multiDailyMetricTimeSeries", List.of(Map.of("dailyMetricTimeSeries", series))));
    }

    private static LocalDate date(Query query, String name) {
        try {
            return LocalDate.of(
                    Integer.parseInt(query.needs("dailyRange." + name + ".year")),
                    Integer.parseInt(query.needs("dailyRange." + name + ".month")),
                    Integer.parseInt(query.needs("dailyRange." + name + ".day")));
        } catch (NumberFormatException | DateTimeException e) {
            throw GoogleError.wrong("", "Request contains an invalid argument: " + name);
        }
    }

    /** Sundays are quiet: a day of nothing has no value at all. */
    private List<Map<String, Object>> days(String metric, LocalDate from, LocalDate to) {
        List<Map<String, Object>> days = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("date", Map.of("year", day.getYear(), "month", day.getMonthValue(), "day", day.getDayOfMonth()));
            if (day.getDayOfWeek().getValue() != 7) {
                one.put("value", "" + (metric.contains("IMPRESSIONS") ? 12 : 2));
            }
            days.add(one);
        }
        return days;
    }
}
