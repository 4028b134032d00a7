package planner.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import planner.TestDatabase;
import planner.channel.NetworkDirectory;
import planner.network.Delivery;
import planner.network.Network;
import planner.network.Outcome;
import planner.network.Publisher;
import planner.network.Session;
import planner.network.Step;
import planner.paper.PaperSamples;
import planner.publish.CrashProof.Mutation;
import planner.publish.Journey.Standing;

/** A test of the proof: whatever holds the promise up is taken away in turn, and the proof must see it fall. */
class CrashProofMutationTest {
    private static final int PAIRS = 30;

    @Test
    void asTheHouseIsBuiltItIsClean() {
        var figures = prove(Mutation.NONE);

        assertThat(figures.clean()).as(figures.toString()).isTrue();
        assertThat(figures.unconfirmed).isEmpty();
    }

    @Test
    void withoutBegunPostsComeTwice() {
        assertThat(prove(new Mutation(network -> network, Forgetful::new)).twice)
                .isNotEmpty();
    }

    @Test
    void withoutReconcilePostsComeTwice() {
        assertThat(prove(new Mutation(Blind::new, Mortal::new)).twice).isNotEmpty();
    }

    @Test
    void withoutTheRowVersionAnOvertakenProcessPublishesAgain() {
        assertThat(prove(new Mutation(network -> network, Reckless::new)).twice).isNotEmpty();
    }

    private static CrashProof.Figures prove(Mutation mutation) {
        try (var pool = TestDatabase.fresh().open()) {
            return new CrashProof(new PaperSamples(), mutation, pool, PAIRS).run();
        }
    }

    /** Does not write down that a step was begun. */
    private static final class Forgetful extends Mortal {
        Forgetful(JdbcClient sql, NetworkDirectory networks, Moves moves) {
            super(sql, networks, moves);
        }

        @Override
        boolean write(Journey journey, Standing next, @Nullable Entry entry, Instant now) {
            return super.write(journey, next.change().closed().done(), entry, now);
        }
    }

    /** Writes whatever version the row has. */
    private static final class Reckless extends Mortal {
        Reckless(JdbcClient sql, NetworkDirectory networks, Moves moves) {
            super(sql, networks, moves);
        }

        @Override
        boolean write(Journey journey, Standing next, @Nullable Entry entry, Instant now) {
            var current = find(journey.id()).orElseThrow().version();
            var seen = new Journey(
                    journey.id(),
                    journey.workspace(),
                    journey.post(),
                    journey.channel(),
                    journey.network(),
                    journey.delivery(),
                    journey.standing(),
                    current);
            return super.write(seen, next, entry, now);
        }
    }

    /** Believes that nothing happened, without asking. */
    private record Blind(Network network) implements Network {
        @Override
        public planner.network.NetworkId id() {
            return network.id();
        }

        @Override
        public planner.network.Capabilities capabilities() {
            return network.capabilities();
        }

        @Override
        public java.util.List<planner.network.Connector> connectors() {
            return network.connectors();
        }

        @Override
        public Class<? extends Delivery.Options> options() {
            return network.options();
        }

        @Override
        public Publisher<?> publisher() {
            return new Guess<>(network.publisher());
        }
    }

    private record Guess<S extends Step>(Publisher<S> publisher) implements Publisher<S> {
        @Override
        public Class<S> stepType() {
            return publisher.stepType();
        }

        @Override
        public S first(Delivery delivery) {
            return publisher.first(delivery);
        }

        @Override
        public Outcome<S> perform(S step, Delivery delivery, Session session) {
            return publisher.perform(step, delivery, session);
        }

        @Override
        public Outcome<S> reconcile(S step, Delivery delivery, Session session) {
            return new Outcome.Next<>(step);
        }

        @Override
        public java.time.Duration settlesWithin() {
            return publisher.settlesWithin();
        }
    }
}
