package planner.publish;

import java.time.Instant;
import java.util.concurrent.Semaphore;
import planner.channel.ChannelId;

/**
 * The turns that lanes take. At a full hour very many begin at once: a few read at a time what they need first, so that
 * the first publication goes out while the last ones still wait, and half of the connections are left to moves.
 */
final class Turns {
    private final Access house;
    private final PublicationStore store;
    private final Semaphore places;

    /** @param connections how many there are to the database */
    Turns(Access house, PublicationStore store, int connections) {
        this.house = house;
        this.store = store;
        this.places = new Semaphore(Math.max(1, connections / 2), true);
    }

    Access house() {
        return house;
    }

    Turn begin(ChannelId channel, Instant now) {
        var turn = new Turn(house, store);
        places.acquireUninterruptibly();
        try {
            turn.readiness(channel);
            turn.readAhead(channel, now);
            return turn;
        } finally {
            places.release();
        }
    }
}
