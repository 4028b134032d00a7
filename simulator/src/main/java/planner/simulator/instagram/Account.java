package planner.simulator.instagram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import planner.simulator.meta.GraphError;

/** One professional account with everything it has published. */
final class Account {
    static final int QUOTA = 100;
    private static final int CONTAINERS = 400;
    private static final Duration DAY = Duration.ofHours(24);

    final String id;
    final String scopedId;
    final String username;
    final String name;
    final String type;
    final int followers;
    private final List<Post> posts = new ArrayList<>();
    private final List<Instant> published = new ArrayList<>();
    private final List<Instant> created = new ArrayList<>();

    Account(String id, String scopedId, String username, String name, String type, int followers) {
        this.id = id;
        this.scopedId = scopedId;
        this.username = username;
        this.name = name;
        this.type = type;
        this.followers = followers;
    }

    synchronized void countContainer(Instant now) {
        created.removeIf(it -> !it.isAfter(now.minus(DAY)));
        if (created.size() >= CONTAINERS) {
            throw GraphError.of(9, 2207042, "The account has created too many containers within 24 hours");
        }
        created.add(now);
    }

    synchronized int used(Instant since) {
        return (int) published.stream().filter(it -> it.isAfter(since)).count();
    }

    /** Publishes at most once per container: who comes second finds it consumed. */
    synchronized Post publish(Container container, String id, Instant now) {
        container.mustBeReady(now);
        if (used(now.minus(DAY)) >= QUOTA) {
            throw GraphError.of(
                    9,
                    2207042,
                    "You have reached the maximum number of posts that can be published by "
                            + "Content Publishing API");
        }
        var post = new Post(id, this, container.draft(), now);
        container.published(post);
        published.add(now);
        posts.addFirst(post);
        return post;
    }

    /** Something that was there before the planner came. */
    synchronized void had(Post post) {
        posts.addFirst(post);
    }

    /** Newest first, without stories. */
    synchronized List<Post> media() {
        return posts.stream()
                .filter(it -> !it.draft.kind().story() && !it.deleted())
                .toList();
    }

    synchronized List<Post> stories(Instant now) {
        return posts.stream()
                .filter(it -> it.draft.kind().story() && !it.deleted() && it.at.isAfter(now.minus(DAY)))
                .toList();
    }

    synchronized List<Post> everything() {
        return List.copyOf(posts);
    }

    synchronized Optional<Post> find(String idOrShortcode) {
        return posts.stream()
                .filter(it -> !it.deleted()
                        && (it.id.equals(idOrShortcode) || it.shortcode().equals(idOrShortcode)))
                .findFirst();
    }
}
