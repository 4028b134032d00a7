package planner.channel;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import planner.network.NetworkId;

/**
 * How many refreshes run at once. Each network has places of its own, so that one whose token service hangs makes no other
 * wait; and because each refresh holds a database connection while the network thinks, all of them together leave half of
 * the connections to the rest of the house.
 */
final class RefreshPlaces {
    private static final int MOST_OF_NETWORK = 4;

    private final int ofNetwork;
    private final Semaphore house;
    private final Map<NetworkId, Semaphore> networks = new ConcurrentHashMap<>();

    /** @param connections how many there are to the database */
    RefreshPlaces(int connections) {
        int all = Math.max(2, connections / 2);
        house = new Semaphore(all, true);
        ofNetwork = Math.min(MOST_OF_NETWORK, all / 2);
    }

    /** @return whether a place was free in time; then {@link #give} it back */
    boolean take(NetworkId network, Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        var own = of(network);
        if (!own.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        boolean both = false;
        try {
            both = house.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            return both;
        } finally {
            if (!both) {
                own.release();
            }
        }
    }

    void give(NetworkId network) {
        house.release();
        of(network).release();
    }

    private Semaphore of(NetworkId network) {
        return networks.computeIfAbsent(network, id -> new Semaphore(ofNetwork, true));
    }
}
