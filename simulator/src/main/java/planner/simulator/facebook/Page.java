package planner.simulator.facebook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import planner.simulator.meta.GraphError;

/** One Page with everything it has published or holds back. */
final class Page {
    /** Reels in a rolling day. */
    static final int REELS = 30;

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration REPEAT = Duration.ofHours(1);

    final String id;
    final String name;
    final String username;
    final String category;
    final List<String> tasks;
    final int followers;
    private final List<Post> posts = new ArrayList<>();
    private final List<Story> stories = new ArrayList<>();
    private final List<Instant> reels = new ArrayList<>();

    Page(String id, String name, String username, String category, List<String> tasks, int followers) {
        this.id = id;
        this.name = name;
        this.username = username;
        this.category = category;
        this.tasks = tasks;
        this.followers = followers;
    }

    boolean writable() {
        return tasks.contains("CREATE_CONTENT") || tasks.contains("MANAGE");
    }

    /** The same words and link again at once are taken for a mistake. */
    synchronized void add(Post post, Instant now) {
        boolean repeated = post.published(now)
                && post.photos().isEmpty()
                && posts.stream()
                        .filter(it -> it.published(now))
                        .findFirst()
                        .filter(it -> it.same(post) && it.at().isAfter(now.minus(REPEAT)))
                        .isPresent();
        if (repeated) {
            throw GraphError.of(506, 1455006, "Duplicate status message");
        }
        posts.addFirst(post);
    }

    /** Newest first, also those that nobody sees yet. */
    synchronized List<Post> posts() {
        return posts.stream().filter(it -> !it.deleted()).toList();
    }

    synchronized void add(Story story) {
        boolean again = stories.stream().anyMatch(it -> it.mediaId().equals(story.mediaId()));
        if (again) {
            throw GraphError.of(100, 1366051, "This media was already posted");
        }
        stories.addFirst(story);
    }

    synchronized List<Story> stories() {
        return List.copyOf(stories);
    }

    synchronized void countReel(Instant now) {
        reels.removeIf(it -> !it.isAfter(now.minus(DAY)));
        if (reels.size() >= REELS) {
            throw GraphError.of(613, 0, "(#613) Calls to this api have exceeded the rate limit: 30 reels in 24 hours");
        }
        reels.add(now);
    }
}
