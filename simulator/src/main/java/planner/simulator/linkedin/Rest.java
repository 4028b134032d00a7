package planner.simulator.linkedin;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.World;

/** The door of api.linkedin.com: token, version, quotas, then the resource. */
final class Rest {
    private static final Map<String, LocalDate> SUNSETS = Map.of(
            "202510", LocalDate.of(2026, 10, 15),
            "202511", LocalDate.of(2026, 11, 16),
            "202601", LocalDate.of(2027, 1, 15),
            "202602", LocalDate.of(2027, 2, 15),
            "202603", LocalDate.of(2027, 3, 16));

    private final World world;
    private final String web;
    private final OAuth oauth;
    private final Assets assets;
    private final Posts posts;
    private final Social social;
    private final Quotas quotas;

    Rest(World world, String web, OAuth oauth, Assets assets, Posts posts, Social social) {
        this.world = world;
        this.web = web;
        this.oauth = oauth;
        this.assets = assets;
        this.posts = posts;
        this.social = social;
        quotas = new Quotas(world.clock());
    }

    /** @param path behind the host */
    Answer answer(Ask ask, List<String> path) {
        try {
            Caller caller = oauth.caller(ask);
            if (!path.isEmpty() && path.getFirst().equals("v2")) {
                return identity(ask, caller, path);
            }
            if (path.size() < 2 || !path.getFirst().equals("rest")) {
                throw unknown(ask);
            }
            headers(ask);
            quotas.spend(caller);
            return resource(ask, caller, path.subList(1, path.size()));
        } catch (ApiError e) {
            if (e.violation()) {
                world.journal().violation("linkedin", ask, e.text());
            }
            return e.answer();
        }
    }

    private void headers(Ask ask) {
        String version = ask.header("linkedin-version").orElse("");
        if (version.isEmpty()) {
            throw ApiError.wrong(400, "VERSION_MISSING", "A version must be present. Please specify a version");
        }
        LocalDate today = world.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
        boolean known = version.matches("20\\d{2}(0[1-9]|1[0-2])");
        boolean born = known && !month(version).isAfter(YearMonth.from(today));
        LocalDate end = known
                ? SUNSETS.getOrDefault(version, month(version).plusMonths(12).atDay(15))
                : today;
        if (!born || !today.isBefore(end)) {
            throw ApiError.of(426, "NONEXISTENT_VERSION", "Requested version " + version + " is not active");
        }
        if (!ask.header("x-restli-protocol-version").orElse("").equals("2.0.0")) {
            throw ApiError.wrong(400, "ILLEGAL_ARGUMENT", "X-Restli-Protocol-Version must be 2.0.0");
        }
    }

    private static YearMonth month(String version) {
        return YearMonth.of(Integer.parseInt(version.substring(0, 4)), Integer.parseInt(version.substring(4)));
    }

    private Answer identity(Ask ask, Caller caller, List<String> path) {
        People.Member member = caller.member();
        Map<String, Object> answer = new LinkedHashMap<>();
        switch (ask.method() + " " + String.join("/", path)) {
            case "GET v2/userinfo" -> {
                caller.need("userinfo.GET.NO_VERSION", "openid");
                answer.put("sub", member.id());
                answer.put("name", member.name());
                answer.put("given_name", member.first());
                answer.put("family_name", member.last());
                answer.put("picture", web + "/avatar/" + member.urn());
                answer.put("locale", Map.of("country", "PL", "language", "pl"));
            }
            case "GET v2/me" -> {
                caller.need("me.GET.NO_VERSION", "r_basicprofile");
                answer.put("id", member.id());
                answer.put("localizedFirstName", member.first());
                answer.put("localizedLastName", member.last());
                answer.put("localizedHeadline", member.headline());
                answer.put("vanityName", member.vanity());
            }
            default -> throw unknown(ask);
        }
        return Answer.json(200, answer);
    }

    private static ApiError unknown(Ask ask) {
        return ApiError.wrong(404, "RESOURCE_NOT_FOUND", "No virtual resource found for " + ask.path());
    }

