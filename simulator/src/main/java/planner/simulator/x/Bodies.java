package planner.simulator.x;

import java.util.Set;
import planner.simulator.Ask;
import planner.simulator.World;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON bodies in which nothing unknown may stand. */
final class Bodies {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Bodies() {}

    static JsonNode json(World world, Ask ask, Set<String> fields) {
        if (!ask.type().equals("application/json")) {
            world.journal().violation("x", ask, "content type " + ask.type());
            throw XProblem.invalid("content-type", ask.type(), "application/json is expected");
        }
        try {
            JsonNode body = JSON.readTree(ask.body());
            if (!body.isObject()) {
                throw XProblem.invalid("body", "", "an object is expected");
            }
            only(world, ask, body, "$", fields);
            return body;
        } catch (JacksonException e) {
            throw XProblem.invalid("body", "", "Request body was not valid JSON");
        }
    }

    static void only(World world, Ask ask, JsonNode node, String path, Set<String> fields) {
        for (String name : node.propertyNames()) {
            if (!fields.contains(name) || node.path(name).isNull()) {
                world.journal().violation("x", ask, "unexpected " + path + "." + name);
                throw XProblem.invalid(name, "", path + "." + name + ": is not defined in the schema");
            }
        }
    }
}
