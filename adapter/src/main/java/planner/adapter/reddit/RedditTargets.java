package planner.adapter.reddit;

import java.util.Set;
import java.util.stream.Collectors;
import planner.adapter.reddit.Subreddit.Facts;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Session;
import planner.network.TargetReader;

/** Each subreddit of a post with its settings, what its moderators demand of posts, and their rules. */
final class RedditTargets implements TargetReader {
    private static final Set<String> NO_SUCH_PLACE = Set.of("not-found", "banned", "private");

    private final RedditApi api;

    RedditTargets(RedditApi api) {
        this.api = api;
    }

    /** Without the account's own page, which demands nothing. */
    @Override
    public Set<String> targets(Delivery delivery) {
        return ((RedditOptions) delivery.options())
                .places().stream()
                        .map(RedditOptions.Place::subreddit)
                        .filter(name -> RedditRules.NAME.matcher(name).matches() && !name.startsWith("u_"))
                        .map(Subreddit::key)
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String read(String target, Session session) {
        var name = Subreddit.ofKey(target);
        var token = session.credential().access();
        Subreddit about;
        try {
            about = api.about(name, token);
        } catch (NetworkException e) {
            if (e.fault() instanceof Fault.Rejected(var code, var words) && NO_SUCH_PLACE.contains(code)) {
                return Facts.NO_SUCH_PLACE.stored();
            }
            throw e;
        }
        return new Facts(about, api.requirements(name, token), api.rules(name, token)).stored();
    }
}
