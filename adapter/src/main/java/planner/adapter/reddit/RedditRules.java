package planner.adapter.reddit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.adapter.reddit.RedditOptions.Place;
import planner.adapter.reddit.RedditOptions.Poll;
import planner.network.Account;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Unit;

/** What no table can say: names, polls, posters, and what the chosen subreddits were known to demand. */
final class RedditRules {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s/]+\\.?[^\\s]*");

    private RedditRules() {}

    static List<Finding> check(Delivery delivery, Account account) {
        var options = (RedditOptions) delivery.options();
        var findings = new ArrayList<Finding>();
        places(options, findings);
        nowhere(options, findings);
        switch (delivery.format()) {
            case RedditCapabilities.LINK -> link(delivery, findings);
            case RedditCapabilities.GALLERY -> pictureLinks(delivery, options, findings);
            case RedditCapabilities.POLL -> poll(options.poll(), findings);
            case RedditCapabilities.VIDEO -> poster(options, findings);
            default -> {}
        }
        for (var place : options.places()) {
            if (place.named()) {
                findings.addAll(SubredditRules.check(delivery, place, account));
            }
        }
        return findings;
    }

    private static void places(RedditOptions options, List<Finding> findings) {
        var seen = new HashSet<String>();
        boolean first = true;
        for (var place : options.places()) {
            var field = first ? "options.subreddit" : "options.also";
            // that none was chosen at all is said by the option itself
            if (!place.subreddit().isEmpty() && !place.named()) {
                findings.add(Finding.error("reddit.name", field, "", place.subreddit()));
            } else if (!seen.add(place.key())) {
                findings.add(Finding.error("reddit.twice", field, "", place.shown()));
            }
            if (!place.flairText().isEmpty() && place.flair().isEmpty()) {
                findings.add(
                        Finding.error("reddit.flair-text", first ? "options.flairText" : field, "", place.shown()));
            }
            first = false;
        }
    }

    /** Nothing would be posted there; a flair alone shows that something was meant to be. */
    private static void nowhere(RedditOptions options, List<Finding> findings) {
        for (var more : options.also()) {
            var place = Place.of(more.subreddit(), more.flair(), more.flairText());
            if (place.subreddit().isEmpty()) {
                boolean bare = (place.flair() + place.flairText()).isEmpty();
                findings.add(
                        bare
                                ? Finding.warning("reddit.empty", "options.also", "", "")
                                : Finding.error("reddit.nowhere", "options.also", "", ""));
            }
        }
    }

    private static void link(Delivery delivery, List<Finding> findings) {
        var link = Submission.link(delivery).orElse("");
        if (!LINK.matcher(link).matches()) {
            findings.add(Finding.error("reddit.link", "options.link", "", link));
        }
    }

    private static void pictureLinks(Delivery delivery, RedditOptions options, List<Finding> findings) {
        int pictures = delivery.media().size();
        int links = options.pictureLinks().size();
        if (links > pictures) {
            findings.add(Finding.error("reddit.picture-links-many", "options.pictureLinks", "" + pictures, "" + links));
        }
        for (int i = 0; i < links; i++) {
            var link = options.pictureLink(i);
            if (!link.isEmpty() && !LINK.matcher(link).matches()) {
                findings.add(Finding.error("reddit.picture-link", "options.pictureLinks", "", link));
            }
        }
    }

    private static void poll(@Nullable Poll given, List<Finding> findings) {
        var poll = given == null ? new Poll(List.of(), null) : given;
        int answers = poll.options().size();
        if (answers < RedditCapabilities.POLL_LEAST || answers > RedditCapabilities.POLL_MOST) {
            findings.add(Finding.error(
                    "reddit.poll-answers",
                    "options.poll",
                    RedditCapabilities.POLL_LEAST + "-" + RedditCapabilities.POLL_MOST,
                    "" + answers));
        }
        for (var answer : poll.options()) {
            int length = Unit.CODE_POINTS.count(answer.strip());
            if (length < 1 || length > RedditCapabilities.POLL_ANSWER) {
                findings.add(Finding.error(
                        "reddit.poll-answer", "options.poll", "1-" + RedditCapabilities.POLL_ANSWER, "" + length));
            }
        }
        int days = poll.daysOrThree();
        if (days < 1 || days > RedditCapabilities.POLL_DAYS) {
            findings.add(
                    Finding.error("reddit.poll-days", "options.poll", "1-" + RedditCapabilities.POLL_DAYS, "" + days));
        }
    }

    private static void poster(RedditOptions options, List<Finding> findings) {
        var poster = options.poster();
        if (poster == null) {
            findings.add(Finding.warning("reddit.no-poster", "options.poster", "", ""));
        } else if (!RedditCapabilities.POSTER_TYPES.contains(poster.type())) {
            findings.add(Finding.error("reddit.poster-type", "options.poster", "JPEG, PNG", poster.type()));
        } else if (poster.bytes() > RedditCapabilities.PICTURE_BYTES) {
            findings.add(Finding.error(
                    "reddit.poster-bytes",
                    "options.poster",
                    "" + RedditCapabilities.PICTURE_BYTES,
                    "" + poster.bytes()));
        }
    }

    /** The field to blame for what a subreddit says of itself. */
    static String field(Place place, RedditOptions options) {
        return options.places().getFirst().equals(place) ? "options.subreddit" : "options.also";
    }
}
