package planner.simulator.mastodon;

import java.util.Map;
import java.util.Set;
import planner.simulator.Ask;
import planner.simulator.Multipart;
import planner.simulator.World;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies in which nothing unknown may stand. A real server passes over it, and a client's mistake with it. */
final class Bodies {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Bodies() {}

    static JsonNode json(World world, Ask ask, Set<String> fields) {
        if (!ask.type().equals("application/json")) {
            throw violation(world, ask, "content type " + ask.type());
        }
        try {
            JsonNode body = JSON.readTree(ask.body());
            if (!body.isObject()) {
                throw violation(world, ask, "no object");
            }
            only(world, ask, body, fields);
            return body;
        } catch (JacksonException e) {
            throw MastodonError.of(400, "Error occurred while parsing request parameters");
        }
    }

    static void only(World world, Ask ask, JsonNode node, Set<String> fields) {
        for (String name : node.propertyNames()) {
            if (!fields.contains(name) || node.path(name).isNull()) {
                throw violation(world, ask, "unexpected " + name);
            }
        }
    }

    static Map<String, String> form(World world, Ask ask, Set<String> fields) {
        if (!ask.type().equals("application/x-www-form-urlencoded")) {
            throw violation(world, ask, "content type " + ask.type());
        }
        return only(world, ask, ask.form(), fields);
    }

    static Map<String, String> query(World world, Ask ask, Set<String> fields) {
        return only(world, ask, ask.query(), fields);
    }

    static Multipart parts(World world, Ask ask, Set<String> fields) {
        try {
            Multipart form = Multipart.read(ask);
            for (String name : form.parts().keySet()) {
                if (!fields.contains(name)) {
                    throw violation(world, ask, "unexpected " + name);
                }
            }
            return form;
        } catch (IllegalArgumentException e) {
            throw violation(world, ask, "content type " + ask.type());
        }
    }

    private static Map<String, String> only(World world, Ask ask, Map<String, String> given, Set<String> fields) {
        for (String name : given.keySet()) {
            if (!fields.contains(name)) {
                throw violation(world, ask, "unexpected " + name);
            }
        }
        return given;
    }

    private static MastodonError violation(World world, Ask ask, String what) {
        world.journal().violation("mastodon", ask, what);
        return MastodonError.of(422, "found unpermitted parameter: " + what);
    }
}
