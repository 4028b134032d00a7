package planner.simulator.instagram;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.meta.GraphError;

/** A post in the making. It is seen by nobody, is published once, and is gone after a day. */
final class Container {
    private static final Duration LIFE = Duration.ofHours(24);

    final String id;
    final Account account;
    final boolean resumable;
    private final Instant created;
    private Draft draft;
    private @Nullable Instant ready;
    private @Nullable GraphError failure;
    private @Nullable Post post;
    private @Nullable Kept upload;

    /** @param ready when processing ends; null = bytes are still to come */
    Container(String id, Account account, Draft draft, Instant created, @Nullable Instant ready) {
        this.id = id;
        this.account = account;
        this.draft = draft;
        this.created = created;
        this.ready = ready;
        this.resumable = ready == null;
    }

    enum Status {
        IN_PROGRESS("In progress: Media is still being processed."),
        FINISHED("Finished: Media has been uploaded and it is ready to be published."),
        PUBLISHED("Published: Media has been published."),
        EXPIRED("Expired: The container was not published within 24 hours."),
        ERROR("Error: Media upload has failed with error code ");

        final String text;

        Status(String text) {
            this.text = text;
        }
    }

    synchronized Status status(Instant now) {
        if (post != null) {
            return Status.PUBLISHED;
        }
        if (!now.isBefore(created.plus(LIFE))) {
            return Status.EXPIRED;
        }
        if (ready == null || now.isBefore(ready)) {
            return Status.IN_PROGRESS;
        }
        return failure == null ? Status.FINISHED : Status.ERROR;
    }

    synchronized String text(Instant now) {
        Status status = status(now);
        return failure == null || status != Status.ERROR ? status.text : status.text + failure.subcode();
    }

    synchronized void mustBeReady(Instant now) {
        switch (status(now)) {
            case FINISHED -> {}
            case IN_PROGRESS ->
                throw GraphError.of(
                        9007,
                        2207027,
                        "Media ID is not available: The media is not ready for publishing, please wait for a moment");
            case PUBLISHED, EXPIRED ->
                throw GraphError.of(
                        24,
                        2207008,
                        "The requested resource does not exist: The media builder with creation id = " + id
                                + " does not exist or has expired");
            case ERROR ->
                throw GraphError.of(9007, 2207027, "Media ID is not available: The media could not be processed");
        }
    }

    synchronized Draft draft() {
        return draft;
    }

    synchronized void published(Post made) {
        post = made;
    }

    synchronized void failed(GraphError error) {
        failure = error;
    }

    synchronized Optional<Kept> upload() {
        return Optional.ofNullable(upload);
    }

    synchronized void begin(Kept kept) {
        upload = kept;
    }

    synchronized void complete(Kept kept, Instant end, @Nullable GraphError error) {
        upload = kept;
        draft = draft.with(kept);
        ready = end;
        failure = error;
    }

    synchronized boolean awaitsBytes() {
        return ready == null;
    }
}
