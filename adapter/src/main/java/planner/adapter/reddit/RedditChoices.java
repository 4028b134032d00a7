package planner.adapter.reddit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import planner.adapter.reddit.RedditOptions.Place;
import planner.network.ChoiceReader;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Session;

/** Subreddits of the account and those that a typed name may mean; the flairs that it may choose in the one at hand. */
final class RedditChoices implements ChoiceReader {
    static final String SUBREDDITS = "subreddits";
    static final String FLAIRS = "flairs";

    private final RedditApi api;

    RedditChoices(RedditApi api) {
        this.api = api;
    }

    @Override
    public List<Choice> choices(String list, Map<String, String> context, Session session) {
        var place = Place.of(context.get("subreddit"), null, null);
        var token = session.credential().access();
        return switch (list) {
            case SUBREDDITS -> subreddits(place, session.account().handle(), token);
            case FLAIRS -> place.subreddit().isEmpty() ? List.of() : flairs(place, token);
            default -> List.of();
        };
    }

    private List<Choice> subreddits(Place typed, String user, String token) {
        var all = new LinkedHashMap<String, Choice>();
        all.put("u_" + user, new Choice("u_" + user, "u/" + user, true));
        api.mine("moderator", token).forEach(one -> put(all, one));
        api.mine("subscriber", token).forEach(one -> put(all, one));
        boolean unknown = all.keySet().stream().noneMatch(name -> name.equalsIgnoreCase(typed.subreddit()));
        if (!typed.subreddit().isEmpty() && unknown) {
            api.search(typed.subreddit(), token).forEach(one -> put(all, one));
        }
        return List.copyOf(all.values());
    }

    private static void put(Map<String, Choice> all, Subreddit one) {
        var name = Objects.requireNonNullElse(one.name(), "");
        if (!name.isEmpty() && !name.startsWith("u_")) {
            var label = "r/" + name + (Boolean.TRUE.equals(one.adult()) ? " · NSFW" : "");
            all.putIfAbsent(name, new Choice(name, label, !one.outcast() && !one.closed()));
        }
    }

    /** A subreddit may hide its flairs, or have none. */
    private List<Choice> flairs(Place place, String token) {
        try {
            return api.flairs(place.subreddit(), token).stream()
                    .filter(flair -> flair.id() != null)
                    .map(flair -> new Choice(
                            Objects.requireNonNullElse(flair.id(), ""),
                            Objects.requireNonNullElse(flair.text(), ""),
                            true))
                    .toList();
        } catch (NetworkException e) {
            if (e.fault() instanceof Fault.Rejected) {
                return List.of();
            }
            throw e;
        }
    }
}
