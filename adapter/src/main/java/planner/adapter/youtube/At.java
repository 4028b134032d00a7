package planner.adapter.youtube;

import java.util.List;
import planner.network.RemotePost;
import planner.network.Step;

/** Where a video stands on its way. It counts as out once YouTube has found nothing wrong with it; then come its extras. */
sealed interface At extends Step {
    /**
     * A video that YouTube has, and what a person should know of it.
     *
     * @param note may be empty
     * @param hidden whether nobody sees it before YouTube makes it public by itself
     */
    record Made(String video, String note, boolean hidden) {
        Made and(String more) {
            return new Made(video, RemotePost.joined(note, more), hidden);
        }

        Made released() {
            return new Made(video, note, false);
        }

        List<String> out() {
            return hidden ? List.of() : List.of(video);
        }
    }

    /** @param round how often an upload had to be begun anew */
    record Open(int round) implements At {}

    /**
     * Bytes {@code from} to {@code to}, exclusive. The last of them make the video. A piece before them shows nothing, but is
     * never sent blindly either: it begins with the question which byte is missing.
     */
    record Upload(String address, long from, long to, long size, int round) implements At {
        @Override
        public boolean repeatable() {
            return to < size;
        }
    }

    /** Asks the upload how much it holds. */
    record Ask(String address, long size, int round) implements At {}

    /** The upload is forgotten: is the video among the channel's? */
    record Find(int looks, int round) implements At {}

    /** Every byte has arrived; YouTube may still reject the file, and then a new beginning is right. */
    record Processing(String video, int polls) implements At {}

    /** @param again whether YouTube did not know the video yet when it was tried first */
    record Thumbnail(Made made, boolean again) implements At {}

    record Playlist(Made made, int index, boolean again) implements At {
        @Override
        public boolean repeatable() {
            return false;
        }
    }

    record Subtitles(Made made, boolean again) implements At {
        @Override
        public boolean repeatable() {
            return false;
        }
    }

    /** Handed over: has YouTube made it public? */
    record Release(Made made) implements At {}

    record Comment(Made made, boolean again) implements At {
        @Override
        public boolean repeatable() {
            return false;
        }
    }

    @Override
    default List<String> out() {
        return switch (this) {
            case Thumbnail(var made, var again) -> made.out();
            case Playlist(var made, var index, var again) -> made.out();
            case Subtitles(var made, var again) -> made.out();
            case Comment(var made, var again) -> made.out();
            case Release release -> List.of();
            case Open open -> List.of();
            case Upload upload -> List.of();
            case Ask ask -> List.of();
            case Find find -> List.of();
            case Processing processing -> List.of();
        };
    }

    @Override
    default List<String> own() {
        return switch (this) {
            case Thumbnail(var made, var again) -> List.of(made.video());
            case Playlist(var made, var index, var again) -> List.of(made.video());
            case Subtitles(var made, var again) -> List.of(made.video());
            case Comment(var made, var again) -> List.of(made.video());
            case Release(var made) -> List.of(made.video());
            case Processing(var video, var polls) -> List.of(video);
            case Open open -> List.of();
            case Upload upload -> List.of();
            case Ask ask -> List.of();
            case Find find -> List.of();
        };
    }

    @Override
    default boolean complete() {
        return !out().isEmpty();
    }
}
