package planner.publish;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import planner.channel.NetworkDirectory;
import planner.publish.Journey.Standing;

/** The rows as a process sees them that may die: the dead write nothing. */
class Mortal extends PublicationStore {
    volatile boolean dead;

    Mortal(JdbcClient sql, NetworkDirectory networks, Moves moves) {
        super(sql, networks, moves);
    }

    /** What the test sees of a death. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    Ledger ledger(TransactionOperations transactions, Clock clock) {
        return new Ledger(this, transactions, event -> {}, clock);
    }

    @Override
    boolean write(Journey journey, Standing next, @Nullable Entry entry, Instant now) {
        if (dead) {
            throw new Died();
        }
        return super.write(journey, next, entry, now);
    }
}
