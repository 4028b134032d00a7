package planner.simulator.bluesky;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import planner.simulator.media.MediaShelf.Kept;
import tools.jackson.databind.JsonNode;

/** What the accounts have written and uploaded. */
final class Repos {
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";

    private final Map<String, Written> records = new LinkedHashMap<>();
    private final Map<String, Blob> blobs = new LinkedHashMap<>();

    record Written(String did, String collection, String rkey, JsonNode value, String cid, Instant at) {
        String uri() {
            return "at://" + did + "/" + collection + "/" + rkey;
        }
    }

    /** @param type as sniffed by the server */
    record Blob(String did, String cid, String type, Kept file) {}

    synchronized Optional<Written> find(String did, String collection, String rkey) {
        return Optional.ofNullable(records.get("at://" + did + "/" + collection + "/" + rkey));
    }

    synchronized Optional<Written> find(String uri) {
        return Optional.ofNullable(records.get(uri));
    }

    synchronized Written put(String did, String collection, String rkey, JsonNode value, Instant at) {
        Written written = new Written(did, collection, rkey, value, cid("bafyrei", value.toString()), at);
        records.put(written.uri(), written);
        return written;
    }

    synchronized void delete(String did, String collection, String rkey) {
        records.remove("at://" + did + "/" + collection + "/" + rkey);
    }

    /** Oldest first by the moment it was written. */
    synchronized List<Written> list(String collection) {
        List<Written> found = new ArrayList<>(records.values());
        found.removeIf(it -> !it.collection().equals(collection));
        found.sort(Comparator.comparing(Written::at));
        return found;
    }

    synchronized Blob keep(String did, Kept file, String type, byte[] content) {
        Blob blob = new Blob(did, cid("bafkrei", content), type, file);
        blobs.put(blob.cid(), blob);
        return blob;
    }

    synchronized Optional<Blob> blob(String cid) {
        return Optional.ofNullable(blobs.get(cid));
    }

    static String cid(String prefix, String content) {
        return cid(prefix, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Looks like a CID and, like one, is the same for the same content. */
    static String cid(String prefix, byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            StringBuilder text = new StringBuilder(prefix);
            for (int bit = 0; bit + 5 <= hash.length * 8; bit += 5) {
                int value = 0;
                for (int i = bit; i < bit + 5; i++) {
                    value = value * 2 + (hash[i / 8] >> (7 - i % 8) & 1);
                }
                text.append(DIGITS.charAt(value));
            }
            return text.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
