package planner.simulator.instagram;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import planner.simulator.media.MediaShelf.Kept;

/**
 * What one container asks Instagram to show.
 *
 * @param sponsors ids of who paid; empty = nobody is named
 */
record Draft(
        Kind kind,
        String caption,
        String altText,
        List<String> collaborators,
        List<Tag> tagged,
        String location,
        boolean shareToFeed,
        boolean trial,
        boolean generated,
        boolean paid,
        List<String> sponsors,
        String audioName,
        Duration thumbnail,
        List<Draft> children,
        @Nullable Kept media,
        @Nullable Kept cover) {

    /** Somebody in it. @param place where in the picture; null in videos, and in stories that say none */
    record Tag(String username, @Nullable Place place) {}

    /** From the upper left corner, 0 to 1. */
    record Place(double x, double y) {}

    enum Kind {
        IMAGE,
        REEL,
        CAROUSEL,
        STORY_IMAGE,
        STORY_VIDEO,
        CHILD_IMAGE,
        CHILD_VIDEO;

        boolean story() {
            return this == STORY_IMAGE || this == STORY_VIDEO;
        }

        boolean child() {
            return this == CHILD_IMAGE || this == CHILD_VIDEO;
        }

        boolean video() {
            return this == REEL || this == STORY_VIDEO || this == CHILD_VIDEO;
        }

        String mediaType() {
            return switch (this) {
                case IMAGE, STORY_IMAGE, CHILD_IMAGE -> "IMAGE";
                case REEL, STORY_VIDEO, CHILD_VIDEO -> "VIDEO";
                case CAROUSEL -> "CAROUSEL_ALBUM";
            };
        }

        String productType() {
            return switch (this) {
                case REEL -> "REELS";
                case STORY_IMAGE, STORY_VIDEO -> "STORY";
                default -> "FEED";
            };
        }
    }

    Draft with(Kept media) {
        return new Draft(
                kind,
                caption,
                altText,
                collaborators,
                tagged,
                location,
                shareToFeed,
                trial,
                generated,
                paid,
                sponsors,
                audioName,
                thumbnail,
                children,
                media,
                cover);
    }
}
