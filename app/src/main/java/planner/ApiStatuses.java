package planner;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The statuses of every call: what all have in common by rule, what is special by name. */
final class ApiStatuses {
    private static final Set<String> OPEN = Set.of(
            "/health",
            "/api/setup",
            "/api/session",
            "/m/{token}/{name}",
            "/connect/{network}/callback",
            "/connect/{network}/{document}",
            "/hooks/{network}");

    /** Successes other than what the signature says, and refusals of single calls. */
    private static final Map<String, List<Integer>> SPECIAL = Map.ofEntries(
            Map.entry("GET /health", List.of(200, 503)),
            Map.entry("POST /api/setup", List.of(409)),
            Map.entry("GET /api/session", List.of(401)),
            Map.entry("POST /api/session", List.of(401, 429)),
            Map.entry("PUT /api/person/password", List.of(429)),
            Map.entry("PUT /api/session/workspace", List.of(404)),
            Map.entry("PATCH /api/workspaces/{id}", List.of(409)),
            Map.entry("GET /api/events", List.of(503)),
            Map.entry("POST /api/channels/{network}", List.of(200, 201, 202, 409, 429, 502)),
            Map.entry("POST /api/channels/{network}/consent", List.of(201, 409, 429, 502)),
            Map.entry("POST /api/channels/{id}/checks", List.of(409, 429, 502)),
            Map.entry("PATCH /api/channels/{id}", List.of(409)),
            Map.entry("GET /api/channels/{id}/choices/{list}", List.of(409, 429, 502)),
            Map.entry("POST /api/channel-choices/{id}", List.of(409, 502)),
            Map.entry("GET /connect/{network}/callback", List.of(303)),
            Map.entry("GET /hooks/{network}", List.of(403)),
            Map.entry("POST /hooks/{network}", List.of(413)),
            Map.entry("POST /api/media", List.of(413, 415)),
            Map.entry("POST /api/media/links", List.of(502)),
            Map.entry("DELETE /api/media/{id}", List.of(409)),
            Map.entry("GET /api/media/{id}/content", List.of(200, 206, 416)),
            Map.entry("GET /api/media/{id}/thumbnail", List.of(200, 206, 416)),
            Map.entry("GET /api/media/{id}/preview", List.of(200, 206, 304, 415, 416)),
            Map.entry("GET /api/media/renditions/{id}/content", List.of(200, 206, 416)),
            Map.entry("GET /m/{token}/{name}", List.of(200, 206, 404, 416)),
            Map.entry("POST /api/posts", List.of(201, 409, 422)),
            Map.entry("PUT /api/posts/{id}", List.of(409, 422)),
            Map.entry("DELETE /api/posts/{id}", List.of(409)),
            Map.entry("POST /api/posts/{id}/copies", List.of(201)),
            Map.entry("PUT /api/posts/{id}/schedule", List.of(409, 422)),
            Map.entry("DELETE /api/posts/{id}/schedule", List.of(409)),
            Map.entry("PUT /api/publications/{id}/verdict", List.of(409)),
            Map.entry("POST /api/publications/{id}/attempts", List.of(409)),
            Map.entry("PUT /api/publications/{id}/hold", List.of(409)),
            Map.entry("DELETE /api/publications/{id}/hold", List.of(409)));

    private ApiStatuses() {}

    static void complete(OpenAPI document) {
        document.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        var special = SPECIAL.getOrDefault(method + " " + path, List.of());
        var successes = special.stream().filter(status -> status < 400).toList();
        var responses = operation.getResponses();
        if (!successes.isEmpty()) {
            replaceSuccesses(responses, successes);
        }
        refusals(path, method, operation, special)
                .forEach(status -> responses.putIfAbsent(Integer.toString(status), ApiProblems.response(status)));
    }

    /** The signature's one success gives its content to all. */
    private static void replaceSuccesses(ApiResponses responses, List<Integer> successes) {
        var signature = responses.remove("200");
        for (int status : successes) {
            var answer = new ApiResponse().description(status == 202 ? "Several accounts: pick from them" : "Done");
            if (signature != null && status != 202 && status != 303) {
                answer.content(signature.getContent());
            }
            responses.putIfAbsent(Integer.toString(status), answer);
        }
    }

    private static Set<Integer> refusals(
            String path, PathItem.HttpMethod method, Operation operation, List<Integer> special) {
        var refusals =
                new TreeSet<>(special.stream().filter(status -> status >= 400).toList());
        refusals.add(400);
        boolean reads = method == PathItem.HttpMethod.GET || method == PathItem.HttpMethod.HEAD;
        if (!OPEN.contains(path)) {
            refusals.add(401);
            refusals.add(403);
        } else if (!reads) {
            refusals.add(403);
        }
        if (path.contains("{")) {
            refusals.add(404);
        }
        if (operation.getRequestBody() != null) {
            refusals.add(413);
            refusals.add(415);
        }
        return refusals;
    }
}
