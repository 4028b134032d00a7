package planner.post;

import java.util.Collection;
import java.util.EnumSet;
import planner.publish.PublicationState;

/** What a post is as a whole, said by its publications. */
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

    static PostState of(Collection<PublicationState> publications) {
        if (publications.isEmpty()) {
            return DRAFT;
        }
        var states = EnumSet.copyOf(publications);
        if (states.size() > 1) {
            states.remove(PublicationState.CANCELLED);
        }
        if (states.contains(PublicationState.UNCONFIRMED)) {
            return UNCONFIRMED;
        }
        if (states.contains(PublicationState.PUBLISHING)) {
            return PUBLISHING;
        }
        if (states.size() == 1) {
            return switch (states.iterator().next()) {
                case SCHEDULED -> SCHEDULED;
                case PUBLISHING -> PUBLISHING;
                case PUBLISHED -> PUBLISHED;
                case FAILED -> FAILED;
                case UNCONFIRMED -> UNCONFIRMED;
                case HELD -> HELD;
                case CANCELLED -> CANCELLED;
            };
        }
        if (states.contains(PublicationState.PUBLISHED)) {
            return states.contains(PublicationState.SCHEDULED) ? PUBLISHING : PARTLY;
        }
        if (states.contains(PublicationState.FAILED)) {
            return states.contains(PublicationState.SCHEDULED) ? PUBLISHING : FAILED;
        }
        return states.contains(PublicationState.HELD) ? HELD : SCHEDULED;
    }
}
