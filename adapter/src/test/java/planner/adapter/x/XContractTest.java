package planner.adapter.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.Cut;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.OpenApiCheck;
import planner.adapter.contract.OptionsContract;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.TestFiles;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.network.Capabilities;
import planner.network.Delivery;
import planner.network.Environment;
import planner.network.Network;
import planner.network.Session;

class XContractTest extends OptionsContract {
    @Override
    protected Samples samples() {
        return new XSamples();
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new X(settings, http, stage.clock());
    }

    @Override
    protected boolean has(Behaviour behaviour) {
        return behaviour != Behaviour.CONNECTS_BY_SECRETS;
    }

    @Override
    protected boolean networkRefuses(Capabilities.Format format, Capabilities.TextLimit limit) {
        return XSamples.networkRefuses(format, limit);
    }

    /** The sandbox lists all posts: only what never came is asked of a person. */
    @Override
    protected boolean tells(Sample sample, Cut cut) {
        return samples().alwaysTells(sample) || cut != Cut.CRASH_BEFORE && cut != Cut.ERROR_BEFORE;
    }

    @Test
    void anAccountThatDoesNotPayIsRefusedAtOneOver() {
        try (var plain = new SimulatorStage("x")) {
            var network = new X(plain.settings(), new Http(plain.transport()), plain.clock());
            var grant = plain.connect(network);
            var session = new Session(grant.account(), grant.credential(), TestFiles.FILES);
            var over = Sample.of("over", XCapabilities.POST, "a".repeat(281), List.of(), Chosen.NOTHING)
                    .parts();
            var delivery = new Delivery(UUID.randomUUID(), plain.now(), XCapabilities.POST, "", over, Chosen.NOTHING);
            var wire = new Wire(plain.transport());
            MiniWalk.of(new X(plain.settings(), new Http(wire), plain.clock()), plain, wire, session, delivery)
                    .run()
                    .isRefused("invalid-request");
            assertThat(plain.visible()).isEmpty();
        }
    }

    @Override
    protected SpecCheck spec() {
        return new OpenApiCheck(SpecCheck.folder("x").resolve("openapi-2.167.json"), "/x");
    }

    @Override
    protected Set<String> codes() {
        return XErrors.CODES;
    }
}
