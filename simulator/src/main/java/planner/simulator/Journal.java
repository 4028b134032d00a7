package planner.simulator;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Every request that came, and every one that no correct client would have sent. */
public final class Journal {
    private static final int KEPT = 20_000;

    private final Clock clock;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final List<Violation> violations = new ArrayList<>();

    public Journal(Clock clock) {
        this.clock = clock;
    }

    /** @param status 0 when the connection was cut before an answer */
    public record Entry(Instant at, String network, String method, String path, int status, boolean api) {
        public boolean write() {
            return !method.equals("GET") && !method.equals("HEAD");
        }
    }

    /** A fault of the client: an unknown parameter, a missing header, a wrong content type. */
    public record Violation(Instant at, String network, String request, String what) {}

    synchronized void note(String network, Ask ask, int status, boolean api) {
        entries.addLast(new Entry(clock.instant(), network, ask.method(), ask.path(), status, api));
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }

    public synchronized void violation(String network, Ask ask, String what) {
        violations.add(new Violation(clock.instant(), network, ask.method() + " " + ask.path(), what));
    }

    public synchronized List<Entry> entries(String network) {
        return entries.stream().filter(it -> it.network().equals(network)).toList();
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    public synchronized List<Violation> violations() {
        return List.copyOf(violations);
    }
}
