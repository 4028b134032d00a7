package planner.adapter.x;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import planner.adapter.contract.FaultCase;
import planner.adapter.contract.NetworkContract;
import planner.adapter.contract.OneWay;
import planner.adapter.contract.OpenApiCheck;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Stage;
import planner.adapter.kit.Http;
import planner.network.Capabilities;
import planner.network.Environment;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.Network;
import planner.network.NetworkId;

/** The same contract for an account that was connected by OAuth 1.0a: every call is signed, and nothing is refreshed. */
class XByOAuth1ContractTest extends NetworkContract {
    /** The other way in proves the versions. */
    @Override
    protected boolean signsAddresses() {
        return true;
    }

    @Override
    protected Samples samples() {
        return new Signed(new XSamples());
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new OneWay(new X(settings, http, stage.clock()), "oauth1");
    }

    @Override
    protected boolean has(Behaviour behaviour) {
        return behaviour != Behaviour.CONNECTS_BY_SECRETS && behaviour != Behaviour.REFRESHES;
    }

    @Override
    protected boolean networkRefuses(Capabilities.Format format, Capabilities.TextLimit limit) {
        return XSamples.networkRefuses(format, limit);
    }

    @Override
    protected SpecCheck spec() {
        return new OpenApiCheck(SpecCheck.folder("x").resolve("openapi-2.167.json"), "/x");
    }

    @Override
    protected Set<String> codes() {
        return XErrors.CODES;
    }

    /** What has no end and is refused was taken back. */
    @Override
    protected List<FaultCase> faults() {
        return super.faults().stream()
                .map(one -> one.fault() == Fault.Expired.class
                        ? new FaultCase(one.name(), one.reply(), Fault.Revoked.class, "")
                        : one)
                .toList();
    }

    /** Samples with transcripts of their own. */
    private record Signed(Samples whole) implements Samples {
        private static final Set<String> SOME = Set.of("text", "images", "video", "people", "thread", "long");

        @Override
        public NetworkId network() {
            return whole.network();
        }

        @Override
        public List<Sample> all() {
            return whole.all().stream()
                    .filter(it -> SOME.contains(it.name()))
                    .map(it -> new Sample(
                            "signed-" + it.name(),
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

    /** Knows the second secret of each account, too. */
    private static final class Door extends XSamples.Door {
        private final Set<String> told = new HashSet<>();

        @Override
        public Grant connect(Network network) {
            var grant = super.connect(network);
            told.addAll(grant.credential().extra().values());
            told.add("sandbox-x-consumer-secret");
            return grant;
        }

        @Override
        public Set<String> secrets() {
            told.addAll(super.secrets());
            return Set.copyOf(told);
        }
    }
}
