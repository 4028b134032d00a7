package planner.adapter.reddit;

import java.util.List;
import java.util.Objects;
import planner.adapter.reddit.At.Work;
import planner.adapter.reddit.RedditOptions.Place;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Session;

/** The look at a subreddit just before posting: whether it takes this from this account, and which flair is meant. */
final class Entrance {
    private static final String NO_FLAIR = "BAD_FLAIR_TEMPLATE_ID";

    private final RedditApi api;

    Entrance(RedditApi api) {
        this.api = api;
    }

    /** @throws NetworkException with the code that Reddit itself would refuse with, but before anything was uploaded */
    Work enter(Work work, Place place, String format, Session session) {
        var token = session.credential().access();
        var about = api.about(place.subreddit(), token);
        if (about.outcast()) {
            throw rejected("BANNED_FROM_SUBREDDIT", "this account is banned from " + place.shown());
        }
        if (about.closed()) {
            throw rejected("SUBREDDIT_NOTALLOWED", "only approved people may post in " + place.shown());
        }
        about.refuses(format).ifPresent(code -> {
            throw rejected(code, place.shown() + " does not take this kind of post");
        });
        return place.flair().isEmpty() ? work.flaired("", "") : flaired(work, place, token);
    }

    /** Names are for people, ids for Reddit: both are looked up among what this account may choose now. */
    private Work flaired(Work work, Place place, String token) {
        var flair = flairs(place, token).stream()
                .filter(one -> place.flair().equalsIgnoreCase(one.id())
                        || place.flair().equalsIgnoreCase(one.text()))
                .findFirst()
                .orElseThrow(() -> rejected(NO_FLAIR, place.shown() + " has no flair " + place.flair() + " to choose"));
        var id = Objects.requireNonNullElse(flair.id(), "");
        if (place.flairText().isEmpty() || Boolean.TRUE.equals(flair.editable())) {
            return work.flaired(id, place.flairText());
        }
        return work.flaired(id, "").remark("the flair takes no text of one's own: " + place.shown());
    }

    private List<RedditApi.Flair> flairs(Place place, String token) {
        try {
            return api.flairs(place.subreddit(), token);
        } catch (NetworkException e) {
            throw e.fault() instanceof Fault.Rejected(var code, var words) ? rejected(NO_FLAIR, words) : e;
        }
    }

    private static NetworkException rejected(String code, String words) {
        return new NetworkException(new Fault.Rejected(code, words));
    }
}
