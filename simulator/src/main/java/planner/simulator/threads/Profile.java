package planner.simulator.threads;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import planner.simulator.meta.GraphError;

/** One profile with everything it has published. */
final class Profile {
    private static final Duration DAY = Duration.ofHours(24);

    final String id;
    final String username;
    final String name;
    final int followers;
    private final List<Post> posts = new ArrayList<>();
    private final List<Instant> searches = new ArrayList<>();
    private final List<Instant> deletes = new ArrayList<>();

    Profile(String id, String username, String name, int followers) {
        this.id = id;
        this.username = username;
        this.name = name;
        this.followers = followers;
    }

    /** What may be done in a rolling day. */
    enum Quota {
        POSTS("quota_usage", "config", 250),
        REPLIES("reply_quota_usage", "reply_config", 1_000),
        DELETES("delete_quota_usage", "delete_config", 100),
        SEARCHES("location_search_quota_usage", "location_search_config", 500);

        final String usage;
        final String config;
        final int total;

        Quota(String usage, String config, int total) {
            this.usage = usage;
            this.config = config;
            this.total = total;
        }
    }

    synchronized int used(Quota quota, Instant now) {
        Predicate<Instant> today = it -> it.isAfter(now.minus(DAY));
        return (int)
                switch (quota) {
                    case POSTS ->
                        posts.stream()
                                .filter(it -> !it.reply() && today.test(it.at))
                                .count();
                    case REPLIES ->
                        posts.stream()
                                .filter(it -> it.reply() && today.test(it.at))
                                .count();
                    case DELETES -> deletes.stream().filter(today).count();
                    case SEARCHES -> searches.stream().filter(today).count();
                };
    }

    synchronized void searched(Instant now) {
        within(Quota.SEARCHES, now);
        searches.add(now);
    }

    synchronized void delete(Post post, Instant now) {
        within(Quota.DELETES, now);
        deletes.add(now);
        post.delete();
    }

    private void within(Quota quota, Instant now) {
        if (used(quota, now) >= quota.total) {
            throw GraphError.of(9, 2207042, "You have reached the limit of " + quota.total + " within 24 hours");
        }
    }

    /** Publishes at most once per container: who comes second finds it consumed. */
    synchronized Post publish(Container container, String id, Instant now) {
        container.mustBeReady(now);
        var post = new Post(id, this, container.draft, now);
        within(post.reply() ? Quota.REPLIES : Quota.POSTS, now);
        container.published(post);
        posts.addFirst(post);
        return post;
    }

    /** Something that was there before the planner came. */
    synchronized void had(Post post) {
        posts.addLast(post);
    }

    /** Newest first. */
    synchronized List<Post> posts() {
        return posts.stream().filter(it -> !it.deleted()).toList();
    }

    Optional<Post> find(String idOrShortcode) {
        return posts().stream()
                .filter(it -> it.id.equals(idOrShortcode) || it.shortcode().equals(idOrShortcode))
                .findFirst();
    }
}
