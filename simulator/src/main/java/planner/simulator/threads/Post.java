package planner.simulator.threads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import planner.simulator.meta.Shortcode;

/** One published thing: a post, or an answer to one. */
final class Post {
    final String id;
    final Profile profile;
    final Draft draft;
    final Instant at;
    private volatile boolean deleted;

    Post(String id, Profile profile, Draft draft, Instant at) {
        this.id = id;
        this.profile = profile;
        this.draft = draft;
        this.at = at;
    }

    String shortcode() {
        return Shortcode.of(id);
    }

    /** The path of its page under www.threads.net. */
    String path() {
        return "/@" + profile.username + "/post/" + shortcode();
    }

    boolean reply() {
        return draft.links().parent() != null;
    }

    Post root() {
        Post at = this;
        for (Post parent = parent(); parent != null; parent = parent.parent()) {
            at = parent;
        }
        return at;
    }

    @Nullable
    Post parent() {
        return draft.links().parent();
    }

    void delete() {
        deleted = true;
    }

    boolean deleted() {
        return deleted;
    }
}
