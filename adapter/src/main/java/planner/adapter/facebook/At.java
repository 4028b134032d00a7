package planner.adapter.facebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import planner.network.Step;

/**
 * Where a publication stands. {@code round} in steps that the public sees or that may be begun anew: how often that was.
 */
sealed interface At extends Step {
    record Photo(List<String> photos) implements At {}

    record Feed(List<String> photos, int round) implements At {
        @Override
        public boolean repeatable() {
            return false;
        }
    }

    /** Nobody but the people of the Page sees a draft: twice is a nuisance, and no listing could tell. */
    record Draft(List<String> photos) implements At {}

    record PhotoStory(String photo, int round) implements At {
        @Override
        public boolean repeatable() {
            return false;
        }
    }

    record Open(int round) implements At {}

    /** The piece of a video that is sent next. */
    record Transfer(String session, String video, long from, long to, int round) implements At {}

    record Upload(String video, int round) implements At {}

    record Uploaded(String video, int polls, int round) implements At {}

    /** @param session of a video's upload; {@code null} for reels and stories */
    record Finish(String video, @Nullable String session, int round) implements At {
        @Override
        public boolean repeatable() {
            return false;
        }
    }

    record Processing(String video, int polls) implements At {}

    /** @param hidden whether Facebook shows the video later */
    record Cover(String video, boolean hidden) implements At {
        @Override
        public List<String> out() {
            return hidden ? List.of() : List.of(video);
        }

        @Override
        public List<String> own() {
            return List.of(video);
        }

        @Override
        public boolean complete() {
            return !hidden;
        }
    }

    /** Handed over: does Facebook show it? */
    record Release(String id, String note) implements At {
        @Override
        public List<String> own() {
            return List.of(id);
        }
    }

    /** @param id of a post or of a video */
    record Comment(String id, String note) implements At, Extra {
        @Override
        public boolean repeatable() {
            return false;
        }
    }

    record Link(String id, String note) implements At, Extra {}

    /** Everything is posted; what is left can fail no more than itself. */
    interface Extra extends Step {
        String id();

        @Override
        default List<String> out() {
            return List.of(id());
        }

        @Override
        default boolean complete() {
            return true;
        }
    }
}
