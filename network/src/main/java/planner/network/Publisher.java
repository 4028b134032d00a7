package planner.network;

import java.time.Duration;

/**
 * Publishes by a walk over saved steps. Stateless; each step makes at most one remote write; never sleeps, loops over
 * time or retries by itself.
 *
 * @param <S> the sealed interface of this network's step records
 */
public interface Publisher<S extends Step> {
    /** The sealed interface whose permitted records are the steps; their simple names are what is stored. */
    Class<S> stepType();

    /** No I/O: the same delivery always begins with the same step. */
    S first(Delivery delivery);

    /**
     * Does the step.
     *
     * @throws NetworkException with the classified fault; every fault but {@link Fault.Unavailable} promises that
     *     nothing was done
     */
    Outcome<S> perform(S step, Delivery delivery, Session session);

    /**
     * Finds out, by reading only, what became of a step that is not repeatable and was cut short. {@link Outcome.Next}
     * with the same step means that it did not happen and is performed again.
     *
     * @throws NetworkException as {@link #perform}
     */
    default Outcome<S> reconcile(S step, Delivery delivery, Session session) {
        return new Outcome.Unknown<>("this network cannot tell");
    }

    /**
     * Where a person's new try begins when a part is out already ({@link Step#out} is not empty). What was prepared for
     * the rest may have expired; what is out stays out. Pure, like {@link #first}.
     */
    default S again(S step, Delivery delivery) {
        return step;
    }

    /**
     * How long one request of this step may take before its deadline cuts it. After the death of a process its call is
     * believed to be over only then.
     */
    default Duration longestCall(S step, Delivery delivery) {
        return Duration.ofSeconds(45);
    }

    /** How long after a cut the network may still not show what was done; only then is "no such post" believed. */
    default Duration settlesWithin() {
        return Duration.ofMinutes(2);
    }

    /**
     * How long the whole walk may take from its first step before it is given up. After {@link Outcome.HandedOver} it begins
     * anew with the first look.
     */
    default Duration patience() {
        return Duration.ofMinutes(30);
    }
}
