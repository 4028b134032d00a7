package planner.post;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells whether two bodies say the same. By name, for the order of an immutable map is another one in each process, and a
 * key must still be known after a restart.
 */
final class BodyHash {
    private final ObjectWriter writer;

    BodyHash(JsonMapper mapper) {
        writer = mapper.writer()
                .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);
    }

    byte[] of(Object body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(writer.writeValueAsBytes(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
