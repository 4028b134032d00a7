package planner.simulator.pinterest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.World;
import planner.simulator.pinterest.Budgets.Category;
import planner.simulator.pinterest.Tokens.Grant;

/** The door of api.pinterest.com/v5. */
final class Api {
    private final Parts parts;
    private final Tokens tokens;
    private final Hosts hosts;
    private final World world;

    record Parts(
            OAuth oauth,
            BoardDesk boards,
            PinDesk pins,
            MediaDesk media,
            Views views,
            Numbers numbers,
            Budgets budgets) {}

    Api(Parts parts, Tokens tokens, Hosts hosts, World world) {
        this.parts = parts;
        this.tokens = tokens;
        this.hosts = hosts;
        this.world = world;
    }

    Answer answer(Ask ask, List<String> path) {
        try {
            if (path.equals(List.of("oauth", "token")) && ask.method().equals("POST")) {
                return Answer.json(200, parts.oauth().token(ask));
            }
            Grant grant = tokens.alive(ask.bearer().orElse(""));
            if (hosts.level() == Level.NONE) {
                throw ApiError.of(401, 3, "Your application consumer type is not supported, please contact support.");
            }
            return counted(ask, path, grant);
        } catch (ApiError e) {
            return error(ask, e);
        }
    }

    private Answer counted(Ask ask, List<String> path, Grant grant) {
        Category category = path.getLast().equals("analytics")
                ? Category.ORG_ANALYTICS
                : ask.method().equals("GET") ? Category.ORG_READ : Category.ORG_WRITE;
        Budgets.Standing standing = parts.budgets().spend(grant.member().id(), category, hosts.level());
        if (standing.over()) {
            return standing.on(throttled());
        }
        Answer answer;
        try {
            answer = done(ask, path, grant);
        } catch (ApiError e) {
            answer = error(ask, e);
        }
        return standing.on(answer);
    }

    static Answer throttled() {
        return Answer.json(
                429,
                ApiError.of(429, 8, "You have exceeded your rate limit. Try again later.")
                        .json());
    }

    private Answer done(Ask ask, List<String> path, Grant grant) {
        String call = ask.method() + " " + String.join("/", path).replaceAll("(?<=/)\\d+(?=/|$)", "{id}");
        String id = path.size() > 1 ? path.get(1) : "";
        if (!ask.method().equals("GET")) {
            knows(ask);
        }
        return switch (call) {
            case "GET user_account" -> {
                knows(ask);
                grant.needs("user_accounts:read");
                yield Answer.json(200, parts.views().account(grant.member()));
            }
            case "GET boards" -> Answer.json(200, parts.boards().list(reader(grant, "boards:read"), ask));
            case "POST boards" ->
                Answer.json(201, parts.boards().make(reader(grant, "boards:read", "boards:write"), Body.of(ask)));
            case "GET boards/{id}" -> Answer.json(200, parts.boards().one(reader(grant, "boards:read"), ask, id));
            case "GET boards/{id}/pins" ->
                Answer.json(200, parts.boards().pins(reader(grant, "boards:read", "pins:read"), ask, id));
            case "GET boards/{id}/sections" ->
                Answer.json(200, parts.boards().sections(reader(grant, "boards:read"), ask, id));
            case "POST boards/{id}/sections" ->
                Answer.json(
                        201,
                        parts.boards().makeSection(reader(grant, "boards:read", "boards:write"), Body.of(ask), id));
            case "POST media" ->
                Answer.json(
                        201,
                        parts.media()
                                .register(
                                        reader(grant, "pins:read", "pins:write").member(), Body.of(ask)));
            case "GET media/{id}" -> {
                knows(ask);
                yield Answer.json(
                        200, parts.media().status(reader(grant, "pins:read").member(), id));
            }
            default -> pins(ask, call, id, reader(grant, "boards:read", "pins:read"));
        };
    }

    private Answer pins(Ask ask, String call, String id, Grant grant) {
        return switch (call) {
            case "POST pins" ->
                Answer.json(201, parts.pins().make(reader(grant, "boards:write", "pins:write"), Body.of(ask)));
            case "GET pins" -> Answer.json(200, parts.pins().list(grant, ask));
            case "GET pins/{id}" -> Answer.json(200, parts.pins().one(grant, ask, id));
            case "GET pins/{id}/analytics" ->
                Answer.json(200, parts.numbers().analytics(parts.pins().find(grant, id), ask.query()));
            case "DELETE pins/{id}" -> {
                parts.pins().remove(reader(grant, "boards:write", "pins:write"), id);
                yield Answer.empty(204);
            }
            default -> throw ApiError.wrong("no such endpoint: " + call);
        };
    }

    private static Grant reader(Grant grant, String... scopes) {
        grant.needs(scopes);
        return grant;
    }

    /** Refuses every other parameter. */
    static void knows(Ask ask, String... names) {
        Set<String> known = Set.of(names);
        for (String name : ask.query().keySet()) {
            if (!known.contains(name)) {
                throw ApiError.wrong("unknown parameter " + name);
            }
        }
    }

    private Answer error(Ask ask, ApiError error) {
        if (error.violation()) {
            world.journal().violation("pinterest", ask, error.text());
        }
        return Answer.json(error.status(), error.json());
    }

    Answer store(Ask ask) {
        return parts.media().store(ask, what -> world.journal().violation("pinterest", ask, what));
    }

    static Map<String, Object> broken() {
        return ApiError.of(500, 500, "Something went wrong on our end. Sorry about that.")
                .json();
    }
}
