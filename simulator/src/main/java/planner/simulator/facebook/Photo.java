package planner.simulator.facebook;

import java.time.Duration;
import java.time.Instant;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.meta.GraphError;

/** An uploaded photo. Nobody sees it before a post or a story shows it; unused it is kept for a day. */
final class Photo {
    private static final Duration LIFE = Duration.ofHours(24);

    final String id;
    final Page page;
    final Kept file;
    final String alt;
    final boolean temporary;
    private final Instant created;
    private boolean used;

    Photo(String id, Page page, Kept file, String alt, boolean temporary, Instant created) {
        this.id = id;
        this.page = page;
        this.file = file;
        this.alt = alt;
        this.temporary = temporary;
        this.created = created;
    }

    /** A photo is shown by one post only. */
    synchronized void use(Instant now) {
        if (used) {
            throw GraphError.of(100, 1366051, "These photos were already posted");
        }
        if (!temporary && !now.isBefore(created.plus(LIFE))) {
            throw GraphError.missing(id);
        }
        used = true;
    }

    synchronized void release() {
        used = false;
    }
}
