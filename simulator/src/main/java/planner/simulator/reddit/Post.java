package planner.simulator.reddit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One post. Its state follows from the clock. */
final class Post {
    final String id;
    final Redditor author;
    final Community community;
    final Content content;
    final Marks marks;
    final Instant appears;
    /** Who took it away; empty = nobody. */
    volatile String removed = "";

    Post(String id, Redditor author, Community community, Content content, Marks marks, Instant appears) {
        this.id = id;
        this.author = author;
        this.community = community;
        this.content = content;
        this.marks = marks;
        this.appears = appears;
    }

    enum Kind {
        SELF,
        LINK,
        IMAGE,
        VIDEO,
        GALLERY,
        POLL
    }

    /** @param url of a link post; @param options of a poll; @param days of a poll */
    record Content(
            Kind kind, String title, String text, String url, List<Item> items, List<String> options, int days) {}

    /** One file. @param caption only galleries have them; @param url where it leads, the same */
    record Item(Uploads.Asset asset, String caption, String url) {}

    record Marks(boolean nsfw, boolean spoiler, boolean replies, String flair) {}

    /** @param at when it was written */
    record Comment(String id, Redditor author, String body, Instant at) {}

    String fullname() {
        return "t3_" + id;
    }

    /** In the lists of its author, and where it can be read; also when filters have hidden it from all others. */
    boolean listed(Instant now) {
        return !now.isBefore(appears) && !removed.equals("deleted");
    }

    boolean visible(Instant now) {
        return listed(now) && removed.isEmpty();
    }

    String path() {
        String slug = content.title()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        String short50 = slug.length() > 50 ? slug.substring(0, 50) : slug;
        return "/r/" + community.name + "/comments/" + id + "/" + (short50.isEmpty() ? "post" : short50) + "/";
    }

    /** A number that grows with its age, the same for all who ask. */
    long score(Instant now) {
        double minutes = Math.max(0, java.time.Duration.between(appears, now).toMinutes());
        long most = 5L + Math.floorMod(id.hashCode(), 400);
        return 1 + Math.round(most * (1 - Math.exp(-minutes / 240)));
    }
}
