package planner.simulator.facebook;

import java.time.Duration;
import java.time.Instant;
import planner.simulator.media.MediaShelf.Kept;

/** One story; gone after a day. */
record Story(String postId, Page page, String mediaId, boolean video, Kept file, Instant at) {
    private static final Duration LIFE = Duration.ofHours(24);

    boolean shown(Instant now) {
        return at.isAfter(now.minus(LIFE));
    }

    String path() {
        return "/stories/" + page.username + "/" + postId;
    }
}
