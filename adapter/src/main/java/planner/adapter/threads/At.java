package planner.adapter.threads;

import java.util.List;
import planner.adapter.kit.Lists;
import planner.network.Step;

/**
 * Where a post for Threads stands. {@code out}: the ids of the thread's posts that are out. {@code comment}: it is the first
 * comment that is made, so that the whole delivery is out.
 */
sealed interface At extends Step {
    @Override
    List<String> out();

    record Quota(List<String> out) implements At {}

    /** @param children finished containers of a carousel; @param round how often a failed container was made anew */
    record Make(List<String> out, List<String> children, int round, boolean comment) implements At {
        @Override
        public boolean complete() {
            return comment;
        }
    }

    /** @param looks so far; @param children those of the carousel that are finished, all of them for the carousel itself */
    record Processing(List<String> out, List<String> children, String container, int looks, int round, boolean comment)
            implements At {
        @Override
        public boolean complete() {
            return comment;
        }
    }

    /** @param tries how often Threads did not know the finished container */
    record Publish(List<String> out, String container, int tries, boolean comment) implements At {
        @Override
        public boolean repeatable() {
            return false;
        }

        @Override
        public boolean complete() {
            return comment;
        }
    }

    /** It is certainly out, and its container stands for it; which of the account's posts is it? @param looks so far */
    record Find(List<String> before, String container, int looks) implements At {
        @Override
        public List<String> out() {
            return Lists.plus(before, container);
        }
    }

    record Link(List<String> out, String note) implements At {
        @Override
        public boolean complete() {
            return true;
        }
    }
}
