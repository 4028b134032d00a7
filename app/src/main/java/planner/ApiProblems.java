package planner;

import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How problems stand in the OpenAPI document. */
final class ApiProblems {
    private static final Map<Integer, String> MEANINGS = Map.ofEntries(
            Map.entry(400, "Malformed, or a field is wrong: errors[] names field and rule"),
            Map.entry(401, "Not signed in"),
            Map.entry(403, "Not allowed: scope, role or CSRF header"),
            Map.entry(404, "Nothing here, or it belongs to another workspace"),
            Map.entry(409, "The state does not allow it, or somebody else changed it: current is the version"),
            Map.entry(413, "Too large"),
            Map.entry(415, "Unknown media type"),
            Map.entry(422, "The networks would not accept it: findings[]"),
            Map.entry(429, "Too many attempts: wait for Retry-After seconds"),
            Map.entry(502, "The network does not answer"),
            Map.entry(503, "Not available at the moment"));

    private ApiProblems() {}

    static ApiResponse response(int status) {
        return new ApiResponse()
                .description(MEANINGS.getOrDefault(status, "A problem"))
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType()
                                        .schema(new Schema<>(SpecVersion.V31).$ref("#/components/schemas/Problem"))));
    }

    static Schema<?> schema() {
        var error = object().addProperty("field", of("string"))
                .addProperty("rule", of("string"))
                .addProperty("message", of("string"))
                .required(List.of("field", "rule", "message"));
        return object().addProperty("type", of("string").description("Stable: /problems/…"))
                .addProperty("title", of("string").description("For people, in their language"))
                .addProperty("status", of("integer"))
                .addProperty("detail", of("string"))
                .addProperty("instance", of("string"))
                .addProperty("errors", of("array").items(error))
                .addProperty("findings", of("array").items(object()))
                .addProperty("current", of("integer"))
                .required(List.of("type", "title", "status"));
    }

    private static Schema<?> object() {
        return of("object");
    }

    private static Schema<?> of(String type) {
        return new Schema<>(SpecVersion.V31).types(Set.of(type));
    }
}
