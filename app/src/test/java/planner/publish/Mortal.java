package planner.publish;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import planner.channel.NetworkDirectory;
import planner.publish.Journey.Standing;

/** The rows as a process sees them that may die: the dead write nothing. */
class Mortal extends PublicationStore {
    private final Stage stage;
    volatile boolean dead;

    Mortal(Stage stage) {
        super(stage.sql, new NetworkDirectory(java.util.List.of(stage.network)));
        this.stage = stage;
    }

    /** What the test sees of a death. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    Ledger ledger() {
        return new Ledger(this, stage.transactions, event -> {}, stage.clock);
    }

    @Override
    boolean write(Journey journey, Standing next, @Nullable Entry entry, Instant now) {
        if (dead) {
            throw new Died();
        }
        return super.write(journey, next, entry, now);
    }
}
