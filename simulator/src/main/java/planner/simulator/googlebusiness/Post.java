package planner.simulator.googlebusiness;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.simulator.media.MediaShelf.Kept;
import tools.jackson.databind.JsonNode;

/** A local post from the moment Google took it. Its state follows from the clock. */
final class Post {
    private static final Pattern PHONE = Pattern.compile("(?<![\\w~/])\\d(?:[ .()-]{0,2}\\d){8,}(?!\\w)");

    final String id;
    /** As it was sent. */
    final JsonNode sent;

    final Instant created;
    final @Nullable Kept photo;
    private final Duration review;
    private final @Nullable Instant release;

    Post(String id, JsonNode sent, Instant created, Duration review, @Nullable Instant release, @Nullable Kept photo) {
        this.id = id;
        this.sent = sent;
        this.created = created;
        this.review = review;
        this.release = release;
        this.photo = photo;
    }

    String text(String pointer) {
        return sent.at(pointer).asString("");
    }

    /** What the review looks at: a phone number is against the policy. */
    private boolean allowed() {
        return !PHONE.matcher(text("/summary")).find()
                && !PHONE.matcher(text("/event/title")).find();
    }

    String state(Instant now) {
        if (now.isBefore(created.plus(review))) {
            return "PROCESSING";
        }
        if (!allowed()) {
            return "REJECTED";
        }
        if (release != null && now.isBefore(release)) {
            return "SCHEDULED";
        }
        return sent.at("/event/recurrenceInfo").isObject() ? "RECURRING" : "LIVE";
    }

    boolean shown(Instant now) {
        String state = state(now);
        return state.equals("LIVE") || state.equals("RECURRING");
    }
}