    private Answer resource(Ask ask, Caller caller, List<String> path) {
        String call = ask.method() + " " + path.getFirst() + (path.size() > 1 ? "/+" : "")
                + (path.size() > 2 ? "/" + path.getLast() : "");
        String id = path.size() > 1 ? path.get(1) : "";
        return switch (call) {
            case "GET organizationAcls" -> roles(ask, caller);
            case "GET organizations/+" -> organization(ask, caller, id);
            case "POST images" -> initialized(ask, caller, Asset.IMAGE);
            case "POST documents" -> initialized(ask, caller, Asset.DOCUMENT);
            case "POST videos" ->
                "finalizeUpload".equals(ask.query().get("action"))
                        ? assets.finish(only(ask, "action"), caller)
                        : initialized(ask, caller, Asset.VIDEO);
            case "GET images/+" -> assets.read(caller, Asset.IMAGE, id);
            case "GET documents/+" -> assets.read(caller, Asset.DOCUMENT, id);
            case "GET videos/+" -> assets.read(caller, Asset.VIDEO, id);
            case "POST posts" -> posts.create(only(ask), caller);
            case "GET posts" -> posts.byAuthor(finder(ask, "author", "author", "count", "start", "sortBy"), caller);
            case "GET posts/+" -> posts.read(caller, id);
            case "POST socialActions/+/comments" -> social.comment(only(ask), caller, id);
            case "GET socialActions/+/comments" -> social.comments(caller, id);
            case "GET socialActions/+" -> social.summary(caller, id);
            case "GET organizationalEntityShareStatistics" ->
                social.statistics(
                        finder(ask, "organizationalEntity", "organizationalEntity", "shares", "ugcPosts"), caller);
            case "GET networkSizes/+" -> social.followers(caller, only(ask, "edgeType"), id);
            case "GET memberCreatorPostAnalytics" ->
                social.analytics(finder(ask, "entity", "entity", "queryType", "aggregation"), caller);
            case "GET memberFollowersCount" -> {
                finder(ask, "me");
                yield social.memberFollowers(caller);
            }
            default -> throw unknown(ask);
        };
    }

    private Answer initialized(Ask ask, Caller caller, String kind) {
        if (!"initializeUpload".equals(ask.query().get("action"))) {
            throw ApiError.wrong(400, "ILLEGAL_ARGUMENT", "action");
        }
        return assets.initialize(only(ask, "action"), caller, kind);
    }

    private static Ask only(Ask ask, String... names) {
        for (String name : ask.query().keySet()) {
            if (!Set.of(names).contains(name)) {
                throw ApiError.wrong(400, "ILLEGAL_ARGUMENT", "Query parameter " + name + " is not allowed");
            }
        }
        return ask;
    }

    private static Ask finder(Ask ask, String finder, String... names) {
        if (!finder.equals(ask.query().get("q"))) {
            throw ApiError.wrong(400, "ILLEGAL_ARGUMENT", "q must be " + finder);
        }
        String[] all = Arrays.copyOf(names, names.length + 1);
        all[names.length] = "q";
        return only(ask, all);
    }

    private static Answer roles(Ask ask, Caller caller) {
        caller.need("organizationAcls.FINDER-roleAssignee", "rw_organization_admin", "r_organization_admin");
        Map<String, String> query =
                finder(ask, "roleAssignee", "state", "role", "start", "count").query();
        List<People.Role> all = People.ROLES.stream()
                .filter(it -> it.member().equals(caller.member().id()))
                .filter(it -> it.state().equals(query.getOrDefault("state", it.state())))
                .filter(it -> it.role().equals(query.getOrDefault("role", it.role())))
                .toList();
        int start = Integer.parseInt(query.getOrDefault("start", "0"));
        int count = Integer.parseInt(query.getOrDefault("count", "10"));
        List<Map<String, String>> elements = all.stream()
                .skip(start)
                .limit(count)
                .map(it -> Map.of(
                        "organization", People.ORGANIZATION + it.organization(),
                        "role", it.role(),
                        "roleAssignee", caller.member().urn(),
                        "state", it.state()))
                .toList();
        return Answer.json(
                200,
                Map.of(
                        "paging",
                        Map.of("start", start, "count", count, "links", List.of(), "total", all.size()),
                        "elements",
                        elements));
    }

    private static Answer organization(Ask ask, Caller caller, String id) {
        only(ask);
        caller.need("organizations.GET.NO_VERSION", "rw_organization_admin", "r_organization_admin");
        return People.organization(People.ORGANIZATION + id)
                .map(it -> Answer.json(
                        200,
                        Map.of(
                                "id", Long.parseLong(id),
                                "$URN", it.urn(),
                                "localizedName", it.name(),
                                "vanityName", it.vanity(),
                                "logoV2", Map.of("original", "urn:li:digitalmediaAsset:C4D0BAQ" + id))))
                .orElseThrow(() -> ApiError.of(404, "NOT_FOUND", "no such organization"));
    }
}
