package planner.media;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import planner.workspace.Problem;
import tools.jackson.databind.JsonNode;

/** Where something is put. @param folder {@code null} = at the top */
record Place(@Nullable UUID folder) {
    /** @return {@code null} where nothing is said; an explicit null is the top */
    static @Nullable Place read(String field, @Nullable JsonNode json) {
        if (json == null || json.isMissingNode()) {
            return null;
        }
        if (json.isNull()) {
            return new Place(null);
        }
        try {
            return new Place(UUID.fromString(json.isString() ? json.asString() : ""));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(field, "malformed");
        }
    }
}
