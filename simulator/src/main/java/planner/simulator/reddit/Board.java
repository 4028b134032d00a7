package planner.simulator.reddit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import planner.simulator.reddit.Post.Comment;
import planner.simulator.reddit.Post.Content;
import planner.simulator.reddit.Post.Kind;
import planner.simulator.reddit.Post.Marks;

/** Everything that was posted. Files are worked on first, and who posts too fast must wait. */
final class Board {
    private final Clock clock;
    private final List<Post> posts = new ArrayList<>();
    private final Map<String, List<Comment>> comments = new LinkedHashMap<>();
    private final Map<String, Instant> last = new LinkedHashMap<>();
    private long ids;

    volatile Duration picture = Duration.ofSeconds(4);
    volatile Duration film = Duration.ofSeconds(45);
    /** Files are taken, and nothing ever comes of them. */
    volatile boolean lost;

    Board(Clock clock) {
        this.clock = clock;
        // ids of yesterday do not come again after a restart
        ids = 1_900_000_000L + clock.instant().getEpochSecond() % 100_000_000L * 36;
    }

    synchronized Optional<Post> add(Redditor who, Community where, Content content, Marks marks) {
        Instant now = clock.instant();
        paced(who, now);
        ids += 7;
        boolean files = content.kind() == Kind.IMAGE || content.kind() == Kind.VIDEO;
        if (files
                && (lost || !content.items().stream().allMatch(it -> it.asset().good()))) {
            return Optional.empty();
        }
        Duration work = content.kind() == Kind.VIDEO ? film : files ? picture : Duration.ZERO;
        Post post = new Post(Long.toString(ids, 36), who, where, content, marks, now.plus(work));
        post.removed = where.filter;
        posts.addFirst(post);
        return Optional.of(post);
    }

    private void paced(Redditor who, Instant now) {
        Instant before = last.get(who.id());
        Instant next = before == null ? now : before.plus(who.pace());
        if (now.isBefore(next)) {
            throw RedditError.tooSoon(Duration.between(now, next));
        }
        last.put(who.id(), now);
    }

    /** Newest first. */
    synchronized List<Post> all() {
        Instant now = clock.instant();
        return posts.stream().filter(it -> it.listed(now)).toList();
    }

    Optional<Post> find(String idOrFullname) {
        String id = idOrFullname.replaceFirst("^t3_", "");
        return all().stream().filter(it -> it.id.equals(id)).findFirst();
    }

    List<Post> of(Redditor who) {
        return all().stream().filter(it -> it.author.equals(who)).toList();
    }

    List<Post> visible() {
        Instant now = clock.instant();
        return all().stream().filter(it -> it.visible(now)).toList();
    }

    /** Whether this address was posted in this subreddit within so many days. */
    boolean posted(Community where, String url, int days) {
        Instant since = clock.instant().minus(Duration.ofDays(days));
        return all().stream().anyMatch(it -> stands(it, where, url) && it.appears.isAfter(since));
    }

    /** Whether this address stands in this subreddit. */
    boolean posted(Community where, String url) {
        return all().stream().anyMatch(it -> stands(it, where, url));
    }

    private static boolean stands(Post post, Community where, String url) {
        return post.community == where
                && post.content.kind() == Kind.LINK
                && post.content.url().equals(url);
    }

    synchronized Comment comment(Post post, Redditor who, String body) {
        ids += 7;
        Comment made = new Comment(Long.toString(ids, 36), who, body, clock.instant());
        comments.computeIfAbsent(post.id, any -> new ArrayList<>()).addFirst(made);
        return made;
    }

    /** Newest first. */
    synchronized List<Comment> comments(Post post) {
        return List.copyOf(comments.getOrDefault(post.id, List.of()));
    }
}
