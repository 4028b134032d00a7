package planner.adapter.mastodon;

import java.util.List;
import planner.network.Step;

/** Where a publication to Mastodon stands; {@code out}: the ids of the thread's posts that are out. */
sealed interface At extends Step {
    /** What the server takes is held against the whole delivery. */
    record Check() implements At {
        @Override
        public List<String> out() {
            return List.of();
        }
    }

    /** @param media ids of this part's files so far; the next file is the one after them */
    record Upload(List<String> out, List<String> media) implements At {}

    /** The server works on the file that went up last. */
    record Processing(List<String> out, List<String> media, String id) implements At {}

    /** @param looks how often it was looked for since it was cut short */
    record Post(List<String> out, List<String> media, int looks) implements At {
        @Override
        public boolean repeatable() {
            return false;
        }
    }
}
