package planner.adapter.kit;

import com.fasterxml.jackson.annotation.JsonInclude;
import planner.network.Fault;
import planner.network.NetworkException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON as the networks speak it: unknown fields are passed over, absent ones are not sent. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The answer as this record; an answer of another shape is a fault of the network. */
    public static <T> T read(Reply reply, Class<T> type) {
        try {
            var read = MAPPER.readValue(reply.body(), type);
            if (read != null) {
                return read;
            }
        } catch (JacksonException e) {
            // told below, like a bare null
        }
        throw new NetworkException(
                new Fault.Unavailable(true, "the answer was not the JSON it should be: " + reply.status()));
    }

    /** The answer as a tree; a missing node when it is no JSON. Never throws: made for reading errors. */
    public static JsonNode tree(Reply reply) {
        return tree(reply.text());
    }

    public static JsonNode tree(String text) {
        try {
            var tree = MAPPER.readTree(text);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
