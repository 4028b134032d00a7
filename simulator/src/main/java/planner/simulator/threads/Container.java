package planner.simulator.threads;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import planner.simulator.meta.GraphError;

/** A post in the making. It is seen by nobody, is published once, and is gone after a day. */
final class Container {
    private static final int NOT_FOUND = 4279009;
    private static final Duration LIFE = Duration.ofHours(24);

    final String id;
    final Profile profile;
    final Draft draft;
    private final Instant created;
    private final Instant ready;
    private final String failure;
    private @Nullable Post post;

    /** @param ready when processing ends; @param failure the word for what went wrong, empty when nothing does */
    Container(String id, Profile profile, Draft draft, Instant created, Instant ready, String failure) {
        this.id = id;
        this.profile = profile;
        this.draft = draft;
        this.created = created;
        this.ready = ready;
        this.failure = failure;
    }

    enum Status {
        IN_PROGRESS,
        FINISHED,
        PUBLISHED,
        ERROR,
        EXPIRED
    }

    synchronized Status status(Instant now) {
        if (post != null) {
            return Status.PUBLISHED;
        }
        if (!now.isBefore(created.plus(LIFE))) {
            return Status.EXPIRED;
        }
        if (now.isBefore(ready)) {
            return Status.IN_PROGRESS;
        }
        return failure.isEmpty() ? Status.FINISHED : Status.ERROR;
    }

    @Nullable
    String error(Instant now) {
        return status(now) == Status.ERROR ? failure : null;
    }

    void mustBeReady(Instant now) {
        if (status(now) != Status.FINISHED) {
            throw notFound(id);
        }
    }

    static GraphError notFound(String id) {
        return GraphError.of(24, NOT_FOUND, "Media Not Found: The media with id " + id + " cannot be found.");
    }

    synchronized void published(Post made) {
        post = made;
    }
}
