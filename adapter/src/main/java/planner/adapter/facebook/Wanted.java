package planner.adapter.facebook;

import java.time.Instant;
import java.util.Optional;
import planner.adapter.facebook.FacebookOptions.Publish;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.MediaKind;
import planner.network.NetworkException;

/** What a delivery asks for, beside its words and media. */
final class Wanted {
    private Wanted() {}

    static boolean story(Delivery delivery) {
        return delivery.format().equals(FacebookCapabilities.STORY);
    }

    /** A story is shown at once. */
    static Publish publish(Delivery delivery) {
        return story(delivery) ? Publish.NOW : FacebookOptions.of(delivery).publish();
    }

    /** What cannot be shown when a person wanted it is not shown at all. */
    static Delivery consistent(Delivery delivery) {
        var options = FacebookOptions.of(delivery);
        if (story(delivery) && options.publish() != Publish.NOW) {
            throw new NetworkException(new Fault.Rejected("story-now", "Facebook shows a story at once"));
        }
        if (options.timed() && options.publish() != Publish.SCHEDULED) {
            throw new NetworkException(new Fault.Rejected(
                    "publish-at", "there is a time for Facebook, but Facebook is not to wait for it"));
        }
        return delivery;
    }

    /** How the state of a video calls it. */
    static String as(Delivery delivery) {
        return switch (publish(delivery)) {
            case NOW -> "published";
            case SCHEDULED -> "scheduled";
            case DRAFT -> "draft";
        };
    }

    static boolean film(Delivery delivery) {
        return !delivery.media().isEmpty() && delivery.media().getFirst().kind() == MediaKind.VIDEO;
    }

    /** When Facebook shows it by itself; empty where it does not. */
    static Optional<Instant> release(Delivery delivery) {
        return publish(delivery) == Publish.SCHEDULED
                ? FacebookOptions.of(delivery).time()
                : Optional.empty();
    }

    static String comment(Delivery delivery) {
        return FacebookOptions.of(delivery).firstCommentOrEmpty();
    }

    /** Of the boundary of bodies: the same bytes again when a step is repeated. */
    static String seed(Delivery delivery) {
        return delivery.id().toString().replace("-", "");
    }
}
