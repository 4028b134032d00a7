package planner.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What shall go wrong next, on demand. */
public final class Faults {
    private final List<Fault> waiting = new ArrayList<>();
    private volatile Duration latency = Duration.ZERO;

    public enum Kind {
        /** The connection ends before anything was done. */
        CUT_BEFORE,
        /** Everything is done, and the answer is lost. */
        CUT_AFTER,
        /** A server error, and nothing was done. */
        ERROR_BEFORE,
        /** A server error, although everything was done. */
        ERROR_AFTER,
        /** The network asks for a pause. */
        THROTTLED,
        /** The answer takes its time. */
        SLOW,
        /** Done, but denied. */
        LIE,
        /** All access is taken away first. */
        REVOKED
    }

    /**
     * @param method empty for any
     * @param path a part of the path, empty for any
     * @param times how many requests it strikes
     * @param length of the pause or the slowness
     */
    public record Fault(String network, Kind kind, String method, String path, int times, Duration length) {
        public static Fault next(String network, Kind kind) {
            return new Fault(network, kind, "", "", 1, Duration.ofSeconds(60));
        }

        public Fault at(String method, String path) {
            return new Fault(network, kind, method, path, times, length);
        }

        public Fault times(int times) {
            return new Fault(network, kind, method, path, times, length);
        }

        public Fault lasting(Duration length) {
            return new Fault(network, kind, method, path, times, length);
        }

        private boolean strikes(String name, Ask ask) {
            return network.equals(name)
                    && (method.isEmpty() || method.equals(ask.method()))
                    && ask.path().contains(path);
        }
    }

    public synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    public synchronized void clear() {
        waiting.clear();
    }

    public synchronized List<Fault> waiting() {
        return List.copyOf(waiting);
    }

    /** Every call of an API takes at least so long. */
    public void latency(Duration latency) {
        this.latency = latency;
    }

    Duration latency() {
        return latency;
    }

    synchronized Optional<Fault> take(String network, Ask ask) {
        for (Iterator<Fault> each = waiting.iterator(); each.hasNext(); ) {
            Fault fault = each.next();
            if (fault.strikes(network, ask)) {
                each.remove();
                if (fault.times() > 1) {
                    waiting.add(fault.times(fault.times() - 1));
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
