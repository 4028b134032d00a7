package planner.adapter.reddit;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.adapter.reddit.RedditApi.Seen;
import planner.adapter.reddit.RedditOptions.Place;
import planner.network.Delivery;

/**
 * Which of the account's posts is this one. All must agree: subreddit, title, time and kind, and then what only this post
 * can have: its text, its link, or the name of its file, which Reddit gives to the picture it shows.
 */
final class Likeness {
    private static final Pattern BLANK = Pattern.compile("\\s+");
    // Reddit itself adds it to the text of a poll
    private static final Pattern POLL_LINK = Pattern.compile("\\s*\\[View Poll]\\(https?://[^)]*/poll/[^)]*\\)\\s*$");
    private static final int MARGIN = 60;

    private final Delivery delivery;
    private final Place place;
    private final Set<String> taken;
    private final List<String> assets;

    /**
     * @param taken fullnames that are known to be posts of this delivery in other subreddits
     * @param assets ids of the uploaded files
     */
    Likeness(Delivery delivery, Place place, Set<String> taken, List<String> assets) {
        this.delivery = delivery;
        this.place = place;
        this.taken = taken;
        this.assets = assets;
    }

    /** @param sure agree in everything; @param alike agree in all but what only this post has */
    record Found(List<Seen> sure, List<Seen> alike) {}

    Found among(List<Seen> newest) {
        var alike = newest.stream().filter(this::alike).toList();
        var sure = alike.stream().filter(this::same).toList();
        return new Found(
                sure, alike.stream().filter(seen -> !sure.contains(seen)).toList());
    }

    private boolean alike(Seen seen) {
        long since = delivery.scheduledAt().getEpochSecond() - MARGIN;
        return !taken.contains(text(seen.name()))
                && text(seen.subreddit()).equalsIgnoreCase(place.subreddit())
                && plain(text(seen.title())).equals(plain(delivery.title()))
                && created(seen) >= since
                && kind(seen);
    }

    private static double created(Seen seen) {
        var created = seen.created();
        return created == null ? 0 : created;
    }

    private boolean kind(Seen seen) {
        boolean self = Boolean.TRUE.equals(seen.self());
        boolean gallery = Boolean.TRUE.equals(seen.gallery());
        boolean poll = seen.poll() != null && seen.poll().isObject();
        return switch (delivery.format()) {
            case RedditCapabilities.TEXT -> self && !poll;
            case RedditCapabilities.POLL -> self;
            case RedditCapabilities.GALLERY -> gallery;
            default -> !self && !gallery;
        };
    }

    private boolean same(Seen seen) {
        boolean words = words(seen).equals(plain(Submission.body(delivery)));
        return switch (delivery.format()) {
            case RedditCapabilities.LINK ->
                words && text(seen.url()).equals(Submission.link(delivery).orElse(""));
            case RedditCapabilities.IMAGE -> named(text(seen.url()));
            case RedditCapabilities.GALLERY ->
                seen.items() != null && named(seen.items().toString());
            // the name of a video is unverified: its text may stand for it
            case RedditCapabilities.VIDEO -> named(text(seen.url())) || words;
            default -> words;
        };
    }

    private boolean named(String where) {
        return assets.stream().anyMatch(where::contains);
    }

    private static String words(Seen seen) {
        return plain(POLL_LINK.matcher(text(seen.selftext())).replaceFirst(""));
    }

    /** Reddit keeps words, not the blanks around and between them. */
    static String plain(String text) {
        return BLANK.matcher(text.strip()).replaceAll(" ");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
