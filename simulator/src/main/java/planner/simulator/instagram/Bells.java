package planner.simulator.instagram;

import java.util.LinkedHashMap;
import java.util.Map;
import planner.simulator.meta.Bell;

/** What Instagram tells the app by webhook. */
final class Bells {
    private final Bell bell;

    Bells(Bell bell) {
        this.bell = bell;
    }

    boolean handshake() {
        return bell.handshake();
    }

    void commented(Post post, Post.Comment comment) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("id", comment.id());
        value.put("text", comment.text());
        value.put("from", Map.of("id", "24999000000000001", "username", comment.username()));
        value.put(
                "media",
                Map.of("id", post.id, "media_product_type", post.draft.kind().productType()));
        bell.ring("instagram", post.account.id, "comments", value, comment.at());
    }

    void deauthorized(Account account) {
        bell.deauthorized(account.id);
    }
}
