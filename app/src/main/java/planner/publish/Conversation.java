package planner.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import planner.network.Budget;
import planner.network.Exchange;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Step;

/** One talk with a network: what it led to, what was said, and how long it took. */
record Conversation<S extends Step>(
        Said<S> said, Instant at, Duration took, List<Exchange> exchanges, List<Budget.Reading> readings) {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    /** An outcome or a fault. */
    sealed interface Said<S extends Step> {
        record Done<S extends Step>(Outcome<S> outcome) implements Said<S> {}

        record Refused<S extends Step>(Fault fault) implements Said<S> {}
    }

    /** What was begun so long ago must not leave any more: somebody else may have taken it up. */
    static final class TooLate extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLate() {
            super("too late to send", null, false, false);
        }
    }

    /** Whatever an adapter throws, something is known about it afterwards: at worst that it may have been done. */
    static <S extends Step> Conversation<S> hold(
            Clock clock, PublicationId id, Runnable gate, Supplier<Outcome<S>> talk) {
        var exchanges = new ArrayList<Exchange>();
        var readings = new ArrayList<Budget.Reading>();
        var at = clock.instant();
        long start = System.nanoTime();
        var said = new AtomicReference<Said<S>>();
        ScopedValue.where(Exchange.LISTENER, exchanges::add)
                .where(Exchange.GATE, gate)
                .where(Budget.LISTENER, readings::add)
                .run(() -> said.set(listen(id, talk)));
        return new Conversation<>(
                Objects.requireNonNull(said.get()),
                at,
                Duration.ofNanos(System.nanoTime() - start),
                List.copyOf(exchanges),
                List.copyOf(readings));
    }

    private static <S extends Step> Said<S> listen(PublicationId id, Supplier<Outcome<S>> talk) {
        try {
            return new Said.Done<>(talk.get());
        } catch (NetworkException e) {
            return new Said.Refused<>(e.fault());
        } catch (TooLate e) {
            return new Said.Refused<>(new Fault.Unavailable(true, "this process stood still for too long"));
        } catch (RuntimeException | Error e) {
            // not its message: an adapter's exception may quote what was sent
            LOG.error(
                    "The adapter failed at publication {}: {} at {}",
                    id,
                    e.getClass().getName(),
                    List.of(e.getStackTrace()).stream().limit(5).toList());
            return new Said.Refused<>(new Fault.Unavailable(
                    true, "the adapter failed unexpectedly (" + e.getClass().getSimpleName() + ")"));
        }
    }

    Entry entry(String step, String decision, String detail) {
        return new Entry(at, step, decision, detail, took, exchanges);
    }
}
