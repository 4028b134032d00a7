package planner.adapter.youtube;

import planner.network.Step;

/** Where a video stands on its way. Up to {@link Find} nothing need be visible; from {@link Thumbnail} on it is out. */
sealed interface At extends Step {
    /**
     * A video that is out, and what went wrong with its extras.
     *
     * @param note may be empty
     */
    record Out(String video, String note) {
        Out and(String more) {
            return new Out(video, note.isEmpty() ? more : note + "; " + more);
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

    /** @param again whether YouTube did not know the video yet when it was tried first */
    record Thumbnail(Out out, boolean again) implements At {}

    record Playlist(Out out, int index, boolean again) implements At {
        @Override
        public boolean repeatable() {
            return false;
        }
    }

    record Subtitles(Out out, boolean again) implements At {
        @Override
        public boolean repeatable() {
            return false;
        }
    }

    record Comment(Out out, boolean again) implements At {
        @Override
        public boolean repeatable() {
            return false;
        }
    }

    record Processing(Out out, int polls) implements At {}
}
