package planner.simulator.tiktok;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.World;
import planner.simulator.tiktok.Tokens.Grant;

/** The door of open.tiktokapis.com: every path ends with a slash, every answer carries an error, also a good one. */
final class Api {
    private static final DateTimeFormatter LOG = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final String PUBLISH = "/v2/post/publish/";

    private final Parts parts;
    private final Tokens tokens;
    private final Hosts hosts;
    private final World world;
    private final Consumer<Creator> removed;
    private final AtomicLong calls = new AtomicLong();

    record Parts(OAuth oauth, Publishing publishing, Display display, Uploads uploads, Budgets budgets) {}

    Api(Parts parts, Tokens tokens, Hosts hosts, World world, Consumer<Creator> removed) {
        this.parts = parts;
        this.tokens = tokens;
        this.hosts = hosts;
        this.world = world;
        this.removed = removed;
    }

    Answer answer(Ask ask, String path) {
        try {
            return switch (ask.method() + " " + path) {
                case "POST /v2/oauth/token/" -> Answer.json(200, parts.oauth().token(form(ask)));
                case "POST /v2/oauth/revoke/" -> {
                    parts.oauth().revoke(form(ask), removed);
                    yield Answer.json(200, Map.of());
                }
                default -> Answer.json(200, good(data(ask, path)));
            };
        } catch (ApiError.OAuth e) {
            if (e.violation()) {
                world.journal().violation("tiktok", ask, e.text());
            }
            return Answer.json(400, e.json(log()));
        } catch (ApiError e) {
            if (e.violation()) {
                world.journal().violation("tiktok", ask, e.text());
            }
            return error(e);
        }
    }

    private static Map<String, String> form(Ask ask) {
        if (!ask.type().equals("application/x-www-form-urlencoded")) {
            throw new ApiError.OAuth("invalid_request", "Content-Type must be application/x-www-form-urlencoded", true);
        }
        return ask.form();
    }

    private Object data(Ask ask, String path) {
        Grant grant = tokens.alive(ask.bearer().orElse(""));
        Creator creator = grant.creator();
        Set<String> scopes = grant.scopes();
        String fields = ask.query().getOrDefault("fields", "");
        return switch (ask.method() + " " + path) {
            case "GET /v2/user/info/" ->
                spend("user", 600, () -> parts.display().user(creator, scopes, fields));
            case "POST /v2/video/list/" ->
                scoped(scopes, "video.list", "list", 600, () -> parts.display().list(creator, fields, body(ask)));
            case "POST /v2/video/query/" ->
                scoped(scopes, "video.list", "query", 600, () -> parts.display().query(creator, fields, body(ask)));
            case "POST " + PUBLISH + "creator_info/query/" -> {
                body(ask).knows();
                yield scoped(
                        scopes,
                        "video.publish",
                        "info" + creator.openId,
                        20,
                        () -> parts.publishing().creatorInfo(creator, hosts.avatar(creator.username)));
            }
            case "POST " + PUBLISH + "video/init/" ->
                scoped(
                        scopes,
                        "video.publish",
                        "init" + creator.openId,
                        6,
                        () -> parts.publishing().video(creator, body(ask)));
            case "POST " + PUBLISH + "inbox/video/init/" ->
                scoped(
                        scopes,
                        "video.upload",
                        "inbox" + creator.openId,
                        6,
                        () -> parts.publishing().draft(creator, body(ask)));
            case "POST " + PUBLISH + "content/init/" ->
                spend("content" + creator.openId, 6, () -> parts.publishing().photos(creator, scopes, body(ask)));
            case "POST " + PUBLISH + "status/fetch/" ->
                spend("status" + creator.openId, 30, () -> parts.publishing().status(creator, body(ask)));
            case "POST " + PUBLISH + "cancel/" -> {
                parts.publishing().cancel(creator, body(ask));
                yield Map.of();
            }
            default -> throw ApiError.wrong("Unsupported path: " + ask.method() + " " + path);
        };
    }

    private static Body body(Ask ask) {
        String type = ask.header("content-type").orElse("").replace(" ", "");
        if (ask.body().length > 0 && !type.equalsIgnoreCase("application/json;charset=UTF-8")) {
            throw ApiError.wrong("Content-Type must be application/json; charset=UTF-8, not " + type);
        }
        return Body.of(ask.text());
    }

    private Object scoped(Set<String> scopes, String scope, String budget, int most, Supplier<Object> work) {
        Publishing.needs(scopes, scope);
        return spend(budget, most, work);
    }

    private Object spend(String budget, int most, Supplier<Object> work) {
        parts.budgets().spend(budget, most);
        return work.get();
    }

    private Map<String, Object> good(Object data) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("data", data);
        answer.put("error", Map.of("code", "ok", "message", "", "log_id", log()));
        return answer;
    }

    Answer error(ApiError error) {
        return Answer.json(error.status(), error.json(log()));
    }

    Answer upload(Ask ask) {
        try {
            if (!ask.method().equals("PUT") || !ask.path().equals("/upload/video/")) {
                throw ApiError.wrong("An upload address only takes PUT");
            }
            Map<String, String> query = ask.query();
            Uploads.Progress progress = parts.uploads()
                    .put(
                            query.getOrDefault("upload_id", ""),
                            query.getOrDefault("upload_token", ""),
                            ask.headers().keySet(),
                            ask.type(),
                            ask.header("content-range").orElse(""),
                            ask.body());
            Answer answer = Answer.empty(progress.status());
            return progress.range().map(it -> answer.with("Content-Range", it)).orElse(answer);
        } catch (ApiError e) {
            world.journal().violation("tiktok", ask, e.text());
            return error(e);
        }
    }

    private String log() {
        return LOG.format(world.clock().instant().atOffset(ZoneOffset.UTC))
                + Long.toHexString(0xA0B0C000L + calls.incrementAndGet()).toUpperCase(java.util.Locale.ROOT);
    }
}
