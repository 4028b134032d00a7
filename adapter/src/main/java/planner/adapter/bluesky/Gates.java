package planner.adapter.bluesky;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import planner.adapter.bluesky.BlueskyApi.Write;
import planner.adapter.bluesky.BlueskyOptions.Replies;
import planner.adapter.kit.Fields;
import planner.network.Delivery;

/**
 * The records that say who may answer and quote a post. They have its key and are written together with it: there is no
 * moment in which the post is out without its rules.
 */
final class Gates {
    static final String REPLIES = "app.bsky.feed.threadgate";
    static final String QUOTES = "app.bsky.feed.postgate";

    private Gates() {}

    /** Empty where everybody may do both. */
    static List<Write> of(Delivery delivery, int index, String did) {
        var options = BlueskyOptions.of(delivery);
        var gates = new ArrayList<Write>();
        if (hasReplies(options, index)) {
            gates.add(gate(REPLIES, "allow", allowed(options), delivery, index, did));
        }
        if (!options.quotable()) {
            var rules = List.of(Fields.of("$type", QUOTES + "#disableRule"));
            gates.add(gate(QUOTES, "embeddingRules", rules, delivery, index, did));
        }
        return List.copyOf(gates);
    }

    static int count(Delivery delivery) {
        var options = BlueskyOptions.of(delivery);
        int quotes = options.quotable() ? 0 : delivery.parts().size();
        return quotes + (hasReplies(options, 0) ? 1 : 0);
    }

    /** A thread has one rule for all its answers, and it stands at its root. */
    private static boolean hasReplies(BlueskyOptions options, int index) {
        return index == 0 && options.replyTo().isEmpty() && options.replies() != Replies.EVERYONE;
    }

    private static Write gate(
            String collection, String name, List<Map<String, Object>> rules, Delivery delivery, int index, String did) {
        var key = Tid.of(delivery, index);
        var record = Fields.of(
                "$type",
                collection,
                "post",
                PostAddress.uri(did, key),
                name,
                rules,
                "createdAt",
                Tid.createdAt(delivery, index));
        return new Write(collection, key, record);
    }

    private static List<Map<String, Object>> allowed(BlueskyOptions options) {
        var rules = new ArrayList<Map<String, Object>>();
        if (options.replies() == Replies.CHOSEN) {
            options.eachReplier().forEach(it -> rules.add(Fields.of("$type", REPLIES + "#" + it.rule())));
            options.replyLists().forEach(it -> rules.add(Fields.of("$type", REPLIES + "#listRule", "list", it)));
        }
        return List.copyOf(rules);
    }
}
