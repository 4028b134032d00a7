package planner.adapter.reddit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Lists;
import planner.adapter.reddit.RedditApi.Lease;
import planner.network.Step;

/** Where a publication to Reddit stands: each subreddit from Check to Submit, and one look at all of them in the end. */
sealed interface At extends Step {
    Work work();

    @Override
    default List<String> out() {
        return work().out().stream().map(Out::id).toList();
    }

    /** Whether the next subreddit takes this kind of post from this account, and its flair by name. */
    record Check(Work work) implements At {}

    /** The permission for the next file is asked for. @param round how often a permission ended unused */
    record Ask(Work work, List<File> files, int round) implements At {}

    /** The next file goes up. */
    record Upload(Work work, List<File> files, Lease lease, int round) implements At {}

    /** @param doubted an earlier try was cut short and not found */
    record Submit(Work work, List<File> files, boolean doubted) implements At {
        @Override
        public boolean repeatable() {
            return false;
        }
    }

    /** It was cut short and is not there; it may come yet. @param looks since then */
    record Looking(Work work, List<File> files, int looks) implements At {}

    /** Reddit took it and works on the files. @param looks since then */
    record Appearing(Work work, List<File> files, int looks) implements At {}

    /** The first comment below the post that has just come out. */
    record Comment(Work work) implements At {
        @Override
        public boolean repeatable() {
            return false;
        }
    }

    /** Whether Reddit's filters or the moderators have taken the posts away. */
    record Visible(Work work) implements At {
        @Override
        public boolean complete() {
            return true;
        }
    }

    /**
     * What is done so far.
     *
     * @param place which of the delivery's subreddits, from 0
     * @param out the posts that are out
     * @param troubles what a person should know in the end, in the order of happening
     * @param code of the first refusal; {@code null} = none
     * @param doubt of at least one subreddit nobody can tell
     * @param flair template id for the subreddit at hand; may be empty
     */
    record Work(
            int place,
            List<Out> out,
            List<String> troubles,
            @Nullable String code,
            boolean doubt,
            String flair,
            String flairText) {
        public Work {
            out = List.copyOf(out);
            troubles = List.copyOf(troubles);
        }

        static final Work NOTHING = new Work(0, List.of(), List.of(), null, false, "", "");

        Work with(Out post) {
            return new Work(place, Lists.plus(out, post), troubles, code, doubt, flair, flairText);
        }

        Work flaired(String id, String text) {
            return new Work(place, out, troubles, code, doubt, id, text);
        }

        Work next() {
            return new Work(place + 1, out, troubles, code, doubt, "", "");
        }

        Work refused(String refusal, String words) {
            return new Work(
                    place, out, Lists.plus(troubles, words), code == null ? refusal : code, doubt, flair, flairText);
        }

        Work doubtful(String words) {
            return new Work(place, out, Lists.plus(troubles, words), code, true, flair, flairText);
        }

        Work remark(String words) {
            return new Work(place, out, Lists.plus(troubles, words), code, doubt, flair, flairText);
        }
    }

    /** A post that is out. @param id its fullname; @param url where people see it */
    record Out(String id, String url) {}

    /** An uploaded file. @param url as submit wants it named */
    record File(String asset, String url) {}
}
