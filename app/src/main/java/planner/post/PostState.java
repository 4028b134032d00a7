package planner.post;

/** What a post is as a whole. The database keeps it true to its publications ({@code post_said}). */
public enum PostState {
    DRAFT,
    SCHEDULED,
    PUBLISHING,
    PUBLISHED,
    PARTLY,
    FAILED,
    UNCONFIRMED,
    HELD,
    CANCELLED;

    /** Nothing is out and nothing is under way: the post may be moved, edited or called off. */
    boolean movable() {
        return this == DRAFT || this == SCHEDULED || this == HELD || this == CANCELLED;
    }
}
