package planner.network;

import java.time.Duration;
import java.time.Instant;

/** What a step led to. */
public sealed interface Outcome<S extends Step> {
    /** Save this step and go on with it at once. From reconcile with the same step: it did not happen. */
    record Next<S extends Step>(S step) implements Outcome<S> {}

    /**
     * Save this step and come back then, or earlier when a webhook rings. From reconcile with the same deed
     * ({@link Step#sameDeed}): look again then, still by reconcile.
     *
     * @param why what is waited for, in a person's words, for example "Instagram is processing the video"
     */
    record Later<S extends Step>(S step, Duration in, String why) implements Outcome<S> {}

    /**
     * The network has taken it and shows it by itself at a time that a person chose. Save this step and look then whether
     * it did; what follows has a whole {@link Publisher#patience} of its own.
     *
     * @param until a moment after the network's time
     * @param why in a person's words, for example "handed over; Facebook shows it at: 2026-12-24T17:00:00Z"
     */
    record HandedOver<S extends Step>(S step, Instant until, String why) implements Outcome<S> {}

    /** The post is out. */
    record Published<S extends Step>(RemotePost post) implements Outcome<S> {}

    /** Only from reconcile: nobody but a person can tell. */
    record Unknown<S extends Step>(String why) implements Outcome<S> {}
}
