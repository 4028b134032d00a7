package planner.adapter.bluesky;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The last nonce that each server gave. Losing one costs a request, nothing else. */
final class Nonces {
    private static final int MOST = 1_000;
    /** Servers give a new one every few minutes at the latest, and take the one before for a while. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Map<String, Known> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    private record Known(String nonce, Instant since) {}

    synchronized Optional<String> of(String server) {
        return Optional.ofNullable(last.get(server)).map(Known::nonce);
    }

    /** Whether the server will most likely take the one at hand. */
    synchronized boolean fresh(String server, Instant now) {
        var known = last.get(server);
        return known != null && now.isBefore(known.since().plus(FRESH));
    }

    synchronized void learn(String server, String nonce, Instant now) {
        last.put(server, new Known(nonce, now));
    }
}
