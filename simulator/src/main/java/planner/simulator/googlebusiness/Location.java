package planner.simulator.googlebusiness;

import java.util.ArrayList;
import java.util.List;

/** A place on the map, with the posts that its owners made. */
final class Location {
    final String id;
    final String title;
    final String city;
    /** Whether Google lets its owners speak for it. */
    final boolean voiced;

    private final List<Post> posts = new ArrayList<>();

    Location(String id, String title, String city, boolean voiced) {
        this.id = id;
        this.title = title;
        this.city = city;
        this.voiced = voiced;
    }

    String name() {
        return "locations/" + id;
    }

    synchronized void add(Post post) {
        posts.add(post);
    }

    synchronized void remove(Post post) {
        posts.remove(post);
    }

    /** Oldest first. */
    synchronized List<Post> posts() {
        return List.copyOf(posts);
    }
}
