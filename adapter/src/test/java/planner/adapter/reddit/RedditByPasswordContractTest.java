package planner.adapter.reddit;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.contract.NetworkContract;
import planner.adapter.contract.OneWay;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Stage;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.network.Connector;
import planner.network.Environment;
import planner.network.Grant;
import planner.network.Network;
import planner.network.NetworkId;

/** The same contract for an account that signs in to the operator's script app by its password. */
class RedditByPasswordContractTest extends NetworkContract {
    @Override
    protected Samples samples() {
        return new ByPassword(new RedditSamples());
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new OneWay(new Reddit(settings, http, stage.clock()), "password");
    }

    @Override
    protected Duration rest() {
        return Duration.ofMinutes(3);
    }

    @Override
    protected boolean changesSomething(Wire.Sent sent) {
        return sent.write() && !sent.call().uri().getPath().endsWith("/api/flairselector");
    }

    @Override
    protected SpecCheck spec() {
        return new RecordedCheck(SpecCheck.folder("reddit"));
    }

    @Override
    protected Set<String> codes() {
        return RedditErrors.CODES;
    }

    /** One sample of each format, with transcripts of their own. */
    private record ByPassword(Samples whole) implements Samples {
        private static final Set<String> SOME = Set.of("text", "link", "image", "gallery", "video", "poll");

        @Override
        public NetworkId network() {
            return whole.network();
        }

        @Override
        public List<Sample> all() {
            return whole.all().stream()
                    .filter(it -> SOME.contains(it.name()))
                    .map(it -> new Sample(
                            "password-" + it.name(),
                            it.format(),
                            it.title(),
                            it.parts(),
                            it.options(),
                            it.posts(),
                            it.silent()))
                    .toList();
        }

        @Override
        public Stage open() {
            return new Door();
        }
    }

    /** The simulator as somebody meets it who types a password. */
    static final class Door extends SimulatorStage {
        private final Set<String> told = new HashSet<>();

        Door() {
            super(Reddit.ID.value());
        }

        @Override
        public Map<String, String> form() {
            return Map.of(
                    "username",
                    planner.simulator.reddit.Reddit.SCRIPT_USER,
                    "password",
                    planner.simulator.reddit.Reddit.SCRIPT_PASSWORD);
        }

        @Override
        public Grant connect(Network network) {
            var connector = (Connector.Secrets) network.connectors().getFirst();
            var credential = connector.signIn(form());
            told.add(credential.access());
            told.add(planner.simulator.reddit.Reddit.SCRIPT_PASSWORD);
            return connector.accounts(credential).getFirst();
        }

        @Override
        public Set<String> secrets() {
            return Set.copyOf(told);
        }
    }
}
