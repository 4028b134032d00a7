package planner.paper;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.contract.MovableClock;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.Stage;
import planner.network.Connector;
import planner.network.Environment;
import planner.network.Grant;
import planner.network.Network;
import planner.network.NetworkId;

/** Notes and letters, and a server to put them on. */
public final class PaperSamples implements Samples {
    public static final Duration SETTLES = Duration.ofMinutes(2);

    @Override
    public NetworkId network() {
        return Paper.ID;
    }

    @Override
    public List<Sample> all() {
        return List.of(
                Sample.of("note", "note", "A note", List.of(), new Paper.Ink()),
                Sample.of("letter", "letter", "A letter", List.of(), new Paper.Ink()));
    }

    @Override
    public PaperStage open() {
        return new PaperStage();
    }

    /** A server of its own. */
    public static final class PaperStage implements Stage {
        private final PaperServer server = new PaperServer(0, Duration.ZERO);
        private final MovableClock clock = new MovableClock(Instant.parse("2026-12-01T08:00:00Z"));

        public PaperServer server() {
            return server;
        }

        @Override
        public Environment settings() {
            return new MapEnvironment(Map.of("url", server.address().toString()));
        }

        @Override
        public MovableClock clock() {
            return clock;
        }

        @Override
        public Grant connect(Network network) {
            var pen = (Connector.Secrets) network.connectors().getFirst();
            return pen.accounts(pen.signIn(Map.of("name", "ann"))).getFirst();
        }

        @Override
        public List<String> visible() {
            return server.posts().stream().map(PaperServer.Seen::text).toList();
        }

        @Override
        public Set<String> secrets() {
            return Set.of("ink-ann");
        }

        @Override
        public void revoke() {}

        @Override
        public void close() {
            server.close();
        }
    }
}
