package planner.adapter.facebook;

import java.time.Instant;
import planner.adapter.facebook.FacebookOptions.Publish;
import planner.network.Delivery;

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

    /** How the state of a video calls it. */
    static String as(Delivery delivery) {
        return switch (publish(delivery)) {
            case NOW -> "published";
            case SCHEDULED -> "scheduled";
            case DRAFT -> "draft";
        };
    }

    /** What a person should know of a post that is not shown at once. */
    static String fate(Delivery delivery) {
        return switch (publish(delivery)) {
            case NOW -> "";
            case DRAFT -> "a draft: finish it in Meta Business Suite";
            case SCHEDULED ->
                "handed over: Facebook shows it at "
                        + FacebookOptions.of(delivery)
                                .time()
                                .map(Instant::toString)
                                .orElse("");
        };
    }

    static String comment(Delivery delivery) {
        return FacebookOptions.of(delivery).firstCommentOrEmpty();
    }

    /** Of the boundary of bodies: the same bytes again when a step is repeated. */
    static String seed(Delivery delivery) {
        return delivery.id().toString().replace("-", "");
    }
}
