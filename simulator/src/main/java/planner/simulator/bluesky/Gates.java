package planner.simulator.bluesky;

import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * What a server checks of the two records that say who may answer and quote a post (sheet, section 2.7). In one point the
 * real server does not look and this one does: a gate under another key than its post's is one that nobody heeds.
 */
final class Gates {
    static final String REPLIES = "app.bsky.feed.threadgate";
    static final String QUOTES = "app.bsky.feed.postgate";
    static final String MENTIONED = REPLIES + "#mentionRule";
    static final String FOLLOWERS = REPLIES + "#followerRule";
    static final String FOLLOWED = REPLIES + "#followingRule";
    static final String LISTED = REPLIES + "#listRule";
    static final String DISABLED = QUOTES + "#disableRule";

    private static final Set<String> REPLY_FIELDS = Set.of("$type", "post", "allow", "createdAt", "hiddenReplies");
    private static final Set<String> QUOTE_FIELDS =
            Set.of("$type", "post", "embeddingRules", "createdAt", "detachedEmbeddingUris");
    private static final int RULES = 5;
    private static final int HIDDEN = 300;
    private static final int DETACHED = 50;

    private Gates() {}

    static void replies(String did, String rkey, JsonNode gate, Consumer<String> unknown) {
        common(REPLIES, did, rkey, gate, REPLY_FIELDS, unknown);
        array(REPLIES, gate, "allow", RULES);
        array(REPLIES, gate, "hiddenReplies", HIDDEN);
        for (JsonNode rule : gate.path("allow")) {
            String type = rule.path("$type").asString("");
            if (!Set.of(MENTIONED, FOLLOWERS, FOLLOWED, LISTED).contains(type)) {
                throw fault(REPLIES, "unknown rule " + type, "allow");
            }
            if (type.equals(LISTED) && !rule.path("list").asString("").matches("at://did:[^/]+/[a-zA-Z.]+/[^/]+")) {
                throw fault(REPLIES, "Invalid at-uri", "allow");
            }
        }
    }

    static void quotes(String did, String rkey, JsonNode gate, Consumer<String> unknown) {
        common(QUOTES, did, rkey, gate, QUOTE_FIELDS, unknown);
        array(QUOTES, gate, "embeddingRules", RULES);
        array(QUOTES, gate, "detachedEmbeddingUris", DETACHED);
        for (JsonNode rule : gate.path("embeddingRules")) {
            if (!rule.path("$type").asString("").equals(DISABLED)) {
                throw fault(QUOTES, "unknown rule " + rule.path("$type"), "embeddingRules");
            }
        }
    }

    private static void common(
            String collection, String did, String rkey, JsonNode gate, Set<String> fields, Consumer<String> unknown) {
        gate.propertyNames().stream().filter(name -> !fields.contains(name)).forEach(unknown);
        for (String name : Set.of("post", "createdAt")) {
            if (!gate.path(name).isString()) {
                throw fault(collection, "Missing required key \"" + name + "\"", name);
            }
        }
        Records.datetime(gate.path("createdAt").asString());
        if (!gate.path("post").asString().equals("at://" + did + "/" + Records.POST + "/" + rkey)) {
            throw fault(collection, "not the post of this key", "post");
        }
    }

    private static void array(String collection, JsonNode gate, String name, int most) {
        int size = gate.path(name).size();
        if (size > most) {
            throw fault(collection, "array too big (maximum " + most + ", got " + size + ")", name);
        }
    }

    private static XrpcError fault(String collection, String what, String path) {
        return XrpcError.invalid("Invalid " + collection + " record: " + what + " at $.record." + path);
    }
}
