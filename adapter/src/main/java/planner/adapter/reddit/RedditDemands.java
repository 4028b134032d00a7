package planner.adapter.reddit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import planner.adapter.reddit.RedditOptions.Place;
import planner.adapter.reddit.Subreddit.Facts;
import planner.network.Delivery;
import planner.network.DemandReader;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Session;

/** What the named subreddits are, what their filters demand of a post, and the rules that their people live by. */
final class RedditDemands implements DemandReader {
    /** Why Reddit does not show a subreddit, and what preflight says then. */
    private static final Map<String, String> HIDDEN = Map.of(
            "not-found", "not-found",
            "private", "private",
            "quarantined", "quarantined",
            "banned", "shut");

    private final RedditApi api;

    RedditDemands(RedditApi api) {
        this.api = api;
    }

    @Override
    public List<String> places(Delivery delivery) {
        return ((RedditOptions) delivery.options())
                .places().stream()
                        .filter(Place::named)
                        .map(place -> Subreddit.key(place.subreddit()))
                        .distinct()
                        .toList();
    }

    @Override
    public String demands(String place, Session session) {
        var name = Subreddit.name(place);
        var token = session.credential().access();
        Subreddit about;
        try {
            about = api.about(name, token);
        } catch (NetworkException e) {
            return hidden(e.fault()).orElseThrow(() -> e).stored();
        }
        if (name.startsWith("u_")) {
            return new Facts(about, null, List.of(), null).stored();
        }
        var requirements = shown(() -> api.requirements(name, token));
        var rules = shown(() -> api.rules(name, token));
        return new Facts(about, requirements, rules == null ? List.of() : rules, null).stored();
    }

    private static Optional<Facts> hidden(Fault fault) {
        return fault instanceof Fault.Rejected(var code, var words)
                ? Optional.ofNullable(HIDDEN.get(code)).map(rule -> new Facts(null, null, List.of(), rule))
                : Optional.empty();
    }

    /** {@code null} where Reddit does not tell this account. */
    private static <T> @Nullable T shown(Supplier<T> question) {
        try {
            return question.get();
        } catch (NetworkException e) {
            if (e.fault() instanceof Fault.Rejected) {
                return null;
            }
            throw e;
        }
    }
}
