package planner.simulator.reddit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import planner.simulator.Ask;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a request, read strictly, whether they come as a form, as JSON or in the query. */
final class Fields {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> YES = Set.of("true", "True");
    private static final Set<String> NO = Set.of("false", "False");

    private final Map<String, String> plain;
    private final JsonNode json;

    private Fields(Map<String, String> plain, JsonNode json) {
        this.plain = plain;
        this.json = json;
    }

    /** @param known besides api_type, without which no form is answered in JSON */
    static Fields form(Ask ask, String... known) {
        if (!ask.type().equals("application/x-www-form-urlencoded")) {
            throw RedditError.wrong("content type " + ask.type());
        }
        Map<String, String> form = ask.form();
        if (!"json".equals(form.get("api_type"))) {
            throw RedditError.jquery();
        }
        onlyRawJson(ask);
        only(form.keySet(), known, Set.of("api_type"));
        return new Fields(form, JSON.createObjectNode());
    }

    static Fields json(Ask ask, String... known) {
        if (!ask.type().equals("application/json")) {
            throw RedditError.wrong("content type " + ask.type());
        }
        onlyRawJson(ask);
        JsonNode body;
        try {
            body = JSON.readTree(ask.body());
        } catch (JacksonException e) {
            throw RedditError.refusal("JSON_PARSE_ERROR", "unable to parse JSON data", "json");
        }
        if (!body.isObject()) {
            throw RedditError.refusal("JSON_PARSE_ERROR", "unable to parse JSON data", "json");
        }
        only(new ArrayList<>(body.propertyNames()), known, Set.of());
        return new Fields(new LinkedHashMap<>(), body);
    }

    static Fields query(Ask ask, String... known) {
        only(ask.query().keySet(), known, Set.of("raw_json"));
        return new Fields(ask.query(), JSON.createObjectNode());
    }

    private static void onlyRawJson(Ask ask) {
        only(ask.query().keySet(), new String[0], Set.of("raw_json"));
    }

    private static void only(Iterable<String> given, String[] known, Set<String> besides) {
        Set<String> all = Set.of(known);
        for (String name : given) {
            if (!all.contains(name) && !besides.contains(name)) {
                throw RedditError.wrong("unknown parameter " + name);
            }
        }
    }

    boolean has(String name) {
        return plain.containsKey(name) || json.has(name);
    }

    String text(String name) {
        JsonNode node = json.path(name);
        if (!node.isMissingNode() && !node.isString()) {
            throw RedditError.wrong(name + " is no text");
        }
        return plain.getOrDefault(name, node.asString(""));
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode node = json.path(name);
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        String text = plain.getOrDefault(name, "");
        if (!text.isEmpty() && !YES.contains(text) && !NO.contains(text) || !node.isMissingNode()) {
            throw RedditError.wrong(name + " is neither true nor false");
        }
        return text.isEmpty() ? otherwise : YES.contains(text);
    }

    Optional<Integer> number(String name) {
        JsonNode node = json.path(name);
        if (node.isIntegralNumber()) {
            return Optional.of(node.asInt());
        }
        String text = plain.getOrDefault(name, "");
        return text.matches("\\d{1,6}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    List<String> texts(String name) {
        return json.path(name).valueStream().map(node -> node.asString("")).toList();
    }

    List<JsonNode> objects(String name) {
        return json.path(name).valueStream().toList();
    }
}
