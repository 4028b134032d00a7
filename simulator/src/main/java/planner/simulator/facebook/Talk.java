package planner.simulator.facebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What people say below something. */
final class Talk {
    private final List<Comment> comments = new ArrayList<>();

    record Comment(String id, String fromId, String from, String text, Instant at) {}

    synchronized void add(Comment comment) {
        comments.add(comment);
    }

    /** Oldest first. */
    synchronized List<Comment> all() {
        return List.copyOf(comments);
    }
}
