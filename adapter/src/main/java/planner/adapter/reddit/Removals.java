package planner.adapter.reddit;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import planner.adapter.reddit.At.Out;
import planner.adapter.reddit.RedditApi.Seen;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Session;

/** Which posts were taken away, and by whom, in a person's words; {@code removed_by_category} of Reddit. */
final class Removals {
    private final RedditApi api;

    Removals(RedditApi api) {
        this.api = api;
    }

    /**
     * One for each post that was taken away; one that Reddit does not list yet may still come. What Reddit or the account's
     * owner refuse to tell is a remark as well: the posts are out.
     */
    List<String> remarks(List<Out> posts, Session session) {
        var ids = posts.stream().map(Out::id).toList();
        try {
            return api.info(ids, session.credential().access()).stream()
                    .flatMap(Removals::remark)
                    .toList();
        } catch (NetworkException e) {
            if (e.fault() instanceof Fault.Rejected || e.fault() instanceof Fault.Revoked) {
                return List.of("Reddit does not tell whether the post is still there");
            }
            throw e;
        }
    }

    private static Stream<String> remark(Seen seen) {
        var category = seen.removed();
        if (category == null) {
            return Stream.empty();
        }
        var what = switch (category) {
            case "reddit" -> "removed by Reddit's spam filter, ask the moderators to approve it: ";
            case "automod_filtered" -> "waits for the approval of the moderators: ";
            case "moderator" -> "removed by a moderator: ";
            case "deleted", "author" -> "deleted by the account itself: ";
            case "copyright_takedown", "content_takedown" -> "taken down by Reddit: ";
            case "anti_evil_ops", "community_ops" -> "removed by Reddit: ";
            default -> "no longer there: ";
        };
        var name = Objects.requireNonNullElse(seen.subreddit(), "");
        var where = name.isEmpty() || name.startsWith("u_") ? name : "r/" + name;
        return Stream.of(what + (where + " (" + category + ")").strip());
    }
}
