package planner.simulator.instagram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import planner.simulator.meta.GraphError;
import planner.simulator.meta.Shortcode;

/** One published thing: image, reel, carousel or story. */
final class Post {
    final String id;
    final Account account;
    final Draft draft;
    final Instant at;
    private final List<Comment> comments = new ArrayList<>();
    private boolean commentsOpen = true;
    private boolean deleted;

    Post(String id, Account account, Draft draft, Instant at) {
        this.id = id;
        this.account = account;
        this.draft = draft;
        this.at = at;
    }

    record Comment(String id, String username, String text, Instant at) {}

    String shortcode() {
        return Shortcode.of(id);
    }

    /** The path of its page under www.instagram.com. */
    String path() {
        return switch (draft.kind()) {
            case REEL -> "/reel/" + shortcode() + "/";
            case STORY_IMAGE, STORY_VIDEO -> "/stories/" + account.username + "/" + id;
            default -> "/p/" + shortcode() + "/";
        };
    }

    synchronized void comment(Comment comment) {
        if (!commentsOpen || draft.kind().story()) {
            throw GraphError.of(100, 0, "Comments are turned off for this media");
        }
        comments.add(comment);
    }

    /** Somebody else comments. */
    Comment says(String by, String text, Instant when) {
        var comment = new Comment(Long.toString(when.toEpochMilli() + 17_999_000_000_000_000L), by, text, when);
        comment(comment);
        return comment;
    }

    /** Newest first, as the API lists them. */
    synchronized List<Comment> comments() {
        return comments.reversed().stream().toList();
    }

    synchronized void commentsOpen(boolean open) {
        commentsOpen = open;
    }

    synchronized boolean commentsOpen() {
        return commentsOpen;
    }

    synchronized void delete() {
        deleted = true;
    }

    synchronized boolean deleted() {
        return deleted;
    }
}
