package planner.simulator.facebook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A post of the feed: words, a link with its card, or photos. */
final class Post {
    final String id;
    final Page page;
    final @Nullable Card card;
    final String place;
    final Talk talk = new Talk();
    private final Instant created;
    private final List<Photo> photos;
    private String message;
    private State state;
    private @Nullable Instant scheduled;
    private boolean deleted;

    /** How a post begins. */
    enum State {
        PUBLISHED,
        SCHEDULED,
        DRAFT
    }

    /** What is shown of a link. */
    record Card(String link, String title, String description, String picture) {}

    /** @param scheduled when it appears by itself; {@code null} = not by itself */
    record When(State state, @Nullable Instant scheduled) {}

    Post(
            String id,
            Page page,
            String message,
            @Nullable Card card,
            List<Photo> photos,
            String place,
            Instant created,
            When when) {
        this.id = id;
        this.page = page;
        this.message = message;
        this.card = card;
        this.photos = photos;
        this.place = place;
        this.created = created;
        this.state = when.state();
        this.scheduled = when.scheduled();
    }

    synchronized boolean published(Instant now) {
        var due = scheduled;
        return state == State.PUBLISHED || state == State.SCHEDULED && due != null && !now.isBefore(due);
    }

    synchronized boolean waiting(Instant now) {
        return state == State.SCHEDULED && !published(now);
    }

    synchronized @Nullable Instant scheduled() {
        return scheduled;
    }

    synchronized Instant at() {
        var due = scheduled;
        return state == State.SCHEDULED && due != null ? due : created;
    }

    synchronized String message() {
        return message;
    }

    synchronized void edit(String text) {
        message = text;
    }

    synchronized void publish() {
        state = State.PUBLISHED;
    }

    synchronized void move(Instant to) {
        state = State.SCHEDULED;
        scheduled = to;
    }

    synchronized void delete() {
        deleted = true;
    }

    synchronized boolean deleted() {
        return deleted;
    }

    List<Photo> photos() {
        return photos;
    }

    boolean same(Post other) {
        var mine = card == null ? "" : card.link();
        var its = other.card == null ? "" : other.card.link();
        return photos.isEmpty() && message().equals(other.message()) && mine.equals(its);
    }

    String path() {
        return "/" + page.username + "/posts/" + id.substring(id.indexOf('_') + 1);
    }
}
